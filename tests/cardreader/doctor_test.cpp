#include "cardreader/program/doctor.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace cardreader;
using namespace cardreader::program;

namespace {

Reader reader_named(const char* name) {
    Reader reader;
    reader.name = name;
    return reader;
}

Machine healthy_machine() {
    return {.readers = std::vector<Reader>{reader_named("SONY FeliCa RC-S300/P 00 00")},
            .usb_devices = {"054c:0dc9", "1d6b:0002"},
            .clock_synchronised = true,
            .year = 2026,
            .memory_locks = true,
            .anchors = 1,
            .anchor_problem = {}};
}

std::vector<std::string_view> problems(const Machine& machine) {
    std::vector<std::string_view> found;
    for (const auto& finding : examine(machine)) {
        CHECK(finding.problem.has_value() == finding.remedy.has_value());
        if (finding.problem) found.push_back(finding.check);
    }
    return found;
}

using Checks = std::vector<std::string_view>;

}  // namespace

TEST_CASE("a healthy machine has nothing to mend", "[cardreader][doctor]") {
    CHECK(problems(healthy_machine()).empty());
    CHECK(examine(healthy_machine()).size() == 8);
}

TEST_CASE("each thing that is wrong is named with its remedy", "[cardreader][doctor]") {
    auto machine = healthy_machine();
    machine.readers = fail({.code = Errc::NoService});
    CHECK(problems(machine) == Checks{"service"});

    machine.readers = fail({.code = Errc::NotPermitted});
    CHECK(problems(machine) == Checks{"permission"});

    machine.readers = std::vector<Reader>{};
    CHECK(problems(machine) == Checks{"readers"});

    machine = healthy_machine();
    machine.readers->push_back(reader_named("Virtual PCD 00 00"));
    CHECK(problems(machine) == Checks{"virtual_reader"});

    machine = healthy_machine();
    machine.usb_devices.emplace_back("054c:06c3");
    CHECK(problems(machine) == Checks{"model"});

    machine = healthy_machine();
    machine.clock_synchronised = false;
    CHECK(problems(machine) == Checks{"clock"});
    machine.year = 1970;
    CHECK(problems(machine) == Checks{"clock"});

    machine = healthy_machine();
    machine.memory_locks = false;
    CHECK(problems(machine) == Checks{"memory"});
}

TEST_CASE("how many issuers are trusted is said, and that none means not checked", "[cardreader][doctor]") {
    auto machine = healthy_machine();
    const auto said = [&] { return examine(machine).back().note.value(); };
    CHECK(said().ja == "発行者の鍵 1 個");
    machine.anchors = 0;
    CHECK(problems(machine).empty());
    CHECK(said().en.find("not_checked") != std::string::npos);

    machine.anchors = 2;
    machine.anchors_for_tests = 1;
    CHECK(problems(machine) == Checks{"anchors"});

    machine.anchor_problem = AnchorProblem{.file = "/etc/kakanai/anchors/a.pem", .ja = "壊", .en = "broken"};
    CHECK(problems(machine) == Checks{"anchors"});
    CHECK(said().en == "/etc/kakanai/anchors/a.pem: broken");
}
