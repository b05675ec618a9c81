#include "forms/interview/sitting.hpp"

#include <utility>

#include "forms/interview/step.hpp"

namespace forms {

Sitting::Sitting(const Pack& pack, Context context, Facts facts)
    : pack_(&pack),
      context_(std::move(context)),
      facts_(std::move(facts)),
      dependents_(std::make_unique<Dependents>(pack, event_bit(pack, context_.event))) {
    begin();
}

void Sitting::set(const std::string& key, Fact fact) {
    const auto* before = facts_.find(key);
    note(key, before, &fact);
    facts_.set(key, std::move(fact));
}

void Sitting::erase(const std::string& key) {
    const auto* before = facts_.find(key);
    if (!before) return;
    note(key, before, nullptr);
    facts_.erase(key);
}

/// Tells the agenda; what it cannot be told (what a card or record says, persons it does not know) is read
/// anew.
void Sitting::note(const std::string& key, const Fact* before, const Fact* now) {
    told_ = true;
    if ((before && is_supplied(*before)) || (now && is_supplied(*now))) anew_ = true;
    if (anew_) return;
    const auto& vocabulary = pack_->rules.vocabulary;
    if (const auto leaf = told_leaf(vocabulary, agenda_->told().cells, key)) {
        agenda_->tell(*leaf, now ? to_cell(vocabulary, vocabulary.terms[leaf->term], *now) : kUnsaid);
    } else if (key.find('[') != std::string::npos) {
        anew_ = true;
    }
}

void Sitting::begin() {
    agenda_ = std::make_unique<Agenda>(*pack_, read_told(*pack_, context_, facts_), dependents_.get());
    phrases_ = {};
    decisions_.resize(agenda_->verdicts().size());
    is_outdated_.resize(decisions_.size());
    starts_.resize(decisions_.size());
    for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
        starts_[i] = start_of(i);
        outdate(i);
    }
    anew_ = told_ = false;
}

void Sitting::settle() {
    if (!told_) return;
    if (anew_ || !persons_agree()) return begin();
    agenda_->settle();
    told_ = false;
    for (const auto verdict : agenda_->judged()) outdate(verdict);
    for (std::uint32_t i = 0; i < starts_.size(); ++i) {
        const auto start = start_of(i);
        if (std::exchange(starts_[i], start) != start) outdate(i);
    }
}

/// Persons have the numbers they would have if the facts were read now.
bool Sitting::persons_agree() const {
    for (std::size_t role = 0; role < agenda_->told().cells.people.size(); ++role)
        if (agenda_->told().cells.people[role].numbers != told_persons(*pack_, facts_, role)) return false;
    return true;
}

void Sitting::outdate(std::uint32_t verdict) {
    if (std::exchange(is_outdated_[verdict], 1) == 0) outdated_.push_back(verdict);
}

/// The day a procedure's deadline counts from is not part of its rule.
Cell Sitting::start_of(std::size_t verdict) const {
    const auto term = pack_->plan.procedures[agenda_->verdicts()[verdict].procedure].deadline_start;
    return term == kNoNode ? kUnsaid
                           : agenda_->board().situation.scalars[pack_->rules.vocabulary.terms[term].column];
}

const std::vector<Decision>& Sitting::decisions() {
    settle();
    for (const auto verdict : outdated_) {
        decisions_[verdict] = decision_of(*agenda_, verdict, phrases_);
        is_outdated_[verdict] = 0;
    }
    outdated_.clear();
    return decisions_;
}

std::optional<Step> Sitting::next() {
    settle();
    agenda_->want_paper();
    return step_of(*agenda_);
}

}  // namespace forms
