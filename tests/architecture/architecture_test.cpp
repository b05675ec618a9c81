#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kSource = KAKANAI_SOURCE_DIR;

bool is_code(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

std::vector<fs::path> code_in(const fs::path& room) {
    std::vector<fs::path> files;
    if (!fs::exists(kSource / room)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(kSource / room))
        if (entry.is_regular_file() && is_code(entry.path())) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::vector<std::string> includes_of(const fs::path& file) {
    std::vector<std::string> included;
    std::ifstream text(file);
    for (std::string line; std::getline(text, line);) {
        if (!line.starts_with("#include")) continue;
        const auto open = line.find_first_of("<\"");
        const auto close = line.find_last_of(">\"");
        if (open != std::string::npos && close > open)
            included.push_back(line.substr(open + 1, close - open - 1));
    }
    return included;
}

void check_never_includes(const fs::path& room, std::initializer_list<std::string> forbidden) {
    for (const auto& file : code_in(room))
        for (const auto& name : includes_of(file))
            for (const auto& prefix : forbidden) {
                INFO(file.lexically_relative(kSource).string() << " includes " << name);
                CHECK_FALSE(name.starts_with(prefix));
            }
}

}  // namespace

TEST_CASE("cardreader knows neither forms nor the kiosk", "[architecture]") {
    check_never_includes("cardreader", {"forms/", "kiosk/", "imgui", "GLFW"});
}

TEST_CASE("forms knows neither the card nor the kiosk", "[architecture]") {
    check_never_includes("forms", {"cardreader/", "kiosk/", "imgui", "GLFW", "PCSC", "winscard", "sqlite3"});
}

TEST_CASE("inside forms each room knows only those above it", "[architecture]") {
    check_never_includes("forms/facts",
                         {"forms/rules", "forms/pack", "forms/interview", "forms/typeset", "forms/sheets"});
    check_never_includes("forms/rules", {"forms/pack", "forms/interview", "forms/typeset", "forms/sheets"});
    check_never_includes("forms/pack", {"forms/interview", "forms/typeset", "forms/sheets"});
    check_never_includes("forms/interview", {"forms/typeset", "forms/sheets"});
    check_never_includes("forms/typeset",
                         {"forms/facts", "forms/rules", "forms/pack", "forms/interview", "forms/sheets"});
}

TEST_CASE("the kiosk's model draws nothing, stores nothing and waits for nothing", "[architecture]") {
    check_never_includes(
        "kiosk/model", {"imgui", "GLFW", "sqlite3", "winscard", "PCSC", "cups", "<thread>", "thread", "mutex",
                        "fstream", "cardreader/pcsc", "kiosk/screens", "kiosk/ui", "kiosk/workers",
                        "kiosk/reception", "kiosk/output", "kiosk/app"});
}

TEST_CASE("screens draw through ui and reach no worker, store or printer", "[architecture]") {
    check_never_includes("kiosk/screens", {"GLFW", "sqlite3", "winscard", "PCSC", "cups", "kiosk/workers",
                                           "kiosk/reception", "kiosk/output", "kiosk/app"});
    check_never_includes("kiosk/ui",
                         {"kiosk/screens", "kiosk/workers", "kiosk/reception", "kiosk/output", "kiosk/app"});
}

TEST_CASE("workers, reception and output know the model and not the screens or each other's walls",
          "[architecture]") {
    check_never_includes("kiosk/reception",
                         {"imgui", "GLFW", "kiosk/screens", "kiosk/ui", "kiosk/workers", "kiosk/app"});
    check_never_includes("kiosk/output",
                         {"imgui", "GLFW", "kiosk/screens", "kiosk/ui", "kiosk/workers", "kiosk/app"});
    check_never_includes("kiosk/workers", {"imgui", "GLFW", "kiosk/screens", "kiosk/ui", "kiosk/app"});
}

TEST_CASE("the top level holds what the plan of the house names and nothing else", "[architecture]") {
    const std::vector<std::string> rooms{"CMakeLists.txt",
                                         "CMakePresets.json",
                                         "LICENSE",
                                         "README.md",
                                         "assets",
                                         "cardreader",
                                         "forms",
                                         "kiosk",
                                         "tests",
                                         "build",
                                         "out"};
    for (const auto& entry : fs::directory_iterator(kSource)) {
        const auto name = entry.path().filename().string();
        INFO(name);
        CHECK((name.starts_with('.') || std::ranges::find(rooms, name) != rooms.end()));
    }
}

TEST_CASE("no source file grows past 400 lines", "[architecture]") {
    for (const auto* room : {"cardreader", "forms", "kiosk", "tests"})
        for (const auto& file : code_in(room)) {
            std::ifstream text(file);
            const auto lines = std::count(std::istreambuf_iterator<char>(text), {}, '\n');
            INFO(file.lexically_relative(kSource).string() << " has " << lines << " lines");
            CHECK(lines <= 400);
        }
}
