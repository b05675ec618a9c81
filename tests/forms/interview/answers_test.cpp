#include "forms/interview/answers.hpp"

#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 11 / 22;

Errc error_of(const std::string& text) {
    const auto read = read_answers(pack_of(kSmallPack), text, kToday);
    REQUIRE_FALSE(read);
    return read.error().code;
}

}  // namespace

TEST_CASE("an answers file gives event, day, facts and what is not known", "[forms][answers]") {
    const auto read =
        read_answers(pack_of(kSmallPack),
                     R"({"event": "bereavement", "as_of": "2026-12-01", "facts": {"funeral.held": true,
        "deceased.birth_date": "1954-05-03", "child.count": 1, "child[1].birth_date": "2016-01-01",
        "deceased.health_insurance": "employee"}, "unknown": ["funeral.date"]})",
                     kToday);

    REQUIRE(read);
    CHECK(read->context == Context{"bereavement", 2026y / 12 / 1});
    CHECK(*read->facts.value("deceased.birth_date") == Value{Date{1954y / 5 / 3}});
    CHECK(*read->facts.value("child[1].birth_date") == Value{Date{2016y / 1 / 1}});
    REQUIRE(read->facts.find("funeral.date"));
    CHECK_FALSE(read->facts.find("funeral.date")->value);
}

TEST_CASE("a file without a day is of today", "[forms][answers]") {
    CHECK(read_answers(pack_of(kSmallPack), R"({"event": "moving"})", kToday)->context.today == kToday);
}

TEST_CASE("nonsense in an answers file is an error with its kind, and never a value in the message",
          "[forms][answers]") {
    CHECK(error_of("") == Errc::Malformed);
    CHECK(error_of("[1, 2]") == Errc::Malformed);
    CHECK(error_of(std::string(100000, '[')) == Errc::Malformed);
    CHECK(error_of("{\"event\": \"\xff\"}") == Errc::Malformed);
    CHECK(error_of("{}") == Errc::UnknownName);
    CHECK(error_of(R"({"event": "bereavement", "as_of": "2026-02-30"})") == Errc::WrongType);
    CHECK(error_of(R"({"event": "bereavement", "facts": []})") == Errc::Malformed);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"funeral.hold": true}})") == Errc::UnknownName);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"funeral.held": "yes"}})") == Errc::WrongType);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"child.count": 99999999999999999999}})") ==
          Errc::WrongType);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"child.birth_date": "2016-01-01"}})") ==
          Errc::UnknownName);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"funeral[1].held": true}})") == Errc::UnknownName);
    CHECK(error_of(R"({"event": "bereavement", "facts": {"deceased.age": 3}})") == Errc::UnknownName);
    CHECK(error_of(R"({"event": "bereavement", "unknown": [3]})") == Errc::Malformed);
    const auto read = read_answers(pack_of(kSmallPack),
                                   R"({"event": "bereavement", "facts": {"child.count": "山田"}})", kToday);
    CHECK(read.error().detail.find("山田") == std::string::npos);
}
