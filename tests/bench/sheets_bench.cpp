#include <fmt/core.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

#include "forms/interview/answers.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/fill.hpp"
#include "forms/sheets/papers.hpp"

// What a set of sheets costs in a warm process, and a screen full of words. With a folder as its argument it
// leaves the twenty blanks and the CPU time there, for the comparison beside it.

namespace {

namespace fs = std::filesystem;
using namespace forms;

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

long resident_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

struct Set {
    double ms = 0;
    std::size_t bytes = 0;
    std::size_t blanks = 0;  // bytes of the city's own PDFs underneath
};

Set fill_twenty(const Pack& pack, const Answers& answers, Typesetter& typesetter) {
    auto facts = reachable(pack, answers.context, answers.facts);
    facts.set("visit.date", {Value(answers.context.today), Provenance::Computed});
    Set set;
    const auto begun = cpu_ms();
    for (std::size_t i = 0; i < 20; ++i) {
        const auto& sheet = pack.sheets.at(i % pack.sheets.size());
        const auto filled =
            fill(sheet, pack.blank_of(sheet), sheet_values(pack, answers.context, facts, sheet),
                 {"1122-014", answers.context.today}, typesetter);
        if (!filled) throw std::runtime_error(filled.error().detail);
        set.bytes += filled->pdf.size();
        set.blanks += fs::file_size(pack.blank_of(sheet));
    }
    set.ms = cpu_ms() - begun;
    return set;
}

void leave_for_comparison(const Pack& pack, double ms, const fs::path& folder) {
    fs::create_directories(folder);
    for (std::size_t i = 0; i < 20; ++i)
        fs::copy_file(pack.blank_of(pack.sheets.at(i % pack.sheets.size())),
                      folder / fmt::format("{:02}.pdf", i), fs::copy_options::overwrite_existing);
    std::ofstream(folder / "ours_ms") << ms << '\n';
}

void screen_of_words(Typesetter& typesetter) {
    const std::string line =
        "亡くなられた方の健康保険は、どれでしたか。国民健康保険・会社の健康保険・後期高齢";
    (void)typesetter.faces().shape(line, {TextRole::Ui, "ja"});
    const auto begun = cpu_ms();
    constexpr int kScreens = 100;
    for (int i = 0; i < kScreens * 20; ++i) (void)typesetter.faces().shape(line, {TextRole::Ui, "ja"});
    fmt::print("{:<42} {:>8.3f} ms\n", "shape a screen of 20 lines of 40 letters",
               (cpu_ms() - begun) / kScreens);
}

}  // namespace

int main(int argc, char** argv) {
    auto loaded = load_pack(KAKANAI_SOURCE_DIR "/forms/model-city");
    const auto answers = read_answers_file(loaded.pack, loaded.pack.folder / "examples/yoshibe.json", Date{});
    if (!answers) return 1;
    Typesetter typesetter;
    const auto cold = fill_twenty(loaded.pack, *answers, typesetter);
    Set best = fill_twenty(loaded.pack, *answers, typesetter);
    for (int i = 0; i < 4; ++i) {
        const auto again = fill_twenty(loaded.pack, *answers, typesetter);
        if (again.ms < best.ms) best = again;
    }
    fmt::print("{:<42} {:>8.1f} ms CPU\n", "20 sheets over 20 blanks, warm", best.ms);
    fmt::print("{:<42} {:>8.0f} kB, over blanks of {} kB\n", "what we add to 20 blanks",
               static_cast<double>(best.bytes - best.blanks) / 1000, best.blanks / 1000);
    fmt::print("{:<42} {:>8.1f} ms CPU\n", "20 sheets, first time in the process", cold.ms);
    const auto begun = cpu_ms();
    const auto papers =
        make_papers(loaded.pack, answers->context, answers->facts, {"1122-014", "", false}, typesetter);
    if (!papers) return 1;
    fmt::print("{:<42} {:>8.1f} ms CPU  {} papers\n", "all papers of one visit", cpu_ms() - begun,
               papers->size());
    screen_of_words(typesetter);
    fmt::print("{:<42} {:>8.1f} MiB\n", "largest resident size", static_cast<double>(resident_kib()) / 1024);
    if (argc > 1) leave_for_comparison(loaded.pack, best.ms, argv[1]);
    return 0;
}
