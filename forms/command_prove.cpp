#include <fmt/core.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/interview/prove.hpp"
#include "forms/pack/load.hpp"

namespace forms {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr std::uint64_t kBatch = 1000;

nlohmann::json as_json(const Proof& proof, double seconds, bool english) {
    nlohmann::json json{{"procedures", proof.procedures},
                        {"states", proof.states},
                        {"sampled", proof.sampled},
                        {"visits", proof.visits},
                        {"answers", proof.answers},
                        {"edits", proof.edits},
                        {"seconds", seconds},
                        {"faults", nlohmann::json::array()}};
    for (const auto& fault : proof.faults)
        json["faults"].push_back({{"procedure", fault.procedure},
                                  {"what", english ? fault.what_en : fault.what},
                                  {"visit", fault.visit}});
    return json;
}

void write(const Proof& proof, double seconds, bool english, std::ostream& out) {
    for (const auto& fault : proof.faults) {
        out << fmt::format("{}: {}\n", fault.procedure, english ? fault.what_en : fault.what);
        for (const auto& line : fault.visit) out << "    " << line << '\n';
    }
    if (english) {
        out << fmt::format(
            "{} procedures ({} by samples), {} states, {} visits with {} answers and {} changed answers, "
            "{:.1f} s: {} fault(s)\n",
            proof.procedures, proof.sampled, proof.states, proof.visits, proof.answers, proof.edits, seconds,
            proof.faults.size());
    } else {
        out << fmt::format(
            "手続 {} (うち抜き取り {})・状態 {}・来庁 {} 回 (答え {}・答え直し {})・{:.1f} 秒: 誤り {} 件\n",
            proof.procedures, proof.sampled, proof.states, proof.visits, proof.answers, proof.edits, seconds,
            proof.faults.size());
    }
}

}  // namespace

int command_prove(const ProveOptions& options, Speech speech, std::ostream& out, std::ostream& err) {
    const auto loaded = load_pack(options.pack);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check を実行してください\n");
        return kFoundProblems;
    }
    const auto start = Clock::now();
    Proof total;
    for (const auto& event : loaded.pack.events) {
        Prover prover(loaded.pack, event.id, options.today);
        for (const auto procedure : prover.procedures()) prover.exhaust(procedure);
        if (prover.procedures().empty()) continue;
        for (std::uint64_t done = 0; done < options.visits && seconds_since(start) < options.seconds;
             done += kBatch)
            prover.visit_at_random(std::min(kBatch, options.visits - done), options.seed + done);
        const auto& proof = prover.proof();
        total.procedures += proof.procedures;
        total.states += proof.states;
        total.sampled += proof.sampled;
        total.visits += proof.visits;
        total.answers += proof.answers;
        total.edits += proof.edits;
        total.faults.insert(total.faults.end(), proof.faults.begin(), proof.faults.end());
    }
    const auto seconds = seconds_since(start);
    if (speech.json) {
        out << as_json(total, seconds, speech.english).dump(2) << '\n';
    } else {
        write(total, seconds, speech.english, out);
    }
    return total.faults.empty() ? kFine : kFoundProblems;
}

}  // namespace forms
