#include "forms/interview/prove.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 11 / 22;

/// The small pack with one piece of its text replaced.
Pack with(const std::string& piece, const std::string& replacement) {
    auto text = kSmallPack;
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return pack_of(text.replace(at, piece.size(), replacement));
}

Proof proof_of(const Pack& pack, NextQuestion next = nullptr, std::uint64_t visits = 300) {
    Prover prover(pack, "bereavement", kToday, next);
    for (const auto procedure : prover.procedures()) prover.exhaust(procedure);
    prover.visit_at_random(visits, 7);
    return prover.proof();
}

const Fault* fault_of(const Proof& proof, const std::string& procedure) {
    const auto found = std::ranges::find(proof.faults, procedure, &Fault::procedure);
    return found == proof.faults.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a sound pack is proved, and the proof says what it went through", "[forms][prove]") {
    const auto proof = proof_of(pack_of(kSmallPack));

    for (const auto& fault : proof.faults) UNSCOPED_INFO(fault.procedure << ": " << fault.what_en);
    CHECK(proof.faults.empty());
    CHECK(proof.procedures == 4);
    CHECK(proof.states > 1000);
    CHECK(proof.visits == 300);
    CHECK(proof.edits > 100);
}

TEST_CASE("a question gated by the wrong answer is found, with the shortest visit that shows it",
          "[forms][prove]") {
    const auto proof = proof_of(with("when = \"in_national_health\"", "when = \"not in_national_health\""));

    const auto* fault = fault_of(proof, "grant");
    REQUIRE(fault);
    CHECK(fault->what_en == "it stays 要確認 although every question was answered");
    CHECK(fault->visit == std::vector<std::string>{"deceased.health_insurance = national_health"});
}

TEST_CASE("a gate with and for or is found", "[forms][prove]") {
    const auto gate = [](const std::string& joint) {
        return with("when = \"in_national_health\"",
                    "when = \"in_national_health " + joint + " known(child.count)\"");
    };

    CHECK(proof_of(gate("or")).faults.empty());
    const auto proof = proof_of(gate("and"));
    REQUIRE(fault_of(proof, "grant"));
}

TEST_CASE("a compiled and that became an or is found against the plain evaluator", "[forms][prove]") {
    auto pack = pack_of(kSmallPack);
    const auto rule = pack.plan.procedures.front().applies_when;
    REQUIRE(pack.rules.nodes[rule].op == Op::And);
    pack.rules.nodes[rule].op = Op::Or;

    Prover prover(pack, "bereavement", kToday);
    prover.visit_at_random(500, 7);

    CHECK(fault_of(prover.proof(), "grant"));
    CHECK_FALSE(fault_of(prover.proof(), "card_return"));
}

TEST_CASE("a deciding question without わからない is found", "[forms][prove]") {
    const auto proof = proof_of(with("id = \"insurance\"", "id = \"insurance\"\nunknown = false"));

    const auto* fault = fault_of(proof, "card_return");
    REQUIRE(fault);
    CHECK(fault->what_en == "question \"insurance\" decides and has no わからない");
}

TEST_CASE("an interview that ends early is found", "[forms][prove]") {
    const NextQuestion ends_after_two = [](const Agenda& agenda) -> std::optional<Ask> {
        return agenda.answered_count() >= 1 ? std::nullopt : agenda.next();
    };

    const auto proof = proof_of(pack_of(kSmallPack), ends_after_two);

    REQUIRE(fault_of(proof, "grant"));
    CHECK(fault_of(proof, "grant")->visit.size() == 1);
}

TEST_CASE("an interview that asks the same again is found", "[forms][prove]") {
    const NextQuestion stuck = [](const Agenda&) { return std::optional(Ask{0, 0}); };

    CHECK_FALSE(proof_of(pack_of(kSmallPack), stuck, 1).faults.empty());
}

TEST_CASE("a question that no procedure's outcome can hang on is found", "[forms][prove]") {
    const auto proof =
        proof_of(with("applies_when = \"in_national_health\"",
                      "applies_when = \"in_national_health and (funeral.held or not funeral.held)\""));

    const auto* fault = fault_of(proof, "card_return");
    REQUIRE(fault);
    CHECK(fault->what_en == "question \"funeral\" is asked although no answer changes the outcome");
}
