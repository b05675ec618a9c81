#include <sqlite3.h>
#include <sys/stat.h>

#include "kiosk/reception/sealer.hpp"
#include "tests/kiosk/reception/sample.hpp"
#include "tests/kiosk/reception/tamper.hpp"

using namespace kiosk::reception;
using namespace kiosk::reception::test;

namespace {

Key key_of(std::uint8_t first) {
    Key key{};
    key[0] = first;
    return key;
}

unsigned mode_of(const fs::path& path) {
    return static_cast<unsigned>(fs::status(path).permissions());
}

}  // namespace

TEST_CASE("a sealed row opens only with its key, at its place and with every bit as it was",
          "[reception][seal]") {
    SystemRandom random;
    const Sealer sealer(key_of(1));
    const auto sealed = sealer.seal(bytes_of("渡邉"), "here", random);

    CHECK(sealer.open(sealed, "here") == bytes_of("渡邉"));
    CHECK_FALSE(sealer.open(sealed, "there"));
    CHECK_FALSE(Sealer(key_of(2)).open(sealed, "here"));
    CHECK_FALSE(sealer.open({}, "here"));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        auto flipped = sealed;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        INFO("bit " << bit);
        CHECK_FALSE(sealer.open(flipped, "here"));
    }
}

TEST_CASE("the same row sealed twice looks different", "[reception][seal]") {
    SystemRandom random;
    const Sealer sealer(key_of(1));

    CHECK(sealer.seal(bytes_of("a"), "here", random) != sealer.seal(bytes_of("a"), "here", random));
}

TEST_CASE("no name, answer or sheet lies readable in the state folder", "[reception][seal]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    REQUIRE(store.accept(reception));
    REQUIRE(
        appears_below(office.place.state, reception.package_id.text()));  // the scan does see the database

    for (const auto* text : {"健一", "1980-04-01", "national_health", "国民健康保険", "%PDF"})
        CHECK_FALSE(appears_below(office.place.state, text));
}

TEST_CASE("folders are 0700 and files 0600 whatever the umask", "[reception][place]") {
    const auto before = ::umask(0);
    Office office;
    auto store = office.store();
    REQUIRE(store.accept(plain_reception(office.new_id())));
    ::umask(before);

    CHECK(mode_of(office.place.state) == 0700);
    CHECK(mode_of(office.place.key) == 0600);
    for (const auto& entry : fs::recursive_directory_iterator(office.place.state)) {
        INFO(entry.path());
        CHECK(mode_of(entry.path()) == (entry.is_directory() ? 0700U : 0600U));
    }
}

TEST_CASE("a state folder that stood open is closed when the store opens", "[reception][place]") {
    Office office;
    fs::create_directories(office.place.state);
    fs::permissions(office.place.state, fs::perms(0755));

    (void)office.store();

    CHECK(mode_of(office.place.state) == 0700);
}

TEST_CASE("the key must not lie with what it opens", "[reception][place]") {
    Office office;
    office.place.key = office.place.state / "key";

    const auto refused = Store::open(office.place, office.random);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::BadInput);
}

TEST_CASE("a store opens with its own key and no other", "[reception][key]") {
    Office office;
    const auto reception = plain_reception(office.new_id());
    REQUIRE(office.store().accept(reception));

    SECTION("another key") {
        std::ofstream(office.place.key) << std::string(64, 'a') << '\n';
        CHECK(Store::open(office.place, office.random).error().code == Errc::WrongKey);
    }
    SECTION("no key: none is made in its place") {
        fs::remove(office.place.key);
        CHECK(Store::open(office.place, office.random).error().code == Errc::WrongKey);
        CHECK_FALSE(fs::exists(office.place.key));
    }
    SECTION("half a key") {
        fs::resize_file(office.place.key, 40);
        CHECK(Store::open(office.place, office.random).error().code == Errc::WrongKey);
    }
    SECTION("a key others may read") {
        fs::permissions(office.place.key, fs::perms(0644));
        CHECK(Store::open(office.place, office.random).error().code == Errc::NoAccess);
    }
    SECTION("its own") {
        CHECK(*office.store().load(reception.package_id) == reception);
    }
}

TEST_CASE("one flipped bit in the database is refused when read and found when verified",
          "[reception][seal]") {
    Office office;
    const auto reception = plain_reception(office.new_id());
    REQUIRE(office.store().accept(reception));

    tamper(
        office.place,
        "UPDATE sealed SET body = CAST(substr(body, 1, 40) || CASE substr(body, 41, 1) WHEN x'00' THEN x'01' "
        "ELSE x'00' END || substr(body, 42) AS BLOB) WHERE part = 'reception'");

    auto store = office.store();
    CHECK(store.load(reception.package_id).error().code == Errc::Altered);
    REQUIRE(store.verify()->size() == 1);
    CHECK(store.verify()->front() ==
          Damage{"sealed " + reception.package_id.text() + "/reception", "changed"});
}

TEST_CASE("a sealed row put in another's place is refused", "[reception][seal]") {
    Office office;
    const auto first = plain_reception(office.new_id()), second = plain_reception(office.new_id());
    REQUIRE(office.store().accept(first));
    REQUIRE(office.store().accept(second));

    tamper(office.place, "UPDATE sealed SET body = (SELECT body FROM sealed WHERE package_id = '" +
                             first.package_id.text() + "' AND part = 'reception') WHERE package_id = '" +
                             second.package_id.text() + "' AND part = 'reception'");

    CHECK(office.store().load(second.package_id).error().code == Errc::Altered);
    CHECK(office.store().load(first.package_id));
}
