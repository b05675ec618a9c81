#include "tests/cardreader/pcsc/private_pcscd.hpp"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "cardreader/pcsc/watch.hpp"
#include "tests/cardreader/software_session.hpp"

namespace cardreader {

namespace {

constexpr auto kPatience = std::chrono::seconds(15);
constexpr auto kStep = std::chrono::milliseconds(10);

template <class Condition>
bool comes_true(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(kStep);
    }
    return true;
}

void must(int result, const char* what) {
    INFO(what << ": " << std::strerror(errno) << " (these tests need root or user namespaces)");
    REQUIRE(result == 0);
}

void write_to(const char* file, const std::string& text) {
    std::ofstream stream(file);
    stream << text;
    stream.flush();
    INFO(file);
    REQUIRE(stream);
}

void bring_loopback_up() {
    const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    must(ioctl(descriptor, SIOCSIFFLAGS, &request), "bring the loopback interface up");
    close(descriptor);
}

/// The root of a bare chroot is no mount point, and what is mounted below it would be seen outside: there the
/// tests share its /run, one program at a time. The lock ends with the process.
void wait_for_our_turn() {
    const int lock = open("/run/kakanai-pcscd.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    must(lock < 0 ? -1 : flock(lock, LOCK_EX), "wait for the one /run of this chroot");
}

void leave_for_namespaces_of_our_own() {
    const auto user = getuid();
    const auto group = getgid();
    if (user != 0) {
        must(unshare(CLONE_NEWUSER), "unshare the user namespace");
        write_to("/proc/self/setgroups", "deny");
        write_to("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
        write_to("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    }
    must(unshare(CLONE_NEWNS | CLONE_NEWNET), "unshare mount and network namespaces");
    bring_loopback_up();
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0)
        must(mount("none", "/run", "tmpfs", 0, nullptr), "mount a /run of our own");
    else
        wait_for_our_turn();
    must(mkdir("/run/pcscd", 0755) == 0 || errno == EEXIST ? 0 : -1, "make /run/pcscd");
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::optional<std::size_t> readers_seen() {
    const auto readers = list_readers();
    if (!readers) return std::nullopt;
    return readers->size();
}

}  // namespace

PrivatePcscd::PrivatePcscd(std::string driver) : driver_(std::move(driver)) {
    leave_for_namespaces_of_our_own();
    std::filesystem::create_directory("/run/readers");
    write_to("/run/readers/vpcd", "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x8C7B\nLIBPATH " +
                                      driver_ + "\nCHANNELID 0x8C7B\n");
    start();
}

PrivatePcscd::~PrivatePcscd() {
    kill();
}

void PrivatePcscd::start() {
    std::filesystem::remove("/run/pcscd/pcscd.pid");
    std::filesystem::remove("/run/pcscd/pcscd.comm");
    pid_ = fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
        std::freopen("/run/pcscd.log", "w", stdout);
        dup2(STDOUT_FILENO, STDERR_FILENO);
        execl("/usr/sbin/pcscd", "pcscd", "--foreground", "--config", "/run/readers", nullptr);
        _exit(127);
    }
    const bool ready = comes_true([] { return readers_seen() == 2; });
    INFO(read_whole("/run/pcscd.log"));
    REQUIRE(ready);
}

void PrivatePcscd::kill() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
}

void PrivatePcscd::unplug() {
    write_to("/run/unplugged", "");
}

void PrivatePcscd::plug_in() {
    std::filesystem::remove("/run/unplugged");
}

LaidCard::LaidCard(virtual_card::FaultyCard card, std::uint16_t port)
    : card_(std::move(card)), port_(port), thread_([this](const std::stop_token& stop) {
          card_.tell(record);
          // vpcd may also drop a card that came too soon after another before anything was asked of it.
          while (virtual_card::lay_on_reader(card_, port_, stop) != virtual_card::Parted::Lifted &&
                 card_.commands() == 0 && !stop.stop_requested())
              std::this_thread::sleep_for(kStep);
      }) {
    wait_for(true);
}

LaidCard::~LaidCard() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
    CHECK_FALSE(my_number_touched(card_.card()));
}

void LaidCard::lift() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
    wait_for(false);
}

void LaidCard::wait_for(bool lying) const {
    const std::string name =
        port_ == PrivatePcscd::kFirstReader ? PrivatePcscd::kFirstName : PrivatePcscd::kSecondName;
    INFO("pcscd should see the card " << (lying ? "laid" : "lifted"));
    REQUIRE(comes_true([&] {
        const auto readers = list_readers();
        if (!readers) return false;
        for (const auto& reader : *readers)
            if (reader.name == name) return reader.card == lying;
        return false;
    }));
}

Ran run_card(const std::string& arguments, const std::string& input) {
    return run_shell(std::string(KAKANAI_CARD) + " " + arguments, input);
}

Ran run_shell(const std::string& line, const std::string& input) {
    const auto folder = std::filesystem::path("/run");  // our own: nobody else can see it
    {
        std::ofstream stream(folder / "stdin", std::ios::binary);
        stream << input;
    }
    const auto command = "{ " + line + "; } </run/stdin >/run/stdout 2>/run/stderr";
    const int status = std::system(command.c_str());
    return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
            .out = read_whole(folder / "stdout"),
            .error = read_whole(folder / "stderr")};
}

}  // namespace cardreader
