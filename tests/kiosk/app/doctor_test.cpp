#include "kiosk/app/doctor_checks.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/app/command.hpp"
#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk;
using namespace kiosk::reception::test;

TEST_CASE("a sound store is well, and looking at a missing one makes nothing", "[app][doctor]") {
    Office office;

    CHECK(check_store(office.place).front().health == Health::Note);
    CHECK_FALSE(fs::exists(office.place.state));

    (void)office.store();
    CHECK(check_store(office.place).front().health == Health::Well);
    CHECK(check_disk(office.place).front().health == Health::Well);
}

TEST_CASE("a folder or key that others may open is wrong, with the command that mends it", "[app][doctor]") {
    Office office;
    (void)office.store();

    SECTION("the folder") {
        fs::permissions(office.place.state, fs::perms(0755));
    }
    SECTION("the key") {
        fs::permissions(office.place.key, fs::perms(0640));
    }
    SECTION("the database") {
        fs::permissions(database_file(office.place), fs::perms(0604));
    }

    const auto findings = check_store(office.place);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].health == Health::Wrong);
    CHECK(findings[0].remedy_ja.find("chmod 0") != std::string::npos);
}

TEST_CASE("a store whose key is gone is wrong", "[app][doctor]") {
    Office office;
    (void)office.store();
    fs::remove(office.place.key);
    CHECK(check_store(office.place).front().health == Health::Wrong);
}

TEST_CASE("a clock before the last record is wrong", "[app][doctor]") {
    Office office;
    REQUIRE(office.store().accept(plain_reception(office.new_id())));

    CHECK(check_clock(office.place, morning(-1h)).front().health == Health::Wrong);
    CHECK(check_clock(office.place, morning(1h)).front().health != Health::Wrong);
    auto elsewhere = morning(1h);
    elsewhere.offset = 0h;
    CHECK(check_clock(office.place, elsewhere).front().remedy_ja == "timedatectl set-timezone Asia/Tokyo");
}

TEST_CASE("a missing face, no printer and a printer that is off each come with a remedy", "[app][doctor]") {
    for (const auto& findings : {check_fonts({"/nowhere/face.ttf"}), check_printer(""),
                                 check_printer("ipp://"), check_printer("ipp://127.0.0.1:9/ipp/print")}) {
        REQUIRE_FALSE(findings.empty());
        CHECK(findings.front().health == Health::Wrong);
        CHECK_FALSE(findings.front().remedy_ja.empty());
        CHECK_FALSE(findings.front().remedy_en.empty());
    }
    CHECK(check_fonts({}).front().health == Health::Well);
}

TEST_CASE("keys of card issuers are counted, none is said to mean not checked, a bad one is named",
          "[app][doctor]") {
    Office office;
    const auto folder = office.place.state / "anchors";
    CHECK(check_anchors(std::nullopt).front().health == Health::Note);
    CHECK(check_anchors(std::nullopt).front().ja.find("not_checked") != std::string::npos);
    CHECK(check_anchors(folder).front().health == Health::Wrong);

    fs::create_directories(folder);
    CHECK(check_anchors(folder).front().health == Health::Note);
    const auto file = folder / "35303030303333080530303100000000.pem";
    std::ofstream(file) << "no key";
    CHECK(check_anchors(folder).front().health == Health::Wrong);
    CHECK(check_anchors(folder).front().ja.starts_with(file.string()));
}

TEST_CASE("the doctor says every part, for people and for machines, and 1 when something is wrong",
          "[app][doctor]") {
    Office office;
    std::ostringstream out, err;
    const Surroundings around{.environment = {{"KAKANAI_STATE", office.place.state.string()},
                                              {"KAKANAI_KEY", office.place.key.string()}},
                              .now = morning(),
                              .assets = {},
                              .out = &out,
                              .err = &err};

    CHECK(command_doctor(std::vector<std::string>{"--json"}, around) == 1);  // there is no printer here
    const auto report = nlohmann::json::parse(out.str());
    for (const auto* part : {"reader", "anchors", "printer", "fonts", "disk", "store", "clock"}) {
        INFO(part);
        CHECK(std::ranges::any_of(report, [&](const auto& one) { return one["part"] == part; }));
    }
    out.str({});
    CHECK(command_doctor({}, around) == 1);
    CHECK(out.str().find("NG  プリンターが指定されていません") != std::string::npos);
    CHECK(command_doctor(std::vector<std::string>{"--what"}, around) == 2);
}
