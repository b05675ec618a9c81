#include "forms/typeset/lines.hpp"
#include <algorithm>

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/name_vectors.hpp"

using namespace forms;

namespace {

const Style kUi{TextRole::Ui, "ja"};

const std::string kLong =
    "「国民健康保険」の資格確認書は、ご家族（和子様）の分もお持ちください。「ゆっくり、ちょっと待って！」と"
    "言われたら、コーヒーでも飲んで・休んで、それから『戸籍』をとりに行きましょうっ。"
    "佐々木さんは、サーバーのデータをキャッシュへ。あぁ、まぃか。すぅ、ねぇ、おぉ。かっしゃしゅしょくゎ、ファ"
    "ンのウィ、ヴァ、トゥー、"
    "シェフ、フォ、いすゞ、こゝろ、人々、時々。";

bool begins_with_any(std::string_view line, std::initializer_list<std::string_view> wrong) {
    return std::ranges::any_of(wrong, [&](std::string_view each) { return line.starts_with(each); });
}
bool ends_with_any(std::string_view line, std::initializer_list<std::string_view> wrong) {
    return std::ranges::any_of(wrong, [&](std::string_view each) { return line.ends_with(each); });
}

}  // namespace

TEST_CASE("no Japanese line begins or ends with what strict typesetting forbids", "[forms][typeset]") {
    Faces faces;
    for (double width = 4; width < 40; width += 0.5) {
        for (const auto& line : break_lines(faces, kLong, kUi, width)) {
            const auto words = line.bytes.of(kLong);
            INFO(width << ": " << words);
            CHECK(line.width <= width + 1e-6);
            CHECK_FALSE(
                begins_with_any(words, {"、", "。", "」", "』", "）", "ー", "・", "ぁ", "っ", "ゃ", "ゅ",
                                        "ょ", "ゎ", "ァ", "ッ", "ャ", "ュ", "ョ", "々", "！", "ゝ", "ゞ"}));
            CHECK_FALSE(ends_with_any(words, {"「", "『", "（"}));
        }
    }
}

TEST_CASE("breaking loses nothing and takes no character apart", "[forms][typeset]") {
    Faces faces;
    for (const auto& vector : name_vectors()) {
        for (const double width : {1.0, 2.5, 7.0, 100.0}) {
            INFO(vector.number << " at " << width);
            std::size_t at = 0;
            const auto clusters = faces.breaks().clusters(vector.text);
            for (const auto& line : break_lines(faces, vector.text, {TextRole::Name, "ja"}, width)) {
                CHECK(line.bytes.from == at);
                at = line.bytes.to;
                const bool whole = std::ranges::any_of(clusters, [&](Span span) { return span.to == at; });
                CHECK(whole);
            }
            CHECK(at == vector.text.size());
        }
    }
}

TEST_CASE("a line feed ends a line and an empty line stays", "[forms][typeset]") {
    Faces faces;
    const std::string text = "本人確認書類\n\n印鑑";
    const auto lines = break_lines(faces, text, kUi, 100);

    REQUIRE(lines.size() == 3);
    CHECK(lines[0].bytes.of(text) == "本人確認書類");
    CHECK(lines[1].bytes.of(text).empty());
    CHECK(lines[2].bytes.of(text) == "印鑑");
}

TEST_CASE("English breaks between words and a word wider than a line between letters", "[forms][typeset]") {
    Faces faces;
    const std::string text = "the certificate of residence";
    for (const auto& line : break_lines(faces, text, {TextRole::Ui, "en"}, 7)) {
        INFO(line.bytes.of(text));
        CHECK((line.bytes.to == text.size() || text[line.bytes.to - 1] == ' '));
    }
    const std::string word = "MONTENEGRO-VILLANUEVADELACRUZ";
    for (const auto& line : break_lines(faces, word, {TextRole::Ui, "en"}, 4))
        CHECK(line.width <= 4.0 + 1e-6);
}

TEST_CASE("a line keeps the faces of the whole text, so that it is as wide as it was measured",
          "[forms][typeset]") {
    Faces faces;
    const std::string text =
        "MARIA FERNANDA GUADALUPE DE LOS ANGELES CONCEPCION VALENTINA Nguyễn Thị Ánh \U0010DE92邉";
    std::size_t undrawable = 0;
    for (const auto& line : break_lines(faces, text, kUi, 20)) {
        INFO(line.bytes.of(text));
        CHECK(line.shaped.width >= line.width);
        REQUIRE_FALSE(line.shaped.glyphs.empty());
        if (line.bytes.of(text).starts_with("MARIA")) CHECK(line.shaped.glyphs.front().face == FaceId::Latin);
        const auto& last = line.shaped.clusters.back();
        CHECK(last.bytes.to == line.bytes.to - line.bytes.from);
        CHECK(last.first_glyph + last.glyphs == line.shaped.glyphs.size());
        undrawable += line.shaped.undrawable.size();
    }
    CHECK(undrawable == 1);
}

TEST_CASE("a Japanese line is broken between phrases: no prefix is left behind and no ending begins a line",
          "[forms][typeset]") {
    TextBreaks breaks;
    const auto phrases = [&](std::string_view text, std::string_view language) {
        std::string shown;
        std::size_t from = 0;
        for (const auto at : breaks.phrase_starts(text, language)) {
            shown += std::string(text.substr(from, at - from)) + "/";
            from = at;
        }
        return shown + std::string(text.substr(from));
    };
    CHECK(phrases("医療券をお使いだった", "ja") == "医療券を/お使いだった");
    CHECK(phrases("ご本人が勤めていた", "ja") == "ご本人が/勤めていた");
    CHECK(phrases("亡くなられた方の健康保険は、どれでしたか", "ja") ==
          "亡くなられた/方の/健康保険は、/どれでしたか");
    CHECK(phrases("市役所の 人が 調べます。", "easy") == "市役所の /人が /調べます。");
    CHECK(phrases("Which card?", "en") == "Which /card?");
}
