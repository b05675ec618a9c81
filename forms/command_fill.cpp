#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/sheets/papers.hpp"
#include "forms/visit_file.hpp"
#include "forms/write_file.hpp"

namespace forms {
namespace {

namespace fs = std::filesystem;

nlohmann::json as_json(const PaperDocument& paper, const fs::path& file) {
    auto overflows = nlohmann::json::array();
    for (const auto& each : paper.report.overflows)
        overflows.push_back({{"field", each.field}, {"label", each.label}, {"excess", each.excess}});
    auto undrawn = nlohmann::json::array();
    for (const auto& each : paper.report.undrawn)
        undrawn.push_back(
            {{"field", each.field}, {"code_points", each.code_points}, {"base_shown", each.base_shown}});
    return {{"id", paper.id},
            {"title", paper.title},
            {"file", file.string()},
            {"pages", paper.pages},
            {"overflows", overflows},
            {"undrawn", undrawn},
            {"missing", paper.report.missing},
            {"refused", paper.report.refused},
            {"unwritten", paper.report.unwritten}};
}

void write(const PaperDocument& paper, const fs::path& file, bool english, std::ostream& out) {
    const auto line = [&](std::string_view ja, std::string_view en, const std::string& what) {
        out << "    " << (english ? en : ja) << ": " << what << '\n';
    };
    out << fmt::format("{}  {} ({} {})\n", file.string(), paper.title, paper.pages,
                       english ? "pages" : "ページ");
    for (const auto& each : paper.report.overflows)
        line("別紙に書きました", "written on a continuation sheet", each.label + " (" + each.field + ")");
    for (const auto& each : paper.report.undrawn)
        line("字形がありません", "no glyph", each.field + " " + each.code_points);
    for (const auto& each : paper.report.missing) line("まだ書けません", "no value yet", each);
    for (const auto& each : paper.report.refused)
        line("書けない文字があります", "characters that may not be written", each);
}

}  // namespace

int command_fill(const FillCommand& command, Speech speech, std::ostream& out, std::ostream& err) {
    int code = kFine;
    const auto files = read_visit(command.visit, speech, err, code);
    if (!files) return code;
    Typesetter typesetter;
    const auto papers = make_papers(
        files->pack, files->answers.context, files->answers.facts,
        {.number = command.number, .time = {}, .large = command.large, .language = command.reader},
        typesetter);
    const auto failed = [&](const Error& error) {
        err << (speech.english ? "the papers cannot be made: " : "書類を作れません: ") << error.detail
            << '\n';
        return kFoundProblems;
    };
    if (!papers) return failed(papers.error());

    std::error_code problem;
    fs::create_directories(command.out, problem);
    auto found = nlohmann::json::array();
    for (const auto& paper : *papers) {
        const auto file = command.out / (paper.id + ".pdf");
        if (const auto unwritten = write_file(file, paper.pdf)) return failed(*unwritten);
        if (!paper.report.clean()) code = kFoundProblems;
        if (speech.json)
            found.push_back(as_json(paper, file));
        else
            write(paper, file, speech.english, out);
    }
    if (speech.json) out << nlohmann::json{{"number", command.number}, {"papers", found}}.dump(2) << '\n';
    return code;
}

}  // namespace forms
