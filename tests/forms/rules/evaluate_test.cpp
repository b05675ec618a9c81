#include <catch2/catch.hpp>

#include "tests/forms/rules/rules_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr Cell kYes = 1;
constexpr Cell kNo = 0;

Cell day(Date date) {
    return day_number(date);
}

}  // namespace

TEST_CASE("and, or and not follow Kleene's three values", "[forms][rules]") {
    const auto [a, b, both, either] = GENERATE(table<Cell, Cell, Cell, Cell>({
        {kYes, kYes, kYes, kYes},
        {kYes, kNo, kNo, kYes},
        {kNo, kNo, kNo, kNo},
        {kUnsaid, kYes, kUnsaid, kYes},
        {kUnsaid, kNo, kNo, kUnsaid},
        {kUnsaid, kUnsaid, kUnsaid, kUnsaid},
        {kSaidUnknown, kYes, kSaidUnknown, kYes},
        {kSaidUnknown, kNo, kNo, kSaidUnknown},
        {kSaidUnknown, kUnsaid, kUnsaid, kUnsaid},  // an answer still to come can decide
    }));
    Sandbox box;
    box.set("p.yes", a);
    box.set("p.other", b);

    CHECK(box.value("p.yes and p.other") == both);
    CHECK(box.value("p.other and p.yes") == both);
    CHECK(box.value("p.yes or p.other") == either);
    CHECK(box.value("p.other or p.yes") == either);
    CHECK(box.value("not (not p.yes and not p.other)") == either);
}

TEST_CASE("or joins what and has joined", "[forms][rules]") {
    Sandbox box;
    box.set("p.yes", kYes);
    box.set("p.other", kNo);
    box.set("p.third", kNo);

    CHECK(box.value("p.yes or p.other and p.third") == kYes);
    CHECK(box.value("(p.yes or p.other) and p.third") == kNo);
    CHECK(box.value("not p.other and p.yes") == kYes);
}

TEST_CASE("choices, numbers, dates and settings are compared with their like", "[forms][rules]") {
    Sandbox box;
    box.choose("p.kind", "red");
    box.set("p.number", 18);
    box.set("p.day", day(2026y / 11 / 22));

    CHECK(box.value("p.kind = red") == kYes);
    CHECK(box.value("green = p.kind") == kNo);
    CHECK(box.value("p.kind in {green, blue}") == kNo);
    CHECK(box.value("p.kind not in {green, blue}") == kYes);
    CHECK(box.value("p.number >= setting.limit and p.number < 19 and p.number in {17, 18}") == kYes);
    CHECK(box.value("p.day > 2026-11-21 and p.day <= 2026-11-22") == kYes);
    CHECK(box.value("p.yes = false") == kUnsaid);
}

TEST_CASE("a name that no rule compares with equals no string", "[forms][rules]") {
    Sandbox box;
    box.set("p.note", kOtherText);

    CHECK(box.value("p.note = \"x\"") == kNo);
    CHECK(box.value("p.note != \"x\"") == kYes);
}

TEST_CASE("known is open until the question is answered, and わからない answers it with no",
          "[forms][rules]") {
    Sandbox box;
    CHECK(box.value("known(p.number)") == kUnsaid);
    box.set("p.number", kSaidUnknown);
    CHECK(box.value("known(p.number)") == kNo);
    box.set("p.number", 0);
    CHECK(box.value("known(p.number)") == kYes);
}

TEST_CASE("any, all and count stay open while the list of persons is open", "[forms][rules]") {
    Sandbox box;
    box.children({20, 30}, kUnsaid);
    CHECK(box.value("any child where child.age < 18") == kUnsaid);
    CHECK(box.value("any child where child.age < 25") == kYes);
    CHECK(box.value("all child where child.age < 25") == kNo);
    CHECK(box.value("all child where child.age < 50") == kUnsaid);
    CHECK(box.value("count(child) >= 2") == kYes);
    CHECK(box.value("count(child) >= 3") == kUnsaid);

    box.children({20, 30});
    CHECK(box.value("any child where child.age < 18") == kNo);
    CHECK(box.value("all child where child.age < 50") == kYes);
    CHECK(box.value("count(child) = 2") == kYes);
    CHECK(box.value("count(child where child.age > 25)") == 1);
}

