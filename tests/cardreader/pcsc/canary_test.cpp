#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;

namespace {

constexpr int kDialogues = 1000;
// Every planted number begins so, and nothing else in the world does.
constexpr std::string_view kMark = "90817263";

std::string with_zero_after_each(std::string_view text, bool before) {
    std::string wide;
    for (const char c : text) {
        if (before) wide += '\0';
        wide += c;
        if (!before) wide += '\0';
    }
    return wide;
}

/// The mark in every shape in which careless code might leave it behind.
std::vector<std::string> shapes() {
    std::string hex, spaced, packed, fullwidth;
    for (std::size_t i = 0; i < kMark.size(); ++i) {
        hex += std::string("3") + kMark[i];
        spaced += std::string(i == 0 ? "3" : " 3") + kMark[i];
        if (i % 2 == 0) packed += static_cast<char>((kMark[i] - '0') << 4 | (kMark[i + 1] - '0'));
        fullwidth += "\xEF\xBC";
        fullwidth += static_cast<char>(0x90 + (kMark[i] - '0'));
    }
    std::vector<std::string> all{std::string(kMark),
                                 hex,
                                 spaced,
                                 fullwidth,
                                 with_zero_after_each(kMark, false),
                                 with_zero_after_each(kMark, true)};
    // Four bytes of packed decimal alone could be chance; with the length byte before it a number in BCD is
    // 07 90 81 72 63.
    all.push_back('\x07' + packed);
    return all;
}

int hits(const std::string& haystack) {
    int found = 0;
    for (const auto& shape : shapes())
        for (auto at = haystack.find(shape); at != std::string::npos; at = haystack.find(shape, at + 1))
            ++found;
    return found;
}

std::string memory_of(pid_t process) {
    std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
    std::ifstream memory("/proc/" + std::to_string(process) + "/mem", std::ios::binary);
    REQUIRE(memory);
    std::string all;
    for (std::string line; std::getline(maps, line);) {
        std::size_t from = 0, to = 0;
        char dash = 0;
        std::string rights;
        std::istringstream(line) >> std::hex >> from >> dash >> to >> rights;
        if (rights.empty() || rights[0] != 'r' || line.find("[v") != std::string::npos) continue;
        // A sanitizer's shadow: address space without content.
        if (to - from > std::size_t{1} << 30) continue;
        std::string region(to - from, '\0');
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(from));
        memory.read(region.data(), static_cast<std::streamsize>(region.size()));
        all.append(region, 0, static_cast<std::size_t>(memory.gcount()));
    }
    return all;
}

std::string file(const char* path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The reader under observation.
class Reader {
public:
    explicit Reader(const char* leak) {
        std::array<int, 2> in{}, out{};
        REQUIRE(pipe(in.data()) == 0);
        REQUIRE(pipe(out.data()) == 0);
        pid_ = fork();
        REQUIRE(pid_ >= 0);
        if (pid_ == 0) {
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            for (const int descriptor : {in[0], in[1], out[0], out[1]}) close(descriptor);
            execl(KAKANAI_CANARY_READER, "canary_reader", "/run/trace", leak, nullptr);
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        to_ = in[1];
        from_ = out[0];
    }
    ~Reader() {
        close(to_);
        close(from_);
        waitpid(pid_, nullptr, 0);
    }
    void type(const std::string& line) const {
        REQUIRE(::write(to_, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    }
    [[nodiscard]] std::string says() const {
        std::string line;
        for (char c = 0; ::read(from_, &c, 1) == 1 && c != '\n';) line += c;
        return line;
    }
    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_ = 0;
    int to_ = -1;
    int from_ = -1;
};

virtual_card::FaultyCard card_that_takes_any_number() {
    auto chip = virtual_card::issue_my_number_card(persona("yoshibe"));
    chip.applications.front().secrets.at(0x15).digits.clear();
    return virtual_card::FaultyCard(virtual_card::SoftwareCard(std::move(chip)));
}

struct Findings {
    int good_readings = 0;
    int in_memory = 0;
    int in_trace = 0;
    int trace_lines = 0;
};

Findings observe(const char* leak) {
    const PrivatePcscd pcscd;
    LaidCard laid(card_that_takes_any_number());
    const Reader reader(leak);
    for (int i = 0; i < kDialogues; ++i) reader.type(std::string(kMark) + std::to_string(100000 + i) + "\n");
    reader.type("--------------\n");
    const auto good = reader.says();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const auto trace = file("/run/trace");
    return {.good_readings = std::stoi(good),
            .in_memory = hits(memory_of(reader.pid())),
            .in_trace = hits(trace),
            .trace_lines = static_cast<int>(std::count(trace.begin(), trace.end(), '\n'))};
}

}  // namespace

TEST_CASE("of a thousand numbers typed none is left in memory or in the trace", "[canary]") {
    const auto found = observe(nullptr);

    CHECK(found.good_readings == kDialogues);
    CHECK(found.trace_lines == 4 * kDialogues);
    CHECK(found.in_memory == 0);
    CHECK(found.in_trace == 0);
}

TEST_CASE("a reader that keeps one number of a thousand is found out", "[canary]") {
    const auto found = observe("leak");

    CHECK(found.good_readings == kDialogues);
    CHECK(found.in_memory > 0);
}

TEST_CASE("every shape of a number is seen", "[canary]") {
    for (const auto& shape : shapes()) CHECK(hits("..." + shape + "...") >= 1);
    CHECK(hits("90817 263") == 0);
}
