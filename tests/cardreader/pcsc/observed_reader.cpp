#include "tests/cardreader/pcsc/observed_reader.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace cardreader {

namespace {

namespace fs = std::filesystem;

// In the child: nothing may be written outside /run. Its end tells the parent when that cannot be had.
bool shut_in() {
    mount_attr read_only{};
    read_only.attr_set = MOUNT_ATTR_RDONLY;
    mount_attr writable{};
    writable.attr_clr = MOUNT_ATTR_RDONLY;
    return unshare(CLONE_NEWNS) == 0 &&
           mount_setattr(AT_FDCWD, "/", AT_RECURSIVE, &read_only, sizeof read_only) == 0 &&
           mount_setattr(AT_FDCWD, "/run", 0, &writable, sizeof writable) == 0;
}

[[noreturn]] void become(const fs::path& program) {
    constexpr int kNotShutIn = 126;
    if (!shut_in()) _exit(kNotShutIn);
    for (const auto* name : {"TMPDIR", "HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
        setenv(name, "/run/tmp", 1);
    if (chdir("/run/tmp") == 0) execl(program.c_str(), program.c_str(), ObservedReader::kTrace, nullptr);
    _exit(127);
}

std::string whole(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

ObservedReader::ObservedReader(const fs::path& program) {
    fs::create_directories("/run/tmp");
    std::array<int, 2> in{}, out{};
    REQUIRE(pipe2(in.data(), O_CLOEXEC) == 0);
    REQUIRE(pipe2(out.data(), O_CLOEXEC) == 0);
    pid_ = fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        become(program);
    }
    close(in[0]);
    close(out[1]);
    to_ = in[1];
    from_ = out[0];
}

ObservedReader::~ObservedReader() {
    close(to_);
    close(from_);
    int status = 0;
    waitpid(pid_, &status, 0);
    CHECK(status == 0);
}

void ObservedReader::type(const std::string& line) const {
    const auto typed = line + "\n";
    REQUIRE(::write(to_, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
}

int ObservedReader::good_readings() const {
    type("?");
    std::string line;
    for (char c = 0; ::read(from_, &c, 1) == 1 && c != '\n';) line += c;
    INFO("the reader ended early, or could not be shut in");
    REQUIRE_FALSE(line.empty());
    return std::stoi(line);
}

std::string ObservedReader::memory() const {
    std::ifstream maps("/proc/" + std::to_string(pid_) + "/maps");
    std::ifstream memory("/proc/" + std::to_string(pid_) + "/mem", std::ios::binary);
    REQUIRE(memory);
    std::string all;
    for (std::string line; std::getline(maps, line);) {
        std::size_t from = 0, to = 0;
        char dash = 0;
        std::string rights;
        std::istringstream(line) >> std::hex >> from >> dash >> to >> rights;
        if (!rights.starts_with("rw")) continue;
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

std::string all_files() {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator("/run"))
        if (entry.is_regular_file()) all += whole(entry.path());
    return all;
}

}  // namespace cardreader
