#include "kiosk/model/drafts.hpp"
#include "kiosk/model/suggestible.hpp"
#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

namespace {

std::string end_of(forms::ItemType type, const std::string& text, std::size_t caret = std::string::npos) {
    forms::Item item;
    item.key = "applicant.address";
    item.type = type;
    return suggestible(item, {text, std::min(caret, text.size())});
}

}  // namespace

TEST_CASE("the kana at the end of an address or a free text can become something else", "[kiosk][model]") {
    using enum forms::ItemType;
    CHECK(end_of(Address, "みどり") == "みどり");
    CHECK(end_of(Address, "言葉県みどりちょー") == "みどりちょー");
    CHECK(end_of(Text, "3丁目の") == "の");
    CHECK(end_of(Text, "みどり町").empty());
    CHECK(end_of(Text, "みどりＡ").empty());
    CHECK(end_of(Text, "ミドリ").empty());
    CHECK(end_of(Text, "みどり町", 9) == "みどり");  // up to the caret
    CHECK(end_of(Text, "").empty());
}

TEST_CASE("names and their kana are never converted like sentences", "[kiosk][model]") {
    CHECK(end_of(forms::ItemType::Name, "わたなべ").empty());
    CHECK(end_of(forms::ItemType::Kana, "わたなべ").empty());
}

TEST_CASE("an address may begin with a postal code", "[kiosk][model]") {
    using enum forms::ItemType;
    CHECK(end_of(Address, "0000123") == "0000123");
    CHECK(end_of(Address, "000-0123") == "000-0123");
    CHECK(end_of(Address, "000012").empty());
    CHECK(end_of(Address, "00001234").empty());
    CHECK(end_of(Address, "本町0000123").empty());
    CHECK(end_of(Text, "0000123").empty());
}

TEST_CASE("a text of any bytes is looked at without falling over its end", "[kiosk][model]") {
    for (const auto* text : {"\x81\x81", "\xE3", "\xE3\x81", "a\x82\x96", "𠮷", "邉\xF3\xA0\x84\x90"})
        CHECK(end_of(forms::ItemType::Text, text).size() <= std::string_view(text).size());
    std::string endless;
    for (int i = 0; i < 1000; ++i) endless += "あ";
    CHECK(end_of(forms::ItemType::Text, endless).size() == 40 * 3);
}

namespace {

/// Somebody before a field of free text, typing.
struct Writer : Visitor {
    Writer() {
        begins_questions();
        model.screen = Question{.question = "applicant_name", .drafts = {{"applicant.note", TextDraft{}}}};
    }
    [[nodiscard]] const Suggestions& offered() const { return sees<Question>().suggestions; }
    Writer& is_told(const std::string& from, std::vector<std::string> instead) {
        does(event::WritingSuggested{visit(), "applicant.note", from, std::move(instead)});
        return *this;
    }
};

}  // namespace

TEST_CASE("what may be written instead is asked for once and offered until the text changes",
          "[kiosk][model]") {
    Writer visitor;
    visitor.writes("applicant.note", "みどり");
    REQUIRE(visitor.asked_for<command::SuggestWriting>());
    CHECK(visitor.asked_for<command::SuggestWriting>()->from == "みどり");
    visitor.is_told("みどり", {"緑", "翠"});
    CHECK(visitor.offered().instead == std::vector<std::string>{"緑", "翠"});

    visitor.writes("applicant.note", "みどり");
    CHECK_FALSE(visitor.asked_for<command::SuggestWriting>());
    visitor.writes("applicant.note", "緑");
    CHECK(visitor.offered().instead.empty());
    CHECK_FALSE(visitor.asked_for<command::SuggestWriting>());
}

TEST_CASE("an answer for what was typed before is not offered", "[kiosk][model]") {
    Writer visitor;
    visitor.writes("applicant.note", "みど").writes("applicant.note", "みどり");
    visitor.is_told("みど", {"見度"});
    CHECK(visitor.offered().instead.empty());
    visitor.does(event::WritingSuggested{VisitId{99}, "applicant.note", "みどり", {"緑"}});
    CHECK(visitor.offered().instead.empty());
    visitor.does(event::WritingSuggested{visitor.visit(), "applicant.other", "みどり", {"緑"}});
    CHECK(visitor.offered().instead.empty());
}

TEST_CASE("a machine without a voice has none to switch on", "[kiosk][model]") {
    Visitor visitor;
    visitor.does(event::VoiceToggled{});
    CHECK_FALSE(visitor.model.preferences.voice);
    visitor.does(event::VoiceFound{true}).does(event::VoiceToggled{});
    CHECK(visitor.model.preferences.voice);
    visitor.does(event::VoiceFound{false});
    CHECK_FALSE(visitor.model.preferences.voice);
}
