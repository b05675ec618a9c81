#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/interview/cases.hpp"
#include "forms/interview/families.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/papers.hpp"

namespace forms {
namespace {

/// How often each sheet is filled when the families are played as visits.
std::map<std::string, int> sheets_filled(const Pack& pack, const std::vector<Case>& families) {
    std::map<std::string, int> filled;
    for (const auto& sheet : pack.sheets) filled[sheet.id] = 0;
    for (const auto& family : families) {
        const auto visit = play_family(pack, family);
        for (const auto* sheet : sheets_of(pack, visit.context, decide(pack, visit.context, visit.facts)))
            ++filled[sheet->id];
    }
    return filled;
}

/// The switches of settings.toml that a rule reads, with the city's value.
std::string switches_of(const Pack& pack, const std::string& rule) {
    std::string found;
    for (const auto& setting : pack.settings.all) {
        const auto* flag = std::get_if<bool>(&setting.value);
        if (!flag || rule.find("setting." + setting.id) == std::string::npos) continue;
        found += fmt::format("{}`{} = {}`", found.empty() ? "" : "、", setting.id, *flag);
    }
    return found;
}

/// Why a rule has not been seen with every value: a city's switch turns it off. Empty: nothing explains it.
std::string reason_of(const Pack& pack, const RuleCoverage& coverage) {
    const auto id = coverage.rule.substr(coverage.rule.find(' ') + 1);
    for (const auto& each : pack.procedures)
        if (each.id == id) return switches_of(pack, each.applies_when.text);
    return {};
}

std::string reason_of_sheet(const Pack& pack, const std::string& sheet) {
    for (const auto& each : pack.procedures)
        if (std::ranges::find(each.sheets, sheet) != each.sheets.end())
            if (auto why = switches_of(pack, each.applies_when.text); !why.empty()) return why;
    return {};
}

std::string explained(const std::string& why, int& unexplained) {
    if (!why.empty()) return fmt::format("市の設定 {} で止めている。設定を変えた試験で見る", why);
    ++unexplained;
    return "**説明がない**";
}

}  // namespace

int command_coverage(const std::filesystem::path& folder, Speech speech, std::ostream& out,
                     std::ostream& err) {
    const auto loaded = load_pack(folder);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check を実行してください\n");
        return kFoundProblems;
    }
    const auto families = load_cases(loaded.pack);
    const auto report = run_cases(loaded.pack, families.cases);
    const auto filled = sheets_filled(loaded.pack, families.cases);
    int unexplained = 0;
    out << fmt::format(
        "事例 {} 件。条件がそれぞれの値になった事例の数。\n\n| 条件 | 真 | 偽 | 不明 | 説明 "
        "|\n|---|--:|--:|--:|---|\n",
        report.cases);
    for (const auto& each : report.coverage)
        out << fmt::format("| `{}` | {} | {} | {} | {} |\n", each.rule, each.seen_true, each.seen_false,
                           each.seen_unknown,
                           each.complete() ? "" : explained(reason_of(loaded.pack, each), unexplained));
    out << "\n事例の家族が来庁したときに記入された様式。\n\n| 様式 | 回 | 説明 |\n|---|--:|---|\n";
    for (const auto& [sheet, times] : filled)
        out << fmt::format("| `{}` | {} | {} |\n", sheet, times,
                           times > 0 ? "" : explained(reason_of_sheet(loaded.pack, sheet), unexplained));
    out << fmt::format("\n説明のないもの {} 件。\n", unexplained);
    return unexplained == 0 && report.disappointments.empty() ? kFine : kFoundProblems;
}

}  // namespace forms
