#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/check.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/check_sheets.hpp"

namespace forms {
namespace {

std::string_view severity_word(Severity severity, bool english) {
    if (severity == Severity::Error) return english ? "error" : "誤り";
    return english ? "warning" : "注意";
}

nlohmann::json as_json(const Problem& each, bool english) {
    return {{"file", each.file},
            {"line", each.line},
            {"column", each.column},
            {"code", each.code},
            {"severity", severity_word(each.severity, true)},
            {"message", english ? each.message_en : each.message},
            {"remedy", english ? each.remedy_en : each.remedy}};
}

void write(const Problem& each, bool english, std::ostream& out) {
    out << fmt::format("{}:{}:{} {} {}: {} — {}\n", each.file, each.line, each.column, each.code,
                       severity_word(each.severity, english), english ? each.message_en : each.message,
                       english ? each.remedy_en : each.remedy);
}

void write_summary(const Pack& pack, std::size_t errors, std::size_t warnings, bool english,
                   std::ostream& out) {
    if (english) {
        out << fmt::format("{} items, {} questions, {} procedures, {} sheets: {} error(s), {} warning(s)\n",
                           pack.items.size(), pack.questions.size(), pack.procedures.size(),
                           pack.sheets.size(), errors, warnings);
        return;
    }
    out << fmt::format("項目 {}・質問 {}・手続 {}・様式 {}: 誤り {} 件、注意 {} 件\n", pack.items.size(),
                       pack.questions.size(), pack.procedures.size(), pack.sheets.size(), errors, warnings);
}

}  // namespace

int command_check(const std::filesystem::path& folder, Speech speech, std::ostream& out) {
    const auto loaded = load_pack(folder);
    auto problems = check(loaded);
    if (std::ranges::find(problems, Severity::Error, &Problem::severity) == problems.end()) {
        Typesetter typesetter;
        std::ranges::move(check_sheets(loaded.pack, typesetter), std::back_inserter(problems));
        std::ranges::move(load_cases(loaded.pack).problems, std::back_inserter(problems));
    }
    std::size_t errors = 0;
    for (const auto& each : problems) errors += each.severity == Severity::Error ? 1U : 0U;
    if (speech.json) {
        auto list = nlohmann::json::array();
        for (const auto& each : problems) list.push_back(as_json(each, speech.english));
        // Text of a broken pack may be anything; it must not stop its own report.
        out << list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    } else {
        for (const auto& each : problems) write(each, speech.english, out);
        write_summary(loaded.pack, errors, problems.size() - errors, speech.english, out);
    }
    return errors > 0 ? kFoundProblems : kFine;
}

int command_codes(Speech speech, std::ostream& out) {
    auto list = nlohmann::json::array();
    for (const auto& code : all_codes()) {
        const auto meaning = speech.english ? code.meaning_en : code.meaning_ja;
        const auto remedy = speech.english ? code.remedy_en : code.remedy_ja;
        if (speech.json) {
            list.push_back({{"code", code.id},
                            {"severity", severity_word(code.severity, true)},
                            {"meaning", meaning},
                            {"example", code.example},
                            {"remedy", remedy}});
        } else {
            out << fmt::format("{} ({}): {}\n    {}: {}\n    → {}\n", code.id,
                               severity_word(code.severity, speech.english), meaning,
                               speech.english ? "example" : "例", code.example, remedy);
        }
    }
    if (speech.json) out << list.dump(2) << '\n';
    return kFine;
}

}  // namespace forms
