#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/interview/families.hpp"
#include "forms/interview/field_values.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/papers.hpp"
#include "forms/write_file.hpp"

namespace forms {
namespace {

namespace fs = std::filesystem;

/// What one family's visit comes to.
struct Count {
    std::string name;
    std::vector<std::string> questions;  // ids
    int sheets = 0;
    int names = 0;  // places for a name that would have been written by hand
};

int names_on(const Pack& pack, const FamilyVisit& visit, const SheetTemplate& sheet) {
    const auto values = field_values(pack, visit.context, visit.facts, sheet);
    int names = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* item = pack.item(sheet.fields[i].item);
        if (item && item->type == ItemType::Name && values[i].draw == FieldValue::Draw::Yes &&
            values[i].value)
            ++names;
    }
    return names;
}

Count count_of(const Pack& pack, const Case& family, const FamilyVisit& visit) {
    Count count{family.name, visit.questions, 0, 0};
    const auto decisions = decide(pack, visit.context, visit.facts);
    for (const auto* sheet : sheets_of(pack, visit.context, decisions)) {
        ++count.sheets;
        count.names += names_on(pack, visit, *sheet);
    }
    return count;
}

/// The papers of one family under out/NN; the lines say what a clerk would have to look at.
bool fill_family(const Pack& pack, const FamilyVisit& visit, const fs::path& out, bool english,
                 Typesetter& typesetter, std::ostream& err) {
    const auto papers = make_papers(pack, visit.context, visit.facts,
                                    {.number = visit.number, .time = {}, .large = false}, typesetter);
    if (!papers) {
        err << out.string() << ": " << papers.error().detail << '\n';
        return false;
    }
    std::error_code ignored;
    fs::create_directories(out, ignored);
    bool clean = true;
    for (const auto& paper : *papers) {
        if (const auto unwritten = write_file(out / (paper.id + ".pdf"), paper.pdf)) {
            err << out.string() << ": " << unwritten->detail << '\n';
            return false;
        }
        if (paper.report.clean()) continue;
        clean = false;
        std::string fields;
        for (const auto& each : paper.report.missing) fields += " " + each;
        for (const auto& each : paper.report.overflows) fields += " " + each.field;
        err << fmt::format(
            "{}/{}.pdf: {}{}\n", out.string(), paper.id,
            english ? "empty required fields, continuations:" : "書けない必須欄・別紙:", fields);
    }
    return clean;
}

void write(const std::string& event, const std::vector<Count>& counts, bool english, std::ostream& out) {
    const auto column = [&](auto what) {
        std::vector<int> numbers;
        for (const auto& each : counts) numbers.push_back(what(each));
        return numbers;
    };
    out << '\n'
        << event << (english ? ": questions  sheets  names by hand\n" : ": 質問  様式  手で書く氏名\n");
    for (const auto& each : counts)
        out << fmt::format("{:4}  {:4}  {:4}  {}\n", each.questions.size(), each.sheets, each.names,
                           each.name);
    const auto line = [&](const char* ja, const char* en, const std::vector<int>& numbers) {
        const auto most = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
        out << (english ? fmt::format("  {}: median {}, most {}\n", en, median(numbers), most)
                        : fmt::format("  {}: 中央値 {}、最大 {}\n", ja, median(numbers), most));
    };
    line("質問の画面", "screens of questions",
         column([](const Count& each) { return static_cast<int>(each.questions.size()); }));
    line("様式", "sheets", column([](const Count& each) { return each.sheets; }));
    line("手で書く氏名", "names by hand", column([](const Count& each) { return each.names; }));
}

}  // namespace

int command_families(const FamiliesCommand& command, Speech speech, std::ostream& out, std::ostream& err) {
    const auto loaded = load_pack(command.pack);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check を実行してください\n");
        return kFoundProblems;
    }
    const auto families = load_cases(loaded.pack);
    Typesetter typesetter;
    bool clean = families.problems.empty();
    std::map<std::string, std::vector<Count>> counts;
    for (std::size_t i = 0; i < families.cases.size(); ++i) {
        const auto& family = families.cases[i];
        const auto visit = play_family(loaded.pack, family);
        counts[family.event].push_back(count_of(loaded.pack, family, visit));
        if (!command.out.empty())
            clean = fill_family(loaded.pack, visit, command.out / fmt::format("{:03}", i + 1), speech.english,
                                typesetter, err) &&
                    clean;
    }
    if (speech.json) {
        nlohmann::json json;
        for (const auto& [event, each] : counts)
            for (const auto& count : each)
                json[event].push_back({{"name", count.name},
                                       {"questions", count.questions},
                                       {"sheets", count.sheets},
                                       {"names", count.names}});
        out << json.dump(2) << '\n';
    } else {
        out << (speech.english
                    ? "Counted: every screen of questions after the card, with names and accounts; "
                      "only the card's four items are known beforehand.\n"
                    : "数えたもの: "
                      "カードのあとの質問の画面すべて（氏名・口座を含む）。先にわかるのはカードの4情報だけ。"
                      "\n");
        for (const auto& [event, each] : counts) write(event, each, speech.english, out);
    }
    return clean ? kFine : kFoundProblems;
}

}  // namespace forms
