#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "forms/interview/agenda.hpp"
#include "forms/interview/dependents.hpp"
#include "forms/interview/interview.hpp"
#include "forms/interview/words.hpp"

namespace forms {

/// A visit followed from answer to answer. It says what `decide` and `next_step` say of the same facts, and
/// works out only what rests on those that changed: an answer costs the same in a large pack as in a small
/// one.
class Sitting {
public:
    Sitting(const Pack& pack, Context context, Facts facts = {});

    /// Adds or replaces one fact.
    void set(const std::string& key, Fact fact);
    /// Takes one back.
    void erase(const std::string& key);

    [[nodiscard]] const Context& context() const { return context_; }
    [[nodiscard]] const Facts& facts() const { return facts_; }
    /// As `decide`; good until the next change.
    [[nodiscard]] const std::vector<Decision>& decisions();
    /// As `next_step`.
    [[nodiscard]] std::optional<Step> next();

private:
    void begin();
    void settle();
    void note(const std::string& key, const Fact* before, const Fact* now);
    [[nodiscard]] bool persons_agree() const;
    void outdate(std::uint32_t verdict);
    [[nodiscard]] Cell start_of(std::size_t verdict) const;

    const Pack* pack_;
    Context context_;
    Facts facts_;
    std::unique_ptr<const Dependents> dependents_;
    std::unique_ptr<Agenda> agenda_;
    Phrases phrases_;
    std::vector<Decision> decisions_;      // of each verdict
    std::vector<std::uint32_t> outdated_;  // verdicts to be put into words again
    std::vector<std::uint8_t> is_outdated_;
    std::vector<Cell> starts_;  // of each verdict's deadline
    bool anew_ = false;         // what changed cannot be told to an agenda
    bool told_ = false;         // something was, and is not settled
};

}  // namespace forms
