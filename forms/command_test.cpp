#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/interview/cases.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/load.hpp"

namespace forms {
namespace {

std::string lacking(const RuleCoverage& each, bool english) {
    std::string words;
    const auto add = [&](std::uint32_t seen, const char* ja, const char* en) {
        if (seen == 0) words += (words.empty() ? "" : ", ") + std::string(english ? en : ja);
    };
    add(each.seen_true, "真", "true");
    add(each.seen_false, "偽", "false");
    add(each.seen_unknown, "不明", "unknown");
    return words;
}

nlohmann::json as_json(const CaseReport& report, bool english) {
    nlohmann::json json{{"cases", report.cases},
                        {"failures", nlohmann::json::array()},
                        {"coverage", nlohmann::json::array()}};
    for (const auto& each : report.disappointments)
        json["failures"].push_back({{"case", each.name},
                                    {"file", each.at.file},
                                    {"line", each.at.line},
                                    {"what", english ? each.what_en : each.what}});
    for (const auto& each : report.coverage)
        json["coverage"].push_back({{"rule", each.rule},
                                    {"file", each.at.file},
                                    {"line", each.at.line},
                                    {"true", each.seen_true},
                                    {"false", each.seen_false},
                                    {"unknown", each.seen_unknown}});
    return json;
}

void write(const CaseReport& report, bool english, std::ostream& out) {
    for (const auto& each : report.disappointments)
        out << fmt::format("{}:{}:{} {}: {}\n", each.at.file, each.at.line, each.at.column, each.name,
                           english ? each.what_en : each.what);
    std::size_t complete = 0;
    for (const auto& each : report.coverage) {
        if (each.complete()) {
            ++complete;
            continue;
        }
        out << fmt::format("{}:{}:{} {}: {}", each.at.file, each.at.line, each.at.column, each.rule,
                           lacking(each, english))
            << (english ? " never seen\n" : "になった事例がありません\n");
    }
    if (english) {
        out << fmt::format("{} case(s), {} failure(s); {} of {} rules seen true, false and unknown\n",
                           report.cases, report.disappointments.size(), complete, report.coverage.size());
    } else {
        out << fmt::format("事例 {} 件、誤り {} 件。真・偽・不明のすべてを見た条件 {} / {}\n", report.cases,
                           report.disappointments.size(), complete, report.coverage.size());
    }
}

}  // namespace

int command_test(const std::filesystem::path& folder, Speech speech, std::ostream& out, std::ostream& err) {
    const auto loaded = load_pack(folder);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check を実行してください\n");
        return kFoundProblems;
    }
    const auto cases = load_cases(loaded.pack);
    for (const auto& each : cases.problems)
        err << fmt::format("{}:{}:{} {} {}\n", each.file, each.line, each.column, each.code,
                           speech.english ? each.message_en : each.message);
    const auto report = run_cases(loaded.pack, cases.cases);
    if (speech.json) {
        out << as_json(report, speech.english).dump(2) << '\n';
    } else {
        write(report, speech.english, out);
    }
    return report.disappointments.empty() && cases.problems.empty() ? kFine : kFoundProblems;
}

}  // namespace forms
