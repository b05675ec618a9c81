#include "forms/sheets/block.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "forms/typeset/ruby.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

namespace {

constexpr double kDpi = 300;
constexpr Style kUi{TextRole::Ui, "ja"};

// Bands of rows with ink, from top to bottom.
int bands_of_ink(const Picture& picture) {
    int bands = 0;
    bool before = false;
    for (int y = 0; y < picture.height; ++y) {
        const auto row = picture.rgb.begin() + static_cast<std::ptrdiff_t>(y) * picture.width * 3;
        const bool ink = std::any_of(row, row + static_cast<std::ptrdiff_t>(picture.width) * 3,
                                     [](std::uint8_t light) { return light < 250; });
        bands += ink && !before ? 1 : 0;
        before = ink;
    }
    return bands;
}

std::string drawn(const Block& block, Typesetter& typesetter) {
    Canvas canvas(typesetter, {100, 100}, {"よみがな", Date{}});
    block.draw(canvas, 5, 5);
    return canvas.finish().value();
}

}  // namespace

TEST_CASE("no reading touches the line above it or its own base", "[forms][sheets][ruby]") {
    constexpr const char* kWords =
        "国民《こくみん》健康《けんこう》保険《ほけん》資格《しかく》確認書《かくにんしょ》証明《しょうめい》"
        "葬祭《そうさい》費用《ひよう》"
        "届出《とどけで》";
    Typesetter typesetter;
    for (const double size : {9.0, 12.0, 18.0}) {
        Block marked(typesetter.faces(), 46);
        marked.add_marked({kWords, kUi, size, 0});
        const auto lines = std::lround(marked.height() / ((1.32 + kRubyRow) * size / kPointsPerMm));
        Block block(typesetter.faces(), 46);
        block.add({"質問書類", kUi, size, 0});
        block.add_marked({kWords, kUi, size, 0});
        const auto pdf = drawn(block, typesetter);

        INFO(size);
        CHECK(lines >= 2);
        CHECK(text_of(pdf).find("とどけで") != std::string::npos);
        // One band of ink for each row of words, one for each row of readings, and paper between them.
        CHECK(bands_of_ink(*picture_of(pdf, 1, kDpi)) == 1 + 2 * lines);
    }
}

TEST_CASE("no character or two stand alone on a last line, and no short bracket is taken apart",
          "[forms][sheets]") {
    Typesetter typesetter;
    const auto last_line = [&](const std::string& words, double width) {
        Block block(typesetter.faces(), width);
        block.add({words, kUi, 9, 0});
        (void)block.take(block.height() - kUsualLeading * 9 / kPointsPerMm + 0.01);
        return text_of(drawn(block, typesetter));
    };
    CHECK(last_line("会葬礼状か領収書（喪主名入り）", 32) == "（喪主名入り）");
    CHECK(last_line("国民健康保険資格取得異動喪失届（署名）", 57).find("（署名）") != std::string::npos);
    CHECK(last_line("ふれあい収集の停止や一時多量のごみ", 52).size() > 3 * 3);
}
