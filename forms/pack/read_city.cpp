#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/read_parts.hpp"

namespace forms {
namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 7> kWeekdays{
    {{"sun", 0}, {"mon", 1}, {"tue", 2}, {"wed", 3}, {"thu", 4}, {"fri", 5}, {"sat", 6}}};

void read_person(TableReader& table, Pack& pack) {
    pack.persons.push_back({table.required_text("id"), table.required_words("label"),
                            table.flag("repeated", false), table.at()});
    table.finish();
}

void read_event(TableReader& table, Pack& pack) {
    pack.events.push_back({table.required_text("id"), table.required_words("label"), table.words("note"),
                           table.text("icon"), table.words("condolence"), table.flag("available", true),
                           table.at()});
    table.finish();
}

void read_division(TableReader& table, Pack& pack) {
    pack.divisions.push_back({table.required_text("id"), table.required_words("name"), table.text("counter"),
                              table.text("phone"), table.integer("order", 0, 9999, 0), table.at()});
    table.finish();
}

void read_setting(const std::string& id, TableReader& table, Pack& pack) {
    Setting setting;
    setting.id = id;
    setting.at = table.at();
    setting.label = table.words("label");
    setting.source = table.text("source");
    const auto* value = table.any("value");
    if (!value) {
        table.missing("value");
    } else if (const auto* flag = std::get_if<bool>(&value->data)) {
        setting.value = *flag;
    } else if (const auto* number = std::get_if<std::int64_t>(&value->data)) {
        setting.value = *number;
    } else if (const auto* date = std::get_if<Date>(&value->data)) {
        setting.value = *date;
    } else if (const auto* text = std::get_if<std::string>(&value->data)) {
        setting.value = *text;
    } else {
        table.out_of_range("value", "true/false・整数・日付・文字列のどれか",
                           "true/false, an integer, a date or a string");
    }
    table.finish();
    pack.settings.all.push_back(std::move(setting));
}

/// `12-29`; read as a day of a leap year so that 02-29 may be named.
Closed::DayOfYear day_of_year(TableReader& table, std::string_view key) {
    const auto text = table.required_text(key);
    if (text.empty()) return {};
    const auto date = date_from_iso("2024-" + text);
    if (date) return {static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day())};
    table.out_of_range(key, "「12-29」のような月日", "a month and day such as \"12-29\"");
    return {};
}

void read_closed(TableReader& table, Closed& closed) {
    std::vector<std::string> known;
    for (const auto& [name, number] : kWeekdays) known.emplace_back(name);
    for (const auto& word : table.list("weekdays")) {
        const auto found = std::ranges::find(kWeekdays, word, &std::pair<std::string_view, unsigned>::first);
        if (found != kWeekdays.end()) {
            closed.weekdays.push_back(found->second);
        } else {
            table.unknown_value("weekdays", word, known);
        }
    }
    if (auto year_end = table.inner("year_end")) {
        closed.year_end_from = day_of_year(*year_end, "from");
        closed.year_end_to = day_of_year(*year_end, "to");
        year_end->finish();
    }
    closed.days = table.dates("days");
    table.finish();
}

}  // namespace

void read_city(TableReader& file, Pack& pack) {
    const auto own = [&](std::string_view key, std::string& into) {
        if (auto text = file.text(key); !text.empty()) into = std::move(text);
    };
    own("id", pack.id);
    own("version", pack.version);
    own("municipality_code", pack.municipality_code);
    own("mayor", pack.mayor);
    if (file.has("city")) pack.city = file.words("city").ja;
    if (file.has("office")) pack.office = file.words("office").ja;
    if (file.has("languages")) pack.languages = file.list("languages");
    for (auto& table : file.tables("person")) read_person(table, pack);
    for (auto& table : file.tables("event")) read_event(table, pack);
    for (auto& table : file.tables("section")) {
        pack.sections.push_back({table.required_text("id"), table.required_words("label"), table.at()});
        table.finish();
    }
}

void read_settings(TableReader& file, Pack& pack) {
    for (auto& [id, table] : file.named_tables("setting")) read_setting(id, table, pack);
    if (auto closed = file.inner("closed")) read_closed(*closed, pack.settings.closed);
    for (const auto& date : file.dates("dates")) pack.settings.closed.holidays.push_back(date);
    for (auto& table : file.tables("division")) read_division(table, pack);
}

}  // namespace forms
