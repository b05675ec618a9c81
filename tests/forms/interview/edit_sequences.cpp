#include "tests/forms/interview/edit_sequences.hpp"

#include <algorithm>
#include <random>

#include "forms/rules/explain.hpp"

using namespace forms;

namespace {

constexpr std::size_t kStarts = 32;
constexpr unsigned kMostEdits = 16;

bool alike(const People& a, const People& b) {
    return a.numbers == b.numbers && a.cells == b.cells && a.complete == b.complete;
}

/// What a visit followed edit by edit has that one worked out at once does not, or the other way round.
std::string difference(const Agenda& followed, const Agenda& at_once) {
    const auto& a = followed.board();
    const auto& b = at_once.board();
    if (a.situation.scalars != b.situation.scalars) return "other answers count";
    if (!std::ranges::equal(a.situation.people, b.situation.people, alike)) return "other persons count";
    if (a.gates != b.gates || a.persons != b.persons) return "other questions can be reached";
    for (std::size_t i = 0; i < followed.verdicts().size(); ++i) {
        if (followed.verdicts()[i].cell != at_once.verdicts()[i].cell) return "another decision";
        if (followed.open(i) != at_once.open(i)) return "another decision is open";
    }
    const auto next = followed.next();
    const auto other = at_once.next();
    if (next.has_value() != other.has_value()) return "one has a question left";
    if (next && (next->question != other->question || next->person != other->person))
        return "another question comes next";
    return {};
}

bool same_outcome(Cell a, Cell b) {
    return is_known(a) ? a == b : !is_known(b);
}

}  // namespace

struct EditSequences::State {
    State(const Pack& of, const std::string& event, Date today, std::uint64_t seed)
        : pack(of), dependents(of, event_bit(of, event)), random(seed) {
        const auto bit = event_bit(of, event);
        for (auto& each : possible_facts(of, bit, today))
            if (each.asked) possible.push_back(std::move(each));
        for (std::size_t i = 0; i < kStarts; ++i) starts.push_back(start(bit, today, i));
    }

    /// A visit before its first answer; in most of them the city's records told something already.
    Agenda start(std::uint64_t event, Date today, std::size_t recorded) {
        auto told = nothing_told(pack, event, today);
        for (std::size_t i = 0; i < recorded % 4; ++i) {
            const auto& any = possible[random() % possible.size()];
            if (any.leaf.person >= 0 || any.counts) continue;
            const auto column = pack.rules.vocabulary.terms[any.leaf.term].column;
            told.cells.scalars[column] = any.values[random() % any.values.size()];
            told.supplied.scalars[column] = 1;
        }
        return {pack, std::move(told), &dependents};
    }

    void edit(Agenda& visit) {
        const auto& any = possible[random() % possible.size()];
        const auto& supplied = visit.told().supplied.scalars;
        // What a record says is not edited here: the fresh run starts from it.
        if (any.leaf.person < 0 && is_known(supplied[pack.rules.vocabulary.terms[any.leaf.term].column]))
            return;
        const auto dice = random() % 10;
        visit.tell(any.leaf, dice == 0   ? kUnsaid
                             : dice == 1 ? kSaidUnknown
                                         : any.values[random() % any.values.size()]);
        ++edits;
        if (random() % 3 != 0) visit.settle();
    }

    /// The interview from its start, each question answered with what the facts say, わからない where they
    /// say nothing.
    Agenda interview(const Agenda& start, const Told& facts) const {
        auto visit = start;
        auto steps = 2 * possible.size();
        for (auto ask = visit.next(); ask && steps > 0; ask = visit.next(), --steps) {
            for (std::size_t which = 0; which < pack.plan.questions[ask->question].terms.size(); ++which) {
                const auto leaf = leaf_of(pack.plan, *ask, which);
                if (cell_of(pack.rules, visit.board().situation, leaf) != kUnsaid) continue;
                const auto said = told_of(pack, facts, leaf);
                visit.tell(leaf, said == kUnsaid ? kSaidUnknown : said);
            }
            visit.settle();
        }
        return visit;
    }

    std::string compare_interview(const Agenda& edited, const Agenda& fresh) const {
        if (fresh.next()) return "the interview does not end";
        for (std::size_t i = 0; i < edited.verdicts().size(); ++i)
            if (!same_outcome(edited.verdicts()[i].cell, fresh.verdicts()[i].cell))
                return "the interview decides otherwise: " +
                       pack.procedures[edited.verdicts()[i].procedure].id;
        for (const auto& each : possible) {
            const auto said = told_of(pack, fresh.told(), each.leaf);
            if (!is_known(said)) continue;
            const auto& people = edited.board().situation.people;
            const auto role = pack.rules.vocabulary.terms[each.leaf.term].role;
            const bool there = role == kNoRole || static_cast<std::size_t>(each.leaf.person) <
                                                      people[static_cast<std::size_t>(role)].numbers.size();
            if (!there || cell_of(pack.rules, edited.board().situation, each.leaf) != said)
                return "an answer of the interview does not count: " + spoken(pack, each.leaf, said);
        }
        return {};
    }

    const Pack& pack;
    Dependents dependents;
    std::vector<Possible> possible;
    std::vector<Agenda> starts;
    std::mt19937_64 random;
    std::uint64_t edits = 0;
};

EditSequences::EditSequences(const Pack& pack, const std::string& event, Date today, std::uint64_t seed)
    : state_(std::make_unique<State>(pack, event, today, seed)) {}
EditSequences::~EditSequences() = default;
EditSequences::EditSequences(EditSequences&&) noexcept = default;

std::uint64_t EditSequences::edits() const {
    return state_->edits;
}

std::string EditSequences::run() {
    auto& state = *state_;
    const auto& start = state.starts[state.random() % kStarts];
    auto visit = start;
    for (auto left = 1 + state.random() % kMostEdits; left > 0; --left) state.edit(visit);
    visit.settle();
    auto found = difference(visit, Agenda(state.pack, visit.told()));
    if (found.empty()) found = state.compare_interview(visit, state.interview(start, visit.told()));
    if (found.empty()) return {};
    found += '\n';
    for (const auto& each : state.possible)
        if (const auto said = told_of(state.pack, visit.told(), each.leaf); said != kUnsaid)
            found += "    " + spoken(state.pack, each.leaf, said) + '\n';
    return found;
}
