#include "forms/interview/slice.hpp"

#include <vector>

#include "forms/pack/compile.hpp"
#include "forms/pack/make_plan.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

/// Which terms and questions a rule rests on, through computed items and gates.
class Reach {
public:
    Reach(const Pack& pack, std::uint64_t event)
        : pack_(pack),
          event_(event),
          terms(pack.rules.vocabulary.terms.size(), false),
          questions(pack.questions.size(), false) {}

    void add_rule(std::uint32_t node) {
        for (const auto term : terms_read(pack_.rules, node)) add_term(term);
        drain();
    }

private:
    void add_term(std::uint32_t number) {
        if (terms[number]) return;
        terms[number] = true;
        queue_.push_back(number);
    }

    void drain() {
        while (!queue_.empty()) {
            const auto number = queue_.back();
            queue_.pop_back();
            const auto& term = pack_.rules.vocabulary.terms[number];
            for (const auto each : terms_read(pack_.rules, term.computed)) add_term(each);
            if (term.role != kNoRole)
                if (const auto count =
                        pack_.rules.vocabulary.roles[static_cast<std::size_t>(term.role)].count_term)
                    add_term(*count);
            for (const auto question : pack_.plan.questions_of_term[number]) add_question(question);
        }
    }

    void add_question(std::uint32_t number) {
        const auto& question = pack_.plan.questions[number];
        if (questions[number] || (question.events & event_) == 0) return;
        questions[number] = true;
        for (const auto each : terms_read(pack_.rules, question.when)) add_term(each);
    }

    const Pack& pack_;
    std::uint64_t event_;
    std::vector<std::uint32_t> queue_;

public:
    std::vector<bool> terms;
    std::vector<bool> questions;
};

bool reached(const Pack& pack, const Reach& reach, const std::string& key) {
    const auto* term = pack.rules.vocabulary.find(key);
    return term && reach.terms[static_cast<std::size_t>(term - pack.rules.vocabulary.terms.data())];
}

}  // namespace

Pack slice_of(const Pack& pack, std::uint32_t procedure, std::uint64_t event) {
    Reach reach(pack, event);
    reach.add_rule(pack.plan.procedures[procedure].applies_when);
    Pack slice;
    slice.persons = pack.persons;
    slice.events = pack.events;
    slice.settings = pack.settings;
    for (const auto& item : pack.items)
        if (reached(pack, reach, item.key)) slice.items.push_back(item);
    for (const auto& condition : pack.conditions)
        if (reached(pack, reach, condition.name)) slice.conditions.push_back(condition);
    for (std::size_t i = 0; i < pack.questions.size(); ++i)
        if (reach.questions[i]) {
            slice.questions.push_back(pack.questions[i]);
            slice.questions.back().always = false;
            // What merely stands on the same screen changes nothing of this rule.
            std::erase_if(slice.questions.back().asks,
                          [&](const std::string& key) { return !reached(pack, reach, key); });
        }
    slice.procedures.push_back(pack.procedures[procedure]);
    slice.procedures.back().sheets.clear();
    slice.procedures.back().deadline.reset();
    std::vector<Problem> none;
    compile(slice, none);
    make_plan(slice, none);
    return slice;
}

}  // namespace forms
