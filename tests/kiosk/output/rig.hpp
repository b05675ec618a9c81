#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/output/printer.hpp"
#include "tests/kiosk/output/samples.hpp"

namespace kiosk::output::test {

namespace fs = std::filesystem;

/// A program started for a test and ended with it, by its own process id.
class Child {
public:
    Child() = default;
    /// Output of the program goes to `log`.
    Child(const std::vector<std::string>& command, const std::vector<std::string>& environment,
          const fs::path& log);
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    void stop();
    [[nodiscard]] bool running() const;
    [[nodiscard]] pid_t id() const { return id_; }

private:
    pid_t id_ = 0;
};

/// A port nobody uses now.
[[nodiscard]] int free_port();

/// Waits up to thirty seconds for something that other programs do.
template <class Condition>
bool eventually(Condition condition) {
    for (int i = 0; i < 1500; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

/// A driverless printer: ippeveprinter on a private bus and port, which keeps what it prints.
class Rig {
public:
    Rig();

    [[nodiscard]] PrinterAddress address() const;
    void turn_on();
    void turn_off();
    /// "empty" holds jobs without paper until "" ; "abort" ends them.
    void fault(const std::string& what);
    /// What came out, oldest first.
    [[nodiscard]] std::vector<fs::path> printed() const;
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::vector<std::string> environment() const;
    [[nodiscard]] int port() const { return port_; }

private:
    reception::test::TemporaryFolder folder_;
    int port_;
    Child bus_;
    Child printer_;
};

/// A private cupsd with one queue "counter" that leads to the rig's printer.
class PrintServer {
public:
    PrintServer(const Rig& rig, const std::string& extra_configuration);
    [[nodiscard]] PrinterAddress address() const;
    [[nodiscard]] fs::path spool() const { return folder_.path() / "spool"; }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    /// What cupsd has written of its troubles, to be read when a test fails.
    [[nodiscard]] std::string log() const;

private:
    reception::test::TemporaryFolder folder_;
    int port_;
    Child cupsd_;
};

/// An A4 page with ruled boxes to the very millimetre, and `words` on it.
[[nodiscard]] std::string a4_form(const std::string& words);

/// Runs a command and returns what it wrote; fails the test when it fails.
[[nodiscard]] std::string run(const std::string& command);

/// The page as grey pixels at 40 dots per inch (PGM without its head).
[[nodiscard]] std::string pixels(const fs::path& pdf, const fs::path& folder);

/// How many pixels of two pages differ by more than a shade.
[[nodiscard]] std::size_t different_pixels(const std::string& first, const std::string& second);

}  // namespace kiosk::output::test
