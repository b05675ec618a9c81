#include <algorithm>
#include <set>
#include <thread>

#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

TEST_CASE("an accepted reception has the day and a running number, and comes back as it went in",
          "[reception][accept]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());

    const auto accepted = store.accept(reception);

    REQUIRE(accepted);
    CHECK(accepted->number == "1122-001");
    CHECK_FALSE(accepted->already);
    const auto loaded = store.load(reception.package_id);
    REQUIRE(loaded);
    CHECK(*loaded == reception);
    CHECK(store.find(reception.package_id)->state == State::Received);
}

TEST_CASE("a number reserved for the sheets is the number of the reception", "[reception][accept]") {
    Office office;
    auto store = office.store();
    const auto first = office.new_id(), second = office.new_id();

    CHECK(*store.reserve_number(first, "A1", morning()) == "1122-001");
    CHECK(*store.reserve_number(second, "A1", morning()) == "1122-002");
    CHECK(*store.reserve_number(first, "A1", morning(5min)) == "1122-001");

    CHECK(store.list()->empty());  // reserving is not accepting
    CHECK(store.accept(plain_reception(second))->number == "1122-002");
}

TEST_CASE("each counter and each day counts from 001", "[reception][accept]") {
    Office office;
    auto store = office.store();

    CHECK(*store.reserve_number(office.new_id(), "A1", morning()) == "1122-001");
    CHECK(*store.reserve_number(office.new_id(), "B2", morning()) == "1122-001");
    CHECK(*store.reserve_number(office.new_id(), "A1", morning(24h)) == "1123-001");
    CHECK(*store.reserve_number(office.new_id(), "A1", morning(13h)) == "1122-002");  // 23:45 here
    CHECK(*store.reserve_number(office.new_id(), "A1", morning(13h + 16min)) ==
          "1123-002");  // 00:01, still the 22nd in UTC
}

TEST_CASE("the same reception twice is one reception with one number", "[reception][accept]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    const auto first = store.accept(reception);

    const auto second = store.accept(reception);

    REQUIRE(second);
    CHECK(second->number == first->number);
    CHECK(second->already);
    CHECK(store.list()->size() == 1);
    CHECK(store.print_jobs(reception.package_id)->size() == 2);
}

TEST_CASE("the same id with other contents is refused and changes nothing", "[reception][accept]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    REQUIRE(store.accept(reception));

    auto other = reception;
    SECTION("another answer") {
        other.answers[0].value = "employees";
    }
    SECTION("another document") {
        other.documents[0].pdf.back() ^= 1;
    }

    const auto refused = store.accept(other);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Conflict);
    CHECK(*store.load(reception.package_id) == reception);
}

TEST_CASE("what cannot be stored as it is, is refused and named without its value", "[reception][accept]") {
    Office office;
    auto store = office.store();
    auto reception = plain_reception(office.new_id());
    auto& name = reception.persons[0].fields["name"].value;

    SECTION("a right-to-left override") {
        name = "A\u202EB";
    }
    SECTION("a zero-width space") {
        name = "A\u200BB";
    }
    SECTION("a line break") {
        name = "A\nB";
    }
    SECTION("broken UTF-8") {
        name = "\xF0\xA0\xAE";
    }
    SECTION("a lone surrogate") {
        name = "\xED\xA0\x80";
    }
    SECTION("an unassigned code point") {
        name = "\U000E1234";
    }

    const auto refused = store.accept(reception);

    REQUIRE_FALSE(refused);
    CHECK(refused.error() == Error{Errc::BadInput, "applicant.name"});
    CHECK(store.list()->empty());
}

TEST_CASE("names of every kind are stored byte for byte", "[reception][accept]") {
    Office office;
    auto store = office.store();
    const std::string name =
        GENERATE(as<std::string>(), "髙橋", "𠮷田", "渡邉\U000E0110", "辻\U000E0100", "神谷", "がも", "ﾊﾟﾝﾀ",
                 "\U0010DE92", "\U0001B001", "김은지", "राम\u200Dकुमार", "O’CONNOR-SMITH ANNE", "");
    auto reception = plain_reception(office.new_id());
    reception.persons[0].fields["name"].value = name;

    REQUIRE(store.accept(reception));

    CHECK(store.load(reception.package_id)->persons[0].fields["name"].value == name);
}

TEST_CASE("eight desks at once never share a number", "[reception][accept]") {
    Office office;
    (void)office.store();
    constexpr int kDesks = 8, kEach = 25;
    std::vector<std::vector<std::string>> numbers(kDesks);
    {
        std::vector<std::jthread> desks;
        for (auto& mine : numbers)
            desks.emplace_back([&mine, &office] {
                SystemRandom random;
                auto store = Store::open(office.place, random);
                for (int i = 0; store && i < kEach; ++i) {
                    const auto accepted = store->accept(plain_reception(PackageId::make(morning(), random)));
                    if (accepted) mine.push_back(accepted->number);
                }
            });
    }

    std::set<std::string> different;
    for (const auto& mine : numbers) different.insert(mine.begin(), mine.end());
    CHECK(different.size() == kDesks * kEach);
    CHECK(*different.rbegin() == "1122-200");
    CHECK(office.store().verify()->empty());
}

TEST_CASE("the list shows nothing personal, newest last, and finds by number or beginning of the id",
          "[reception][list]") {
    Office office;
    auto store = office.store();
    const auto first = plain_reception(office.new_id()), second = plain_reception(office.new_id());
    REQUIRE(store.accept(first));
    REQUIRE(store.accept(second));

    CHECK(store.list()->back().number == "1122-002");
    CHECK(store.find("1122-002")->package_id == second.package_id);
    CHECK(store.find(first.package_id.text())->number == "1122-001");
    CHECK(store.find("1122-003").error().code == Errc::NotFound);
    CHECK(store.find(first.package_id.text().substr(0, 8)).error().code == Errc::NotFound);  // both begin so
}

TEST_CASE("two counters with the same number today are told apart only by the id", "[reception][list]") {
    Office office;
    auto store = office.store();
    auto first = plain_reception(office.new_id()), second = plain_reception(office.new_id());
    second.counter = "B2";
    REQUIRE(store.accept(first));
    REQUIRE(store.accept(second));

    CHECK(store.find("1122-001").error().code == Errc::NotFound);
    CHECK(store.find(second.package_id.text())->counter == "B2");
}
