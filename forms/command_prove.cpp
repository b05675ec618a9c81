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

constexpr std::uint64_t kBatch = 10'000;

void visit(Prover& prover, std::uint64_t visits, std::uint64_t seed, double seconds) {
    const auto start = Clock::now();
    for (std::uint64_t done = 0; done < visits && seconds_since(start) < seconds; done += kBatch)
        prover.visit_at_random(std::min(kBatch, visits - done), seed + done);
}

void add(const Proof& proof, Proof& total) {
    total.procedures += proof.procedures;
    total.states += proof.states;
    total.sampled += proof.sampled;
    total.visits += proof.visits;
    total.answers += proof.answers;
    total.edits += proof.edits;
    total.faults.insert(total.faults.end(), proof.faults.begin(), proof.faults.end());
}

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
    std::vector<Prover> provers;
    for (const auto& event : loaded.pack.events) {
        Prover prover(loaded.pack, event.id, options.today);
        if (!prover.procedures().empty()) provers.push_back(std::move(prover));
    }
    for (auto& prover : provers)
        for (const auto procedure : prover.procedures()) prover.exhaust(procedure);
    Proof total;
    for (std::size_t i = 0; i < provers.size(); ++i) {
        // Every event gets its share of the visits and of the time that is left.
        const auto left = provers.size() - i;
        visit(provers[i], (options.visits - total.visits) / left, options.seed,
              (options.seconds - seconds_since(start)) / static_cast<double>(left));
        add(provers[i].proof(), total);
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
