#include "kiosk/ui/names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "kiosk/ui/kana.hpp"

using namespace kiosk;

TEST_CASE("kanji of names come from the installed dictionaries, family and given names each",
          "[kiosk][ui][names]") {
    const NameDictionary names;
    REQUIRE_FALSE(names.empty());
    const auto has = [](const std::vector<std::string>& list, const char* word) {
        return std::ranges::find(list, word) != list.end();
    };
    CHECK(has(names.candidates("わたなべ", NamePart::Family), "渡辺"));
    CHECK(has(names.candidates("わたなべ", NamePart::Family), "渡邊"));
    CHECK(has(names.candidates("しょういち", NamePart::Given), "正一"));
    CHECK(names.candidates("ぬぬぬ", NamePart::Family).empty());
}

TEST_CASE("a character's registered forms and the ones it is exchanged with are offered",
          "[kiosk][ui][names]") {
    const NameDictionary names;
    const auto forms = names.forms("邉");
    CHECK(forms.size() > 20);
    CHECK(std::ranges::find(forms, "邉\U000E0110") != forms.end());
    CHECK(std::ranges::find(forms, "邊") != forms.end());
    CHECK(forms.front() == "邉");
}

TEST_CASE("without the dictionaries the board works and offers nothing", "[kiosk][ui][names]") {
    const NameDictionary none("/nowhere");
    CHECK(none.empty());
    CHECK(none.candidates("わたなべ", NamePart::Family).empty());
}

TEST_CASE("the marks of a kana go round and come back", "[kiosk][ui][kana]") {
    const Edited ka{"か", 3};
    CHECK(marked(ka, KanaMark::Voiced).text == "が");
    CHECK(marked(marked(ka, KanaMark::Voiced), KanaMark::Voiced) == ka);
    CHECK(marked({"は", 3}, KanaMark::HalfVoiced).text == "ぱ");
    CHECK(marked({"ば", 3}, KanaMark::HalfVoiced).text == "ぱ");
    CHECK(marked({"つ", 3}, KanaMark::Small).text == "っ");
    CHECK(marked({"漢", 3}, KanaMark::Voiced).text == "漢");
}
