#pragma once

#include <optional>

#include "forms/facts/facts.hpp"
#include "forms/interview/step.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/pack.hpp"

namespace forms {

/// The invented answers of a case's family, where the case says nothing. They agree with what the case says
/// and with each other: ages follow the relationship, whoever did not live with the deceased lives
/// elsewhere, a move has two addresses, each account is of one kind and in the right name.
class StandIns {
public:
    explicit StandIns(const Case& family);

    /// The four items of the card of the person at the counter, what the case says first.
    [[nodiscard]] Facts card() const;

    /// The answer to one item of a question; empty where they would have to know.
    [[nodiscard]] std::optional<Value> answer(const Item& item, const Step& step) const;

private:
    struct Home {
        std::string_view address, postal;
    };

    [[nodiscard]] bool said(std::string_view key, const Value& value) const;
    [[nodiscard]] bool lives_apart() const;
    [[nodiscard]] bool leads_next() const;
    [[nodiscard]] Home home() const;
    [[nodiscard]] Date birth_date() const;
    [[nodiscard]] std::string_view person_of(std::string_view key) const;
    [[nodiscard]] std::optional<Value> written(std::string_view key) const;

    const Case& family_;
    std::string relationship_;  // to the deceased
};

}  // namespace forms
