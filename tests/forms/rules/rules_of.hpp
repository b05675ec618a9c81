#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "forms/facts/date.hpp"
#include "forms/rules/situation.hpp"
#include "forms/rules/translate.hpp"

/// A vocabulary with one term of each type and a repeated role `child`, and rules evaluated over it.
class Sandbox {
public:
    Sandbox() {
        auto& words = rules.vocabulary;
        words.roles.push_back({"child", 0, {}});
        for (const auto* key : {"p.yes", "p.other", "p.third"})
            words.add_term(key, forms::Kind::Bool, forms::kNoRole);
        words.add_term("p.number", forms::Kind::Number, forms::kNoRole);
        words.add_term("p.birth", forms::Kind::Day, forms::kNoRole);
        words.add_term("p.day", forms::Kind::Day, forms::kNoRole);
        words.add_term("p.note", forms::Kind::Text, forms::kNoRole);
        const auto kind = words.add_term("p.kind", forms::Kind::Choice, forms::kNoRole);
        for (const auto* id : {"red", "green", "blue"}) {
            const auto symbol = words.symbol(id);
            words.terms[kind].choices.push_back(symbol);
        }
        words.roles[0].count_term = words.add_term("child.count", forms::Kind::Number, forms::kNoRole);
        words.add_term("child.age", forms::Kind::Number, 0);
        words.add_term("child.lives_here", forms::Kind::Bool, 0);
        words.settings["limit"] = {forms::Kind::Number, 18};
        situation = forms::nothing_known(words);
    }

    void set(const std::string& key, forms::Cell cell) {
        situation.scalars[rules.vocabulary.find(key)->column] = cell;
    }
    void choose(const std::string& key, const std::string& id) { set(key, rules.vocabulary.symbol_of(id)); }

    /// Children with these ages (kUnsaid for one not asked yet); the list is complete.
    void children(const std::vector<forms::Cell>& ages, forms::Cell complete = 1) {
        auto& people = situation.people[0];
        people.cells.clear();
        people.numbers.clear();
        people.complete = complete;
        for (const auto age : ages) {
            people.numbers.push_back(static_cast<int>(people.numbers.size()) + 1);
            people.cells.push_back(age);
            people.cells.push_back(forms::kUnsaid);
        }
    }

    forms::Cell value(const std::string& text) {
        const auto translated = forms::translate(rules, text);
        for (const auto& each : translated.problems) FAIL(text << ": " << each.message_en);
        return forms::evaluate(rules, translated.node, situation, {});
    }

    forms::Translated compiled(const std::string& text) { return forms::translate(rules, text); }

    forms::Rules rules;
    forms::Situation situation;
};
