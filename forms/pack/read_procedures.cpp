#include <fmt/core.h>

#include "forms/pack/codes.hpp"
#include "forms/pack/read_parts.hpp"

namespace forms {
namespace {

constexpr std::array<std::pair<std::string_view, ProcedureKind>, 5> kKinds{
    {{"duty", ProcedureKind::Duty},
     {"benefit", ProcedureKind::Benefit},
     {"return", ProcedureKind::Return},
     {"guide", ProcedureKind::Guide},
     {"elsewhere", ProcedureKind::Elsewhere}}};
constexpr std::array<std::pair<std::string_view, Urgency>, 2> kUrgencies{
    {{"first", Urgency::First}, {"soon", Urgency::Soon}}};
constexpr std::array<std::pair<std::string_view, PeriodUnit>, 3> kUnits{
    {{"days", PeriodUnit::Days}, {"months", PeriodUnit::Months}, {"years", PeriodUnit::Years}}};
constexpr std::array<std::pair<std::string_view, Counting>, 2> kCountings{
    {{"same_day", Counting::SameDay}, {"next_day", Counting::NextDay}}};
constexpr std::array<std::pair<std::string_view, Roll>, 2> kRolls{
    {{"none", Roll::None}, {"next_open_day", Roll::NextOpenDay}}};

std::optional<DeadlineRule> read_deadline(TableReader& table) {
    auto inner = table.inner("deadline");
    if (!inner) return {};
    DeadlineRule rule;
    rule.at = inner->at();
    rule.setting = inner->text("setting");
    if (rule.setting.empty()) {
        if (!inner->has("value")) inner->missing("value");
        rule.value = inner->integer("value", 1, 100000, 1);
    }
    if (!inner->has("unit")) inner->missing("unit");
    rule.unit = inner->one_of("unit", kUnits, PeriodUnit::Days);
    rule.from = inner->required_text("from");
    rule.counting = inner->one_of("counting", kCountings, Counting::NextDay);
    rule.roll = inner->one_of("roll", kRolls, Roll::NextOpenDay);
    rule.words = inner->words("words");
    inner->finish();
    return rule;
}

void read_amount(TableReader& table, Procedure& procedure) {
    auto inner = table.inner("amount");
    if (!inner) return;
    procedure.amount_setting = inner->text("setting");
    procedure.amount = inner->integer("value");
    procedure.amount_note = inner->words("note");
    if (procedure.amount_setting.empty() && !procedure.amount && procedure.amount_note.empty())
        inner->missing("setting");
    inner->finish();
}

void read_validity(TableReader& table, Procedure& procedure) {
    auto inner = table.inner("valid");
    if (!inner) return;
    procedure.valid_from = inner->date("from");
    procedure.valid_until = inner->date("until");
    if (procedure.valid_from && procedure.valid_until && *procedure.valid_until < *procedure.valid_from)
        inner->out_of_range("until", " from 以後の日付", "a date not before from");
    inner->finish();
}

Procedure read_procedure(TableReader& table) {
    Procedure procedure;
    procedure.at = table.at();
    procedure.id = table.required_text("id");
    procedure.events = table.list("event");
    procedure.name = table.required_words("name");
    if (auto reading = table.text("reading"); !reading.empty()) procedure.name.reading = std::move(reading);
    procedure.official = table.text("official");
    if (!table.has("kind")) table.missing("kind");
    procedure.kind = table.one_of("kind", kKinds, ProcedureKind::Duty);
    procedure.division = table.text("division");
    procedure.place = table.words("place");
    if (procedure.division.empty() && procedure.place.empty())
        table.missing(procedure.kind == ProcedureKind::Elsewhere ? "place" : "division");
    procedure.law = table.text("law");
    procedure.source = table.text("source");
    if (table.has("unverified")) procedure.unverified = table.text("unverified");
    procedure.applies_when = table.rule("applies_when");
    if (!procedure.applies_when.given()) table.missing("applies_when");
    procedure.because = table.required_words("because");
    procedure.ask_because = table.words("ask_because");
    procedure.deadline = read_deadline(table);
    procedure.deadline_note = table.words("deadline_note");
    procedure.urgency = table.one_of("urgency", kUrgencies, Urgency::Usual);
    read_amount(table, procedure);
    procedure.who = table.words("who");
    procedure.bring = table.many_words("bring");
    procedure.sheets = table.list("sheets");
    procedure.note = table.words("note");
    read_validity(table, procedure);
    table.finish();
    return procedure;
}

}  // namespace

void read_procedures(TableReader& file, Pack& pack) {
    auto tables = file.tables("procedure");
    pack.procedures.reserve(pack.procedures.size() + tables.size());
    for (auto& table : tables) {
        table.refer("event", Reference::To::Event);
        table.refer("division", Reference::To::Division);
        table.refer("sheets", Reference::To::Sheet);
        if (auto amount = table.inner("amount")) amount->refer("setting", Reference::To::NumberSetting);
        if (auto deadline = table.inner("deadline")) {
            deadline->refer("setting", Reference::To::NumberSetting);
            deadline->refer("from", Reference::To::Item);
        }
        pack.procedures.push_back(read_procedure(table));
    }
}

}  // namespace forms