TEST_CASE("a count decides as soon as it cannot come out otherwise", "[forms][rules]") {
    Sandbox box;
    box.children({20, kUnsaid, 16});

    CHECK(box.value("count(child where child.age >= 15) >= 2") == kYes);
    CHECK(box.value("count(child where child.age >= 15) >= 3") == kUnsaid);
    CHECK(box.value("2 <= count(child where child.age >= 15)") == kYes);
    CHECK(box.value("count(child where child.age >= 18) = 0") == kNo);
    CHECK(box.value("count(child where child.age >= 18) > 2") == kNo);
    CHECK(box.value("count(child where child.age >= 15)") == kUnsaid);
}

TEST_CASE("of no children, all is true and any is false", "[forms][rules]") {
    Sandbox box;
    box.children({});

    CHECK(box.value("all child where child.age < 18") == kYes);
    CHECK(box.value("any child where child.age < 18") == kNo);
}

TEST_CASE("dates far outside the calendar are not known rather than wrong", "[forms][rules]") {
    Sandbox box;
    box.set("p.day", day(9999y / 12 / 31));

    CHECK(box.value("days_after(p.day, 1) > 2026-01-01") == kSaidUnknown);
    CHECK(box.value("months_after(p.day, 999999) > 2026-01-01") == kSaidUnknown);
    CHECK(box.value("days_after(p.day, 99999999999) > 2026-01-01") == kSaidUnknown);
    CHECK(box.value("days_after(p.day, -1) = 9999-12-30") == kYes);
}

TEST_CASE("介護65歳: age by law grows on the day before the birthday", "[forms][rules][trap]") {
    Sandbox box;
    box.set("p.birth", day(1961y / 11 / 23));
    box.set("p.day", day(2026y / 11 / 22));

    CHECK(box.value("age_by_law(p.birth, p.day)") == 65);
    CHECK(box.value("age_on(p.birth, p.day)") == 64);
    CHECK(box.value("age_by_law(p.birth, days_after(p.day, -1))") == 64);
}

TEST_CASE("後期高齢者75歳: the age of a day grows on the birthday itself", "[forms][rules][trap]") {
    Sandbox box;
    box.set("p.birth", day(1951y / 11 / 22));

    CHECK(box.value("age_on(p.birth, 2026-11-22)") == 75);
    CHECK(box.value("age_on(p.birth, 2026-11-21)") == 74);
}

TEST_CASE("someone born on 29 February grows older on 1 March, and by law on 28 February",
          "[forms][rules][trap]") {
    Sandbox box;
    box.set("p.birth", day(1960y / 2 / 29));

    CHECK(box.value("age_on(p.birth, 2025-02-28)") == 64);
    CHECK(box.value("age_on(p.birth, 2025-03-01)") == 65);
    CHECK(box.value("age_by_law(p.birth, 2025-02-27)") == 64);
    CHECK(box.value("age_by_law(p.birth, 2025-02-28)") == 65);
    CHECK(box.value("age_by_law(p.birth, 2024-02-28)") == 64);
    CHECK(box.value("age_on(p.birth, 2024-02-29)") == 64);
}

TEST_CASE("18歳年度末: one born on 1 April is a school year ahead of one born on 2 April",
          "[forms][rules][trap]") {
    const auto [birth, end] = GENERATE(table<Date, Date>({
        {2008y / 4 / 1, 2026y / 3 / 31},
        {2008y / 4 / 2, 2027y / 3 / 31},
        {2008y / 3 / 31, 2026y / 3 / 31},
        {2008y / 2 / 29, 2026y / 3 / 31},
        {2008y / 12 / 31, 2027y / 3 / 31},
    }));
    Sandbox box;
    box.set("p.birth", day(birth));

    CHECK(box.value("fiscal_year_end_18(p.birth)") == day(end));
}
