#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/rules/explain.hpp"
#include "forms/rules/situation.hpp"
#include "forms/rules/translate.hpp"

using namespace forms;

namespace {

Rules make_rules() {
    Rules rules;
    auto& words = rules.vocabulary;
    words.roles.push_back({"child", 0, {}});
    words.add_term("p.yes", Kind::Bool, kNoRole);
    words.add_term("p.day", Kind::Day, kNoRole);
    words.add_term("p.number", Kind::Number, kNoRole);
    words.add_term("p.note", Kind::Text, kNoRole);
    const auto kind = words.add_term("p.kind", Kind::Choice, kNoRole);
    words.terms[kind].choices = {words.symbol("red"), words.symbol("green")};
    words.roles[0].count_term = words.add_term("child.count", Kind::Number, kNoRole);
    words.add_term("child.age", Kind::Number, 0);
    words.settings["limit"] = {Kind::Number, 18};
    return rules;
}

}  // namespace

// Any bytes as a rule: a problem inside its text, or a value that is known, unknown, and explained.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto vocabulary = make_rules();
    auto rules = vocabulary;
    const std::string text(data, data + size);
    const auto translated = translate_condition(rules, text);
    for (const auto& each : translated.problems)
        if (each.offset > size) std::abort();
    if (!translated.good()) return 0;
    auto situation = nothing_known(rules.vocabulary);
    situation.people[0].numbers = {1, 2};
    situation.people[0].cells = {3, kUnsaid};
    situation.people[0].complete = 1;
    std::vector<Leaf> leaves;
    const auto cell = evaluate(rules, translated.node, situation, {});
    if (is_known(cell) && cell != 0 && cell != 1) std::abort();
    add_missing(rules, translated.node, situation, {}, leaves);
    if (is_known(cell)) add_support(rules, translated.node, situation, {}, leaves);
    return 0;
}
