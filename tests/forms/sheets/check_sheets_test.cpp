#include "forms/sheets/check_sheets.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "forms/pack/codes.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

// A pack of one sheet, with its blank in a folder.
struct SmallPack {
    TrialFolder folder;
    Typesetter typesetter;
    Pack pack;

    explicit SmallPack(std::vector<Field> fields) {
        pack.folder = folder.file("");
        for (const auto& [key, type] :
             {std::pair{"applicant.name", ItemType::Name}, {"property.address", ItemType::Address}}) {
            Item item;
            item.key = key;
            item.type = type;
            item.label.ja = "項目";
            pack.items.push_back(std::move(item));
        }
        auto sheet = sheet_of(std::move(fields));
        sheet.position = {"sheets/trial.toml", 1, 1};
        std::filesystem::create_directory(folder.file("sheets"));
        folder.write("sheets/trial.pdf", blank_for(sheet, typesetter));
        pack.sheets.push_back(std::move(sheet));
    }
    std::vector<Problem> check() { return check_sheets(pack, typesetter); }
};

Field bound(const std::string& item, Box box, int line) {
    auto field = field_of(FieldKind::Text, box, item);
    field.item = item;
    field.position = {"sheets/trial.toml", line, 1};
    return field;
}

}  // namespace

TEST_CASE("a field too small for the longest name is named with its line and its millimetres",
          "[forms][sheets][check]") {
    SmallPack small(
        {bound("applicant.name", {20, 30, 60, 4}, 7), bound("property.address", {20, 50, 120, 20}, 9)});
    const auto problems = small.check();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == codes::kFieldOverflow);
    CHECK(problems.front().severity == Severity::Warning);
    CHECK(problems.front().file == "sheets/trial.toml");
    CHECK(problems.front().line == 7);
    CHECK(problems.front().message.find(" mm ") != std::string::npos);

    SmallPack wide({bound("applicant.name", {20, 30, 60, 12}, 7)});
    CHECK(wide.check().empty());
}

TEST_CASE("a blank that no longer goes with its template is an error of the pack", "[forms][sheets][check]") {
    SmallPack small({});
    small.pack.sheets.front().height = 280;
    const auto problems = small.check();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == codes::kBlankUnusable);
    CHECK(problems.front().severity == Severity::Error);
    CHECK(problems.front().message.find("280.0 mm") != std::string::npos);
}
