#include "forms/rules/deadline.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using namespace forms;

namespace {

Closed weekends_and_new_year() {
    Closed closed;
    closed.weekdays = {0, 6};
    closed.year_end_from = {12, 29};
    closed.year_end_to = {1, 3};
    closed.holidays = {2026y / 9 / 21, 2026y / 9 / 22, 2026y / 9 / 23, 2027y / 1 / 1};
    return closed;
}

}  // namespace

TEST_CASE("戸籍法43条 counts the first day, so 7 days from the 17th end on the 23rd",
          "[forms][rules][deadline]") {
    CHECK(last_day(2026y / 11 / 17, 7, PeriodUnit::Days, Counting::SameDay) == Date{2026y / 11 / 23});
    CHECK(last_day(2026y / 11 / 17, 7, PeriodUnit::Days, Counting::NextDay) == Date{2026y / 11 / 24});
}

TEST_CASE("a period in months ends on the corresponding day, or on the month's last",
          "[forms][rules][deadline]") {
    const auto [from, months, last] = GENERATE(table<Date, int, Date>({
        {2026y / 8 / 1, 3, 2026y / 11 / 1},
        {2026y / 1 / 31, 1, 2026y / 2 / 28},
        {2028y / 1 / 31, 1, 2028y / 2 / 29},
        {2026y / 11 / 30, 3, 2027y / 2 / 28},
        {2026y / 12 / 30, 2, 2027y / 2 / 28},
        {2026y / 2 / 28, 1, 2026y / 3 / 31},  // counting begins on 3/1 and so takes the whole of March
    }));

    CHECK(last_day(from, months, PeriodUnit::Months, Counting::NextDay) == last);
}

TEST_CASE("two years from a 29 February end on the last of February", "[forms][rules][deadline]") {
    CHECK(last_day(2024y / 2 / 29, 2, PeriodUnit::Years, Counting::NextDay) == Date{2026y / 2 / 28});
    CHECK(last_day(2024y / 2 / 28, 2, PeriodUnit::Years, Counting::NextDay) == Date{2026y / 2 / 28});
}

TEST_CASE("three months are not ninety days", "[forms][rules][deadline]") {
    CHECK(last_day(2026y / 8 / 1, 90, PeriodUnit::Days, Counting::NextDay) == Date{2026y / 10 / 30});
}

TEST_CASE("a last day on a closed day moves to the next open one", "[forms][rules][deadline]") {
    const auto closed = weekends_and_new_year();

    CHECK(next_open_day(2026y / 9 / 19, closed) == Date{2026y / 9 / 24});    // Saturday before three holidays
    CHECK(next_open_day(2026y / 12 / 29, closed) == Date{2027y / 1 / 4});    // over the new year
    CHECK(next_open_day(2026y / 11 / 20, closed) == Date{2026y / 11 / 20});  // an ordinary Friday
}

TEST_CASE("an office that never opens leaves the day as it is", "[forms][rules][deadline]") {
    Closed closed;
    closed.weekdays = {0, 1, 2, 3, 4, 5, 6};

    CHECK(next_open_day(2026y / 11 / 20, closed) == Date{2026y / 11 / 20});
}
