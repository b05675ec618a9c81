#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/interview/interview.hpp"
#include "forms/visit_file.hpp"

namespace forms {
namespace {

nlohmann::json as_json(const Step& step, std::string_view language) {
    return {{"question", step.question->id},
            {"text", step.question->text.in(language)},
            {"person", step.person},
            {"keys", step.keys},
            {"why_procedures", step.why_procedures},
            {"decides", step.decides},
            {"unknown", step.question->unknown},
            {"number", step.number},
            {"of", step.of}};
}

void write(const Step& step, const Pack& pack, const Context& context, bool english, std::ostream& out) {
    const std::string_view language = english ? "en" : "ja";
    out << fmt::format("{} / {}  {} ({})\n", step.number, step.of, step.question->text.in(language),
                       step.question->id);
    for (const auto& key : step.keys) {
        const auto* item = pack.item(key);
        out << fmt::format("    {} {}\n", key, item ? item->label.in(language) : "");
        if (!item) continue;
        for (const auto& choice : item->choices)
            out << fmt::format("        {} {}\n", choice.id, choice.label.in(language));
    }
    out << (english ? "  asked for:\n" : "  聞く理由:\n");
    for (const auto& id : step.why_procedures) {
        const auto* procedure = pack.procedure(id, context.today);
        out << fmt::format("    {} ({})\n", procedure ? procedure->name.in(language) : "", id);
    }
}

}  // namespace

int command_next(const VisitOptions& options, Speech speech, std::ostream& out, std::ostream& err) {
    int code = kFine;
    const auto files = read_visit(options, speech, err, code);
    if (!files) return code;
    const auto step = next_step(files->pack, files->answers.context, files->answers.facts);
    if (speech.json) {
        nlohmann::json root{{"done", !step.has_value()}};
        if (step) root["step"] = as_json(*step, speech.english ? "en" : "ja");
        out << root.dump(2) << '\n';
    } else if (step) {
        write(*step, files->pack, files->answers.context, speech.english, out);
    } else {
        out << (speech.english ? "nothing is left to ask\n" : "質問は終わりました\n");
    }
    return kFine;
}

}  // namespace forms
