#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/facts/date.hpp"
#include "forms/interview/interview.hpp"
#include "forms/visit_file.hpp"

namespace forms {
namespace {

std::string_view outcome_id(Outcome outcome) {
    switch (outcome) {
        case Outcome::Applies:
            return "applies";
        case Outcome::Ask:
            return "ask";
        case Outcome::DoesNotApply:
            return "does_not_apply";
    }
    return {};
}

std::string_view outcome_words(Outcome outcome, bool english) {
    switch (outcome) {
        case Outcome::Applies:
            return english ? "applies" : "対象";
        case Outcome::Ask:
            return english ? "ask a clerk" : "要確認";
        case Outcome::DoesNotApply:
            return english ? "does not apply" : "対象外";
    }
    return {};
}

nlohmann::json as_json(const Decision& decision, const Pack& pack, const Context& context,
                       std::string_view language) {
    const auto* procedure = pack.procedure(decision.procedure, context.today);
    nlohmann::json json{{"procedure", decision.procedure},
                        {"name", procedure ? procedure->name.in(language) : ""},
                        {"outcome", outcome_id(decision.outcome)},
                        {"settled", decision.settled}};
    json["reasons"] = nlohmann::json::array();
    for (const auto& reason : decision.reasons)
        json["reasons"].push_back({{"words", reason.words.in(language)}, {"items", reason.items}});
    for (const auto& missing : decision.missing)
        json["missing"].push_back({{"item", missing.item},
                                   {"label", missing.label.in(language)},
                                   {"who", missing.who.in(language)},
                                   {"answered", missing.answered}});
    if (decision.deadline)
        json["deadline"] = {{"date", iso_text(decision.deadline->date)},
                            {"by_calendar", iso_text(decision.deadline->by_calendar)},
                            {"from", iso_text(decision.deadline->from)},
                            {"from_item", decision.deadline->from_item}};
    if (!decision.deadline_rule.empty()) json["deadline_rule"] = decision.deadline_rule.in(language);
    if (decision.amount) json["amount"] = *decision.amount;
    return json;
}

void write(const Decision& decision, const Pack& pack, const Context& context, bool english,
           std::ostream& out) {
    const std::string_view language = english ? "en" : "ja";
    const auto* procedure = pack.procedure(decision.procedure, context.today);
    out << fmt::format("[{}] {} ({})\n", outcome_words(decision.outcome, english),
                       procedure ? procedure->name.in(language) : "", decision.procedure);
    for (const auto& reason : decision.reasons) out << fmt::format("    {}\n", reason.words.in(language));
    for (const auto& missing : decision.missing)
        out << fmt::format("    ? {} — {}\n", missing.label.in(language), missing.who.in(language));
    if (decision.deadline) {
        const auto date = decision.deadline->date;
        out << fmt::format(
            "    {}: {} ({})\n", english ? "deadline" : "期限",
            english ? english_date_text(date) : fmt::format("{}({})", wareki_text(date), weekday_text(date)),
            decision.deadline_rule.in(language));
    } else if (!decision.deadline_rule.empty()) {
        out << fmt::format("    {}: {}\n", english ? "deadline" : "期限",
                           decision.deadline_rule.in(language));
    }
}

}  // namespace

int command_decide(const VisitOptions& options, Speech speech, std::ostream& out, std::ostream& err) {
    int code = kFine;
    const auto files = read_visit(options, speech, err, code);
    if (!files) return code;
    const auto& context = files->answers.context;
    const auto decisions = decide(files->pack, context, files->answers.facts);
    if (!speech.json) {
        for (const auto& each : decisions) write(each, files->pack, context, speech.english, out);
        return kFine;
    }
    nlohmann::json root{
        {"event", context.event}, {"as_of", iso_text(context.today)}, {"decisions", nlohmann::json::array()}};
    for (const auto& each : decisions)
        root["decisions"].push_back(as_json(each, files->pack, context, speech.english ? "en" : "ja"));
    out << root.dump(2) << '\n';
    return kFine;
}

}  // namespace forms
