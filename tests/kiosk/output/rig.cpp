#include "tests/kiosk/output/rig.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <random>
#include <utility>

namespace kiosk::output::test {

Child::Child(const std::vector<std::string>& command, const std::vector<std::string>& environment,
             const fs::path& log) {
    id_ = ::fork();
    if (id_ != 0) return;
    const auto out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    for (const auto& variable : environment) ::putenv(const_cast<char*>(variable.c_str()));
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

Child::Child(Child&& other) noexcept : id_(std::exchange(other.id_, 0)) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
}

Child::~Child() {
    stop();
}

void Child::stop() {
    if (id_ == 0) return;
    ::kill(id_, SIGTERM);
    for (int i = 0; i < 100 && ::waitpid(id_, nullptr, WNOHANG) == 0; ++i) ::usleep(20'000);
    if (::kill(id_, 0) == 0) {
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
    }
    id_ = 0;
}

bool Child::running() const {
    return id_ != 0 && ::waitpid(id_, nullptr, WNOHANG) == 0;
}

int free_port() {
    // Below the range the system gives to clients, so that no connection of somebody else sits on it.
    std::random_device dice;
    for (;;) {
        const auto port = static_cast<std::uint16_t>(20'000 + dice() % 12'000);
        const auto probe = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_ANY);
        address.sin_port = htons(port);
        const bool free = ::bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(probe);
        if (free) return port;
    }
}

Rig::Rig() : port_(free_port()) {
    const auto socket = (folder() / "bus").string();
    bus_ = Child({"dbus-daemon", "--session", "--nofork", "--address=unix:path=" + socket}, {},
                 folder() / "bus.log");
    REQUIRE(eventually([&] { return fs::exists(socket); }));
    std::ofstream(folder() / "device")
        << "#!/bin/sh\n"
           "fault='"
        << (folder() / "fault").string()
        << "'\n"
           "if [ \"$(cat \"$fault\" 2>/dev/null)\" = abort ]; then exit 1; fi\n"
           "if [ \"$(cat \"$fault\" 2>/dev/null)\" = empty ]; then\n"
           "  echo 'STATE: +media-empty-error' >&2\n"
           "  while [ \"$(cat \"$fault\" 2>/dev/null)\" = empty ]; do sleep 0.05; done\n"
           "  echo 'STATE: -media-empty-error' >&2\n"
           "fi\n"
           "exit 0\n";
    fs::permissions(folder() / "device", fs::perms(0700));
    turn_on();
}

std::vector<std::string> Rig::environment() const {
    return {"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + (folder() / "bus").string()};
}

PrinterAddress Rig::address() const {
    return {.host = "localhost", .port = port_, .resource = "/ipp/print"};
}

void Rig::turn_on() {
    fs::create_directories(folder() / "paper");
    const auto start = [&] {
        return Child({"ippeveprinter", "-r", "off", "-n", "localhost", "-p", std::to_string(port_), "-k",
                      "-d", (folder() / "paper").string(), "-f", "application/pdf,image/urf,image/pwg-raster",
                      "-vvv", "-c", (folder() / "device").string(), "Counter"},
                     environment(), folder() / "printer.log");
    };
    printer_ = start();
    const Printer printer(address(), std::chrono::seconds(1));
    const bool ready = eventually([&] {
        if (!printer_.running()) printer_ = start();  // another test took the port between look and use
        return printer.look().condition == PrinterCondition::Ready;
    });
    INFO(reception::test::contents(folder() / "printer.log"));
    REQUIRE(ready);
}

void Rig::turn_off() {
    printer_.stop();
}

void Rig::fault(const std::string& what) {
    std::ofstream(folder() / "fault") << what;
}

std::vector<fs::path> Rig::printed() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder() / "paper"))
        if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    std::ranges::sort(files, {}, [](const fs::path& file) { return fs::last_write_time(file); });
    return files;
}

