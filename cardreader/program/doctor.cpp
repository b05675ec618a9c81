#include "cardreader/program/doctor.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/timex.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

std::string first_line(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::vector<std::string> usb_devices() {
    std::vector<std::string> devices;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/sys/bus/usb/devices", none)) {
        const auto vendor = first_line(entry.path() / "idVendor");
        if (!vendor.empty()) devices.push_back(vendor + ":" + first_line(entry.path() / "idProduct"));
    }
    return devices;
}

bool clock_synchronised() {
    timex state{};
    return adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

bool memory_locks() {
    const std::array<char, 64> some{};
    if (mlock(some.data(), some.size()) != 0) return false;
    munlock(some.data(), some.size());
    return true;
}

int this_year() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day(today).year());
}

void print_for_people(const std::vector<Finding>& findings, Language language) {
    for (const auto& finding : findings) {
        const auto note = finding.note ? " (" + finding.note->in(language) + ")" : "";
        if (!finding.problem) {
            fmt::print("ok    {}{}\n", finding.check, note);
            continue;
        }
        fmt::print("{}  {}: {}{} — {}\n", Words{"問題", "WRONG"}.in(language), finding.check,
                   finding.problem->in(language), note, finding.remedy->in(language));
    }
}

void print_for_machines(const std::vector<Finding>& findings, Language language) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& finding : findings) {
        nlohmann::ordered_json one{{"check", finding.check}, {"ok", !finding.problem}};
        if (finding.problem) {
            one["problem"] = finding.problem->in(language);
            one["remedy"] = finding.remedy->in(language);
        }
        if (finding.note) one["note"] = finding.note->in(language);
        json.push_back(std::move(one));
    }
    fmt::print("{}\n", json.dump());
}

}  // namespace

Machine this_machine(const std::optional<std::filesystem::path>& anchors) {
    Machine machine{.readers = list_readers(),
                    .usb_devices = usb_devices(),
                    .clock_synchronised = clock_synchronised(),
                    .year = this_year(),
                    .memory_locks = memory_locks(),
                    .anchor_problem = {}};
    if (!anchors) return machine;
    const auto loaded = load_trust_anchors(*anchors);
    if (!loaded) {
        machine.anchor_problem = loaded.error();
        return machine;
    }
    machine.anchors = loaded->size();
    machine.anchors_for_tests = static_cast<std::size_t>(
        std::ranges::count_if(*loaded, [](const auto& anchor) { return for_tests_only(anchor.id); }));
    return machine;
}

int doctor(const std::optional<std::filesystem::path>& anchors, const Voice& voice) {
    const auto findings = examine(this_machine(anchors));
    if (voice.json)
        print_for_machines(findings, voice.language);
    else
        print_for_people(findings, voice.language);
    return std::ranges::any_of(findings, [](const auto& finding) { return finding.problem.has_value(); }) ? 1
                                                                                                          : 0;
}

}  // namespace cardreader::program
