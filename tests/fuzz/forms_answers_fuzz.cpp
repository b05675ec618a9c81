#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/interview/answers.hpp"
#include "forms/pack/load.hpp"
#include "tests/forms/interview/small_pack.hpp"

using namespace forms;

// Any bytes as an answers file: an error, or a visit that can be decided, asked on and printed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto loaded = load_files({{"pack.toml", kSmallPack}});
    const std::string text(data, data + size);
    const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
    const auto answers = read_answers(loaded.pack, text, today);
    if (!answers) return 0;
    const auto decisions = decide(loaded.pack, answers->context, answers->facts);
    for (const auto& each : decisions)
        if (each.outcome != Outcome::DoesNotApply && each.reasons.empty()) std::abort();
    const auto step = next_step(loaded.pack, answers->context, answers->facts);
    if (step && !step->question) std::abort();
    // What counts alone decides as all that was said does.
    const auto counted = reachable(loaded.pack, answers->context, answers->facts);
    const auto again = decide(loaded.pack, answers->context, counted);
    for (std::size_t i = 0; i < decisions.size(); ++i)
        if (decisions[i].outcome != again[i].outcome) std::abort();
    return 0;
}
