#include "kiosk/reception/moment.hpp"

#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

TEST_CASE("a moment prints as the office's own time and reads back", "[reception][moment]") {
    CHECK(rfc3339(morning()) == "2026-11-22T10:45:00.000+09:00");
    CHECK(parse_moment(rfc3339(morning(7ms))) == morning(7ms));
    CHECK(parse_moment("2026-11-22T01:45:00Z")->utc == morning().utc);
    CHECK(parse_moment("2026-11-21T20:15:00-05:30")->utc == morning().utc);
    for (const auto* bad :
         {"", "2026-11-22", "2026-02-30T00:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T10:45:00",
          "2026-11-22T10:45:00+9:00", "2026-11-2aT10:45:00Z", "2026-11-22T10:45:00.12Z"}) {
        INFO(bad);
        CHECK_FALSE(parse_moment(bad));
    }
}

TEST_CASE("a package id is a UUIDv7 of its moment", "[reception][id]") {
    SystemRandom random;
    const auto id = PackageId::make(morning(), random);

    CHECK(PackageId::parse(id.text()) == id);
    CHECK(id.text().substr(0, 13) == "01a200ed-9560");  // the moment in ms since 1970
    CHECK(id.text()[14] == '7');
    CHECK(PackageId::make(morning(), random) != id);
    CHECK(PackageId::make(morning(1ms), random) > id);
    CHECK_FALSE(PackageId::parse("019AA94E-ade0-7000-8000-000000000000"));
    CHECK_FALSE(PackageId::parse("019aa94e-ade0-4000-8000-000000000000"));
    CHECK_FALSE(PackageId::parse("019aa94e-ade0-7000-c000-000000000000"));
    CHECK_FALSE(PackageId::parse(""));
}
