#include "kiosk/speech/narrator.hpp"

#include <catch2/catch.hpp>

using namespace kiosk;
using namespace kiosk::speech;

namespace {

Node node(const std::string& id, Role role, const std::string& reading) {
    Node made{.id = id, .role = role, .label = "漢字", .reading = reading};
    made.language = "ja";
    made.state.actionable = role == Role::Choice || role == Role::Primary;
    return made;
}

Tree question() {
    return {node("back", Role::Secondary, "もどる"),
            node("step", Role::Step, "しつもん"),
            node("heading", Role::Heading, "けんこうほけんは どれでしたか"),
            node("answer.a", Role::Choice, "こくみん"),
            node("answer.b", Role::Choice, "かいしゃ"),
            node("field.applicant.name", Role::Field, "ひみつ"),
            node("next", Role::Primary, "つぎへ")};
}

std::vector<std::string> said(const Narration& narration) {
    std::vector<std::string> all;
    for (const auto& sentence : narration.sentences) all.push_back(sentence.reading);
    return all;
}
using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a new screen is said from its heading on, without the buttons that are always there",
          "[kiosk][speech]") {
    Narrator narrator;
    const auto heard = narrator.hear("1", question());
    CHECK(heard.interrupts);
    CHECK(said(heard) == Said{"けんこうほけんは どれでしたか", "しつもん", "こくみん", "かいしゃ"});
    CHECK(narrator.hear("1", question()) == Narration{});
}

TEST_CASE("the part the keyboard comes to and the answer chosen are said, and cut short what went before",
          "[kiosk][speech]") {
    Narrator narrator;
    auto tree = question();
    (void)narrator.hear("1", tree);
    tree.back().state.focused = true;
    CHECK(said(narrator.hear("1", tree)) == Said{"つぎへ"});
    tree[4].state.selected = true;
    const auto chosen = narrator.hear("1", tree);
    CHECK(chosen.interrupts);
    CHECK(said(chosen) == Said{"かいしゃ"});
}

TEST_CASE("what belongs to a person is never said aloud", "[kiosk][speech]") {
    Narrator narrator;
    auto tree = question();
    for (const auto* id : {"confirm.name", "confirm.address", "review.deceased.name", "name.1"})
        tree.push_back(node(id, Role::Text, "ひみつ"));
    tree[5].state.focused = true;
    for (const auto* screen : {"1", "2"})
        for (const auto& reading : said(narrator.hear(screen, tree))) CHECK(reading != "ひみつ");
    tree[5].state.focused = false;
    (void)narrator.hear("2", tree);
    tree[5].state.focused = true;
    CHECK(said(narrator.hear("2", tree)).empty());
}

TEST_CASE("whoever switches the voice on again hears the screen anew", "[kiosk][speech]") {
    Narrator narrator;
    const auto first = narrator.hear("1", question());
    narrator.forget();
    CHECK(narrator.hear("1", question()) == first);
}
