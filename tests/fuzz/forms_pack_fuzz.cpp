#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/interview/interview.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/check.hpp"
#include "forms/pack/load.hpp"

using namespace forms;

namespace {

constexpr std::string_view kNext = "\n#file ";

/// One input as the files of a pack: a line `#file NAME` begins the next.
std::vector<PackFile> files_of(std::string text) {
    std::vector<PackFile> files{{"pack.toml", {}}};
    for (auto at = text.find(kNext); at != std::string::npos; at = text.find(kNext)) {
        files.back().text = text.substr(0, at + 1);
        const auto end = text.find('\n', at + kNext.size());
        files.push_back({text.substr(at + kNext.size(), end - at - kNext.size()), {}});
        text.erase(0, end == std::string::npos ? text.size() : end);
    }
    files.back().text = text;
    return files;
}

}  // namespace

// Any bytes as a pack and its cases: read, checked, asked and decided.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto files = files_of(std::string(data, data + size));
    const auto loaded = load_files(files);
    for (const auto& each : check(loaded))
        if (each.code.empty() || each.message.empty() || each.remedy.empty()) std::abort();
    for (const auto& each : read_cases(loaded.pack, files.back().text, "cases/all.toml").problems)
        if (each.code.empty()) std::abort();
    const Context context{loaded.pack.events.empty() ? "" : loaded.pack.events.front().id,
                          Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}}};
    const auto step = next_step(loaded.pack, context, {});
    if (step && step->of < step->number) std::abort();
    if (decide(loaded.pack, context, {}).size() > loaded.pack.procedures.size()) std::abort();
    return 0;
}
