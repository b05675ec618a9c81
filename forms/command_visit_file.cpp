#include <fmt/core.h>

#include <ostream>

#include "forms/facts/date.hpp"
#include "forms/interview/impossible.hpp"
#include "forms/pack/load.hpp"
#include "forms/visit_file.hpp"

namespace forms {
namespace {

void report_pack(const Loaded& loaded, Speech speech, std::ostream& err) {
    for (const auto& each : loaded.problems)
        if (each.severity == Severity::Error)
            err << fmt::format("{}:{}:{} {} {}\n", each.file, each.line, each.column, each.code,
                               speech.english ? each.message_en : each.message);
}

}  // namespace

std::optional<VisitFiles> read_visit(const VisitOptions& options, Speech speech, std::ostream& err,
                                     int& code) {
    auto loaded = load_pack(options.pack);
    if (!loaded.usable()) {
        report_pack(loaded, speech, err);
        code = kFoundProblems;
        return {};
    }
    auto answers = read_answers_file(loaded.pack, options.answers, options.today);
    if (!answers) {
        err << (speech.english ? "the answers file cannot be used: " : "答えのファイルが使えません: ")
            << answers.error().detail << '\n';
        code = kFoundProblems;
        return {};
    }
    if (!options.as_of.empty()) {
        const auto date = date_from_iso(options.as_of);
        if (!date) {
            err << (speech.english ? "--as-of takes a date such as 2026-11-22\n"
                                   : "--as-of には 2026-11-22 のような日付を書きます\n");
            code = kWrongUsage;
            return {};
        }
        answers->context.today = *date;
    }
    const auto found = impossible(loaded.pack, answers->context, answers->facts);
    for (const auto* each : found)
        err << fmt::format("{}: {} ({})\n",
                           speech.english ? "these answers cannot be true together" : "答えが合いません",
                           each->text.in(speech.english ? "en" : "ja"), each->id);
    if (!found.empty()) {
        code = kFoundProblems;
        return {};
    }
    return VisitFiles{std::move(loaded.pack), std::move(*answers)};
}

}  // namespace forms