PrintServer::PrintServer(const Rig& rig, const std::string& extra_configuration) : port_(free_port()) {
    fs::permissions(folder(), fs::perms(0755));
    for (const auto* name : {"root", "state", "cache", "spool", "temp", "log"})
        fs::create_directories(folder() / name);
    const auto work = folder().string();
    std::ofstream(folder() / "cups-files.conf")
        << "ServerRoot " << work << "/root\nStateDir " << work << "/state\nCacheDir " << work
        << "/cache\nRequestRoot " << work << "/spool\nTempDir " << work << "/temp\nAccessLog " << work
        << "/log/access\nErrorLog " << work << "/log/error\nPageLog " << work
        << "/log/page\nServerBin /usr/lib/cups\nDataDir /usr/share/cups\n"
        << "User lp\nGroup lp\nSystemGroup root\n";
    std::ofstream(folder() / "cupsd.conf")
        << "Listen 127.0.0.1:" << port_ << "\nListen " << work << "/socket\n"
        << "Browsing No\nDefaultAuthType None\nDirtyCleanInterval 0\n"
        << extra_configuration << "<Location />\nOrder allow,deny\nAllow localhost\n</Location>\n"
        << "<Location /admin>\nOrder allow,deny\nAllow localhost\n</Location>\n";
    cupsd_ = Child({"cupsd", "-f", "-c", work + "/cupsd.conf", "-s", work + "/cups-files.conf"},
                   rig.environment(), folder() / "cupsd.log");
    const auto server = "127.0.0.1:" + std::to_string(port_);
    REQUIRE(eventually([&] {
        return std::system(("lpstat -h " + server + " -r 2>/dev/null | grep -q 'is running'").c_str()) == 0;
    }));
    (void)run("lpadmin -h " + server + " -p counter -E -v ipp://localhost:" + std::to_string(rig.port()) +
              "/ipp/print -m everywhere 2>&1");
    // lpadmin answers before cupsd has asked the printer what it can: a job sent meanwhile is aborted.
    REQUIRE(eventually([&] {
        return std::system(("lpoptions -h " + server + " -p counter 2>/dev/null | grep -q 'IPP Everywhere'")
                               .c_str()) == 0;
    }));
}

PrinterAddress PrintServer::address() const {
    return {.host = "127.0.0.1", .port = port_, .resource = "/printers/counter"};
}

std::string PrintServer::log() const {
    return reception::test::contents(folder() / "log" / "error");
}

std::string a4_form(const std::string& words) {
    // Boxes near every edge, so that a page that was moved, scaled or cut is noticed.
    const auto content =
        "1 w 20 20 555.28 801.89 re S 60 700 200 40 re S 400 60 150 30 re f BT /F 18 Tf 70 712 Td (" + words +
        ") Tj ET\n";
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    const auto object = [&](const std::string& body) {
        places.push_back(pdf.size());
        pdf += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R "
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>");
    object("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
    const auto start = pdf.size();
    pdf += "xref\n0 5\n0000000000 65535 f \n";
    for (const auto place : places) {
        auto digits = std::to_string(place);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

std::string run(const std::string& command) {
    auto* pipe = ::popen(command.c_str(), "r");
    std::string out;
    char buffer[4096];
    for (std::size_t size = 0; (size = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        out.append(buffer, size);
    const auto status = ::pclose(pipe);
    INFO(command << "\n" << out);
    REQUIRE(status == 0);
    return out;
}

std::string pixels(const fs::path& pdf, const fs::path& folder) {
    const auto stem = (folder / "page").string();
    (void)run("pdftoppm -r 40 -gray -singlefile '" + pdf.string() + "' '" + stem + "'");
    auto image = reception::test::contents(stem + ".pgm");
    for (int line = 0; line < 3; ++line) image.erase(0, image.find('\n') + 1);
    return image;
}

std::size_t different_pixels(const std::string& first, const std::string& second) {
    if (first.size() != second.size()) return std::max(first.size(), second.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto a = static_cast<unsigned char>(first[i]), b = static_cast<unsigned char>(second[i]);
        count += (a > b ? a - b : b - a) > 48 ? 1 : 0;
    }
    return count;
}

}  // namespace kiosk::output::test
