#include <fmt/core.h>

#include <chrono>
#include <ctime>
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

/// How long it took by the clock, and how much of that a core worked for it.
struct Spent {
    double seconds = 0;
    double working = 0;
    [[nodiscard]] double millions_a_second(std::uint64_t states) const {
        return working > 0 ? static_cast<double>(states) / 1e6 / working : 0;
    }
};

double worked() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
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

nlohmann::json as_json(const Proof& proof, const Spent& spent, bool english) {
    nlohmann::json json{{"procedures", proof.procedures},   {"states", proof.states},
                        {"sampled", proof.sampled},         {"visits", proof.visits},
                        {"answers", proof.answers},         {"edits", proof.edits},
                        {"seconds", spent.seconds},         {"core_seconds", spent.working},
                        {"faults", nlohmann::json::array()}};
    for (const auto& fault : proof.faults)
        json["faults"].push_back({{"procedure", fault.procedure},
                                  {"what", english ? fault.what_en : fault.what},
                                  {"visit", fault.visit}});
    return json;
}

void write(const Proof& proof, const Spent& spent, bool english, std::ostream& out) {
    const auto rate = spent.millions_a_second(proof.states);
    for (const auto& fault : proof.faults) {
        out << fmt::format("{}: {}\n", fault.procedure, english ? fault.what_en : fault.what);
        for (const auto& line : fault.visit) out << "    " << line << '\n';
    }
    if (english) {
        out << fmt::format(
            "{} procedures ({} by samples), {} states, {} visits with {} answers and {} changed answers, "
            "{:.1f} s ({:.1f} million states a second of one core): {} fault(s)\n",
            proof.procedures, proof.sampled, proof.states, proof.visits, proof.answers, proof.edits,
            spent.seconds, rate, proof.faults.size());
    } else {
        out << fmt::format(
            "手続 {} (うち抜き取り {})・状態 {}・来庁 {} 回 (答え {}・答え直し {})・{:.1f} 秒 "
            "(1コア毎秒 {:.1f} 百万状態): 誤り {} 件\n",
            proof.procedures, proof.sampled, proof.states, proof.visits, proof.answers, proof.edits,
            spent.seconds, rate, proof.faults.size());
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
    const auto idle = worked();
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
    const Spent spent{seconds_since(start), worked() - idle};
    if (speech.json) {
        out << as_json(total, spent, speech.english).dump(2) << '\n';
    } else {
        write(total, spent, speech.english, out);
    }
    return total.faults.empty() ? kFine : kFoundProblems;
}

}  // namespace forms
