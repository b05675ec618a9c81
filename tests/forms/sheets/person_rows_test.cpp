#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "forms/pack/codes.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/check_sheets.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const std::string kFamily = R"toml(
id = "family"
version = "1"
city = "書かない市"
languages = ["ja"]
event = [{id = "birth", label = "お子さん"}]
person = [{id = "child", label = "お子さん", repeated = true}]

[item."child.count"]
type = "number"
label = "人数"

[item."child.name"]
type = "name"
label = "氏名"

[item."child.birth_date"]
type = "date"
label = "生年月日"

[[question]]
id = "count"
text = "何人ですか"
asks = ["child.count"]
always = true

[[question]]
id = "child"
text = "お名前と生年月日"
asks = ["child.name", "child.birth_date"]
always = true
)toml";

// Three rows of 10 mm: a name, a year ringed when the child is of this century, the date.
const std::string kTable = R"toml(
[sheet]
id = "table"
title = "児童手当認定請求書"
size = [210.0, 297.0]

[[rows]]
person = "child"
count = 3
pitch = 10.0

[[rows.field]]
id = "name"
kind = "text"
item = "child.name"
face = "name"
at = {page = 1, x = 20.0, y = 50.0, w = 60.0, h = 8.0}

[[rows.field]]
id = "young"
kind = "circle"
when = "child.birth_date >= 2020-01-01"
at = {page = 1, x = 90.0, y = 50.0, w = 10.0, h = 8.0}

[[rows.field]]
id = "born"
kind = "date_part"
part = "wareki"
item = "child.birth_date"
at = {page = 1, x = 110.0, y = 50.0, w = 60.0, h = 8.0}
)toml";

constexpr double kDpi = 80;

struct Family {
    TrialFolder folder;
    Typesetter typesetter;
    Loaded loaded = load_files({{"pack.toml", kFamily}, {"sheets/table.toml", kTable}}, folder.file(""));
    const SheetTemplate& sheet() const { return loaded.pack.sheets.at(0); }

    Family() {
        std::filesystem::create_directory(folder.file("sheets"));
        folder.write("sheets/table.pdf", blank_for(sheet(), typesetter));
    }

    Result<FilledSheet> fill_with(int children) {
        const std::vector<std::string> names{"一郎", "二郎", "三郎", "𠮷邉\U000E0110　四郎", "五郎"};
        Facts facts;
        facts.set("child.count", {Value(std::int64_t{children}), Provenance::Resident});
        for (int n = 1; n <= children; ++n) {
            facts.set(person_key("child", n, "name"),
                      {Value(names.at(static_cast<std::size_t>(n - 1))), Provenance::Resident});
            facts.set(person_key("child", n, "birth_date"),
                      {Value(Date{std::chrono::year(2016 + 2 * n) / 4 / 5}), Provenance::Resident});
        }
        const Context context{"birth", 2026y / 11 / 22};
        return fill(sheet(), loaded.pack.blank_of(sheet()),
                    sheet_values(loaded.pack, context, facts, sheet()), {"1122-014", 2026y / 11 / 22},
                    typesetter);
    }
};

}  // namespace

TEST_CASE("each person has a row of a table, and its marks are that person's", "[forms][sheets][rows]") {
    Family family;
    for (const auto& problem : family.loaded.problems) FAIL(problem.file << problem.line << problem.message);
    REQUIRE(family.sheet().fields.size() == 9);
    const auto filled = family.fill_with(2);
    INFO((filled ? std::string() : filled.error().detail));
    REQUIRE(filled);
    CHECK(filled->pages == 1);
    const auto text = text_of(filled->pdf);
    CHECK(text.find("一郎平成30年4月5日") != std::string::npos);
    CHECK(text.find("二郎令和2年4月5日") != std::string::npos);
    const auto before = *picture_of(blank_for(family.sheet(), family.typesetter), 1, kDpi);
    const auto after = *picture_of(filled->pdf, 1, kDpi);
    CHECK_FALSE(differ_inside(before, after, {90, 50, 10, 8}, kDpi));  // born 2018
    CHECK(differ_inside(before, after, {90, 60, 10, 8}, kDpi));        // born 2020
    CHECK_FALSE(differ_inside(before, after, {20, 70, 150, 8}, kDpi));
}

TEST_CASE("persons for whom a table has no row stand on the continuation sheet", "[forms][sheets][rows]") {
    Family family;
    const auto filled = family.fill_with(5);
    REQUIRE(filled);
    CHECK(filled->pages == 2);
    CHECK(filled->report.overflows.size() == 4);
    const auto text = text_of(filled->pdf);
    CHECK(text.find("お子さん4人目氏名") != std::string::npos);
    CHECK(text.find("𠮷邉\U000E0110四郎") != std::string::npos);
    CHECK(text.find("令和8年4月5日") != std::string::npos);
}

TEST_CASE("check says by how many millimetres a table is short for eight persons", "[forms][sheets][rows]") {
    Family family;
    const auto problems = check_sheets(family.loaded.pack, family.typesetter);
    const auto rows = std::ranges::find_if(
        problems, [](const Problem& each) { return each.message.find("50.0 mm") != std::string::npos; });
    REQUIRE(rows != problems.end());
    CHECK(rows->code == codes::kFieldOverflow);
    CHECK(rows->line == 7);
}

TEST_CASE("nothing is filled when a field lies on the city's own part of the paper", "[forms][sheets]") {
    Typesetter typesetter;
    auto sheet = sheet_of({field_of(FieldKind::Text, {20, 240, 60, 10}, "note")});
    sheet.office_use.push_back({1, 16, 250.1, 178, 35});
    CHECK(fill_trial(sheet, {said("山田")}, typesetter));
    sheet.office_use.front().y = 249.9;
    const auto refused = fill_trial(sheet, {said("山田")}, typesetter);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail == "trial: 記入欄「note」は市使用欄に重なっています");
}
