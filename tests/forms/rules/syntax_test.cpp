#include <catch2/catch.hpp>

#include "tests/forms/rules/rules_of.hpp"

using namespace forms;

TEST_CASE("a rule with a mistake names the place and what was expected", "[forms][rules]") {
    const auto [text, code, offset] = GENERATE(table<std::string, RuleErrc, std::size_t>({
        {"p.yes and", RuleErrc::Syntax, 9},
        {"p.yes == true", RuleErrc::Syntax, 7},
        {"(p.yes", RuleErrc::Syntax, 6},
        {"p.yes)", RuleErrc::Syntax, 5},
        {"p.yes & p.other", RuleErrc::Syntax, 6},
        {"p.note = \"x", RuleErrc::Syntax, 9},
        {"p.day > 2026-02-30", RuleErrc::Syntax, 8},
        {"p.yes not p.other", RuleErrc::Syntax, 10},
        {"any child child.age", RuleErrc::Syntax, 10},
        {"p.yse and p.other", RuleErrc::UnknownName, 0},
        {"is_old", RuleErrc::UnknownName, 0},
        {"ageon(p.birth, p.day)", RuleErrc::UnknownName, 0},
        {"p.kind = rad", RuleErrc::UnknownChoice, 9},
        {"p.kind in {red, purple}", RuleErrc::UnknownChoice, 16},
        {"p.number < setting.limt", RuleErrc::UnknownSetting, 11},
        {"p.number = p.day", RuleErrc::Type, 9},
        {"p.yes < p.other", RuleErrc::Type, 6},
        {"p.number and p.yes", RuleErrc::Type, 0},
        {"age_on(p.birth, p.number) > 3", RuleErrc::Type, 16},
        {"age_on(p.birth) > 3", RuleErrc::Type, 0},
        {"child.age > 3", RuleErrc::Person, 0},
        {"any chidl where p.yes", RuleErrc::Person, 0},
        {"p[1].yes", RuleErrc::Person, 0},
        {"any child where any child where any child where any child where p.yes", RuleErrc::TooDeep, 48},
    }));
    Sandbox box;

    const auto found = box.compiled(text);

    INFO(text);
    REQUIRE_FALSE(found.problems.empty());
    INFO(found.problems.front().message_en);
    CHECK(found.problems.front().code == code);
    CHECK(found.problems.front().offset == offset);
    CHECK(found.node == kNoNode);
}

TEST_CASE("a mistyped name is answered with the nearest known one", "[forms][rules]") {
    Sandbox box;

    CHECK(box.compiled("p.yse").problems.front().message_en ==
          "there is no item \"p.yse\"; did you mean \"p.yes\"?");
    CHECK(box.compiled("p.kind = gren").problems.front().message_en ==
          "there is no choice \"gren\"; did you mean \"green\"?");
}

TEST_CASE("every mistake of a rule is reported, not only the first", "[forms][rules]") {
    Sandbox box;

    CHECK(box.compiled("p.yse and p.kind = rad and p.number").problems.size() == 3);
}

TEST_CASE("brackets a thousand deep are refused and do not crash", "[forms][rules]") {
    Sandbox box;

    const auto found = box.compiled(std::string(1000, '(') + "p.yes" + std::string(1000, ')'));

    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems.front().code == RuleErrc::TooDeep);
}

TEST_CASE("a rule with ten thousand parts is read", "[forms][rules]") {
    Sandbox box;
    std::string text = "p.yes";
    for (int i = 0; i < 10000; ++i) text += " or not not p.other";

    CHECK(box.compiled(text).good());
}
