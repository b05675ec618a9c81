#include "forms/typeset/ruby.hpp"

#include <catch2/catch.hpp>

using namespace forms;

namespace {

constexpr Style kUi{TextRole::Ui, "ja"};

}  // namespace

TEST_CASE(
    "readings are taken from the packs' notation, over the kanji before them or the base that is marked",
    "[forms][typeset][ruby]") {
    CHECK(parse_ruby("市民《しみん》課《か》") == std::vector<RubyPart>{{"市民", "しみん"}, {"課", "か"}});
    CHECK(parse_ruby("亡《な》くなった 人《ひと》") ==
          std::vector<RubyPart>{{"亡", "な"}, {"くなった ", ""}, {"人", "ひと"}});
    CHECK(parse_ruby("｜お見舞い《おみまい》です") ==
          std::vector<RubyPart>{{"お見舞い", "おみまい"}, {"です", ""}});
    CHECK(parse_ruby("佐々木《ささき》") == std::vector<RubyPart>{{"佐々木", "ささき"}});
    CHECK(parse_ruby("《かんじ") == std::vector<RubyPart>{{"《かんじ", ""}});
    CHECK(parse_ruby("").empty());
}

TEST_CASE("a short reading is centred over its base, a long one makes room for itself",
          "[forms][typeset][ruby]") {
    Faces faces;
    const auto lines = break_ruby(faces, {{"世帯主", "せ"}, {"は", ""}, {"志", "こころざし"}}, kUi, 100);
    REQUIRE(lines.size() == 1);
    const auto& parts = lines.front().parts;
    REQUIRE(parts.size() == 5);
    const auto middle = [](const RubyLine::Placed& part) {
        return part.x + part.shaped.width * (part.reading ? kRubySize : 1.0) / 2;
    };
    CHECK(parts[1].reading);
    CHECK(middle(parts[1]) == Approx(middle(parts[0])));
    CHECK(middle(parts[4]) == Approx(middle(parts[3])));
    CHECK(parts[4].x >=
          parts[2].x + parts[2].shaped.width - 1e-9);  // the long reading stands over nobody else
    CHECK(lines.front().width == Approx(parts[4].x + parts[4].shaped.width * kRubySize));
}

TEST_CASE("a line ends neither inside a base nor where strict typesetting forbids, and nothing is lost",
          "[forms][typeset][ruby]") {
    Faces faces;
    const auto parts = parse_ruby(
        "「国民《こくみん》健康《けんこう》保険《ほけん》」の 資格《しかく》確認書《かくにんしょ》を、もって "
        "きて ください。ご家族《かぞく》（"
        "和子《かずこ》様《さま》）の 分《ぶん》も、ゆっくり ちょっと 見《み》せて "
        "ください。人々《ひとびと》・コーヒー。");
    for (double width = 5; width < 30; width += 0.5) {
        std::string all;
        for (const auto& line : break_ruby(faces, parts, kUi, width)) {
            CHECK(line.width <= width + 1e-6);
            std::string words;
            for (const auto& part : line.parts)
                if (!part.reading) words += part.text;
            INFO(width << ": " << words);
            for (const auto* never : {"、", "。", "」", "）", "ー", "・", "っ", "ょ", "々"})
                CHECK_FALSE(words.starts_with(never));
            for (const auto* never : {"「", "（"}) CHECK_FALSE(words.ends_with(never));
            all += words;
        }
        std::string given;
        for (const auto& part : parts) given += part.text;
        CHECK(all == given);
    }
}
