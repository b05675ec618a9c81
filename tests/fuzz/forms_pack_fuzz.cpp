#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/interview/interview.hpp"
#include "forms/pack/check.hpp"
#include "forms/pack/load.hpp"

using namespace forms;

// Any bytes as a pack: read, checked, and if it can be used, asked and decided.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const auto loaded = load_files({{"pack.toml", text}});
    for (const auto& each : check(loaded))
        if (each.code.empty() || each.message.empty()) std::abort();
    const Context context{loaded.pack.events.empty() ? "" : loaded.pack.events.front().id,
                          Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}}};
    const auto step = next_step(loaded.pack, context, {});
    if (step && step->of < step->number) std::abort();
    if (decide(loaded.pack, context, {}).size() > loaded.pack.procedures.size()) std::abort();
    return 0;
}
