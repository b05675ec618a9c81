#include "kiosk/writing/kana_kanji.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

using kiosk::writing::KanaKanji;

namespace {

bool offers(const std::vector<std::string>& offered, const std::string& text) {
    return std::ranges::find(offered, text) != offered.end();
}

}  // namespace

TEST_CASE("kana become the words of an address and of free text", "[kiosk][writing]") {
    KanaKanji anthy;
    CHECK(offers(anthy.candidates("ほっかいどう"), "北海道"));
    CHECK(offers(anthy.candidates("みどりちょう"), "緑町"));
    CHECK(anthy.candidates("ちゅうおうく").front() == "中央区");
    CHECK(offers(anthy.candidates("こくみんけんこうほけん"), "国民健康保険"));
}

TEST_CASE("several ways are offered, each once, never the kana itself, never more than a dozen",
          "[kiosk][writing]") {
    KanaKanji anthy;
    for (const auto* kana : {"きしゃのきしゃがきしゃできしゃした", "はし", "あ", "ー", "んんん", "わ"}) {
        auto offered = anthy.candidates(kana);
        INFO(kana);
        CHECK(offered.size() <= KanaKanji::kMost);
        CHECK_FALSE(offers(offered, kana));
        std::ranges::sort(offered);
        CHECK(std::ranges::adjacent_find(offered) == offered.end());
    }
    CHECK(anthy.candidates("はし").size() > 3);
    CHECK(anthy.candidates("").empty());
}

TEST_CASE("what one visitor chose changes nothing for the next, and no file is left", "[kiosk][writing]") {
    namespace fs = std::filesystem;
    const auto home = fs::temp_directory_path() / "kakanai-anthy-home";
    fs::remove_all(home);
    fs::create_directories(home);
    const std::string before = std::getenv("HOME") ? std::getenv("HOME") : "";
    ::setenv("HOME", home.c_str(), 1);
    KanaKanji anthy;
    const auto first = anthy.candidates("かいとうする");
    for (int i = 0; i < 20; ++i) (void)anthy.candidates("かいとうする");
    anthy.forget();
    CHECK(anthy.candidates("かいとうする") == first);
    anthy.forget();
    CHECK(fs::is_empty(home));
    ::setenv("HOME", before.c_str(), 1);
    fs::remove_all(home);
}

TEST_CASE("long and strange texts are taken in", "[kiosk][writing]") {
    KanaKanji anthy;
    std::string endless;
    for (int i = 0; i < 200; ++i) endless += "かな";
    CHECK(anthy.candidates(endless).size() <= KanaKanji::kMost);
    (void)anthy.candidates("𠮷邉\xF3\xA0\x84\x90");
    (void)anthy.candidates("\xFF\xFE");
    (void)anthy.candidates("abc 123");
    CHECK_FALSE(anthy.candidates("ほっかいどう").empty());
}
