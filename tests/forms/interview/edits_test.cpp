#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "forms/interview/possible.hpp"
#include "forms/interview/words.hpp"
#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const Context kToday{"bereavement", 2026y / 11 / 22};

/// A person who answers, goes back, changes and takes back answers; the facts are whatever was left after
/// that.
class Wanderer {
public:
    Wanderer(const Pack& pack, std::uint64_t seed)
        : pack_(pack),
          possible_(possible_facts(pack, event_bit(pack, kToday.event), kToday.today)),
          random_(seed) {}

    void edit(Facts& facts) {
        const auto& any = possible_[random_() % possible_.size()];
        const auto& term = pack_.rules.vocabulary.terms[any.leaf.term];
        const auto key = key_of_person(term.key, term.role == kNoRole ? 0 : any.leaf.person + 1);
        const auto dice = 1 + random_() % 9 - (any.leaf.person < 0 && random_() % 10 == 0 ? 1 : 0);
        // A fresh run numbers persons from 1, so the second is not spoken of before the first.
        if (any.leaf.person == 1 && !facts.find(key_of_person(term.key, 1)))
            facts.set(key_of_person(term.key, 1), {std::nullopt, Provenance::Resident});
        if (dice == 0) return facts.erase(key);
        if (dice == 1) return facts.set(key, {std::nullopt, Provenance::Resident});
        const auto cell = any.values[random_() % any.values.size()];
        auto value = value_of(pack_.rules.vocabulary, term, cell);
        facts.set(key, {value ? std::move(value) : Value{std::string("名")}, Provenance::Resident});
    }

private:
    const Pack& pack_;
    std::vector<Possible> possible_;
    std::mt19937_64 random_;
};

/// The interview from the start, each question answered with what the facts say; what they do not say stays
/// わからない.
Facts fresh_run(const Pack& pack, const Facts& facts) {
    Facts fresh;
    for (auto step = next_step(pack, kToday, fresh); step; step = next_step(pack, kToday, fresh))
        for (const auto& key : step->keys) {
            const auto* said = facts.find(key);
            fresh.set(key, said ? *said : Fact{std::nullopt, Provenance::Resident});
        }
    return fresh;
}

std::vector<Outcome> outcomes(const Pack& pack, const Facts& facts) {
    std::vector<Outcome> result;
    for (const auto& each : decide(pack, kToday, facts)) result.push_back(each.outcome);
    return result;
}

}  // namespace

TEST_CASE("after any edits the decisions are those of a fresh run of the same facts", "[forms][edits]") {
    const auto pack = pack_of(kSmallPack);
    Wanderer wanderer(pack, 20261122);
    constexpr int kSequences = 400;
    for (int i = 0; i < kSequences; ++i) {
        Facts facts;
        for (int edits = 0; edits < 30; ++edits) wanderer.edit(facts);
        const auto fresh = fresh_run(pack, facts);

        INFO("sequence " << i);
        // Every answer of the fresh run that the edited facts hold counts there as well, with the same value.
        const auto counted = reachable(pack, kToday, facts);
        for (const auto& [key, fact] : fresh)
            if (facts.find(key)) CHECK(counted.find(key) != nullptr);
        CHECK(outcomes(pack, fresh) == outcomes(pack, facts));
        CHECK_FALSE(next_step(pack, kToday, fresh));
    }
}

TEST_CASE("going there and back again changes nothing", "[forms][edits]") {
    const auto pack = pack_of(kSmallPack);
    Wanderer wanderer(pack, 7);
    for (int i = 0; i < 200; ++i) {
        Facts before;
        for (int edits = 0; edits < 20; ++edits) wanderer.edit(before);
        auto there = before;
        wanderer.edit(there);
        const auto forth = what_changes(pack, kToday, before, there);
        const auto back = what_changes(pack, kToday, there, before);

        CHECK(forth.size() == back.size());
        CHECK(what_changes(pack, kToday, before, before).empty());
    }
}
