#include <algorithm>
#include <array>

#include "forms/rules/translate.hpp"

namespace forms {
namespace {

void collect_terms(const Rules& rules, std::uint32_t at, std::vector<std::uint32_t>& terms) {
    const auto& node = rules.nodes[at];
    switch (node.op) {
        case Op::Literal:
            return;
        case Op::Scalar:
        case Op::OfPerson:
            terms.push_back(node.term);
            return;
        case Op::OfNth:
            terms.push_back(node.term);
            break;
        default:
            break;
    }
    if (node.role != kNoRole)
        if (const auto count = rules.vocabulary.roles[static_cast<std::size_t>(node.role)].count_term)
            terms.push_back(*count);
    if (node.op == Op::OfNth) return;
    for (std::uint32_t i = 0; i < node.count; ++i)
        collect_terms(rules, rules.children[node.first + i], terms);
}

}  // namespace

std::vector<std::uint32_t> terms_read(const Rules& rules, std::uint32_t node) {
    std::vector<std::uint32_t> terms;
    if (node != kNoNode) collect_terms(rules, node, terms);
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

std::vector<std::uint32_t> terms_under(const Rules& rules, std::uint32_t node) {
    std::vector<std::uint32_t> under;
    auto queue = terms_read(rules, node);
    std::vector<bool> seen(rules.vocabulary.terms.size(), false);
    while (!queue.empty()) {
        const auto number = queue.back();
        queue.pop_back();
        if (seen[number]) continue;
        seen[number] = true;
        under.push_back(number);
        for (const auto each : terms_read(rules, rules.vocabulary.terms[number].computed))
            queue.push_back(each);
    }
    return under;
}

std::vector<std::uint32_t> told_terms(const Rules& rules, std::uint32_t node) {
    auto told = terms_under(rules, node);
    std::erase_if(told, [&](std::uint32_t number) { return rules.vocabulary.terms[number].has_rule; });
    return told;
}

std::string_view kind_name(Kind kind) {
    static constexpr std::array<std::string_view, 5> kNames{"はい/いいえ", "数", "日付", "選択肢", "文字"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::string_view kind_name_en(Kind kind) {
    static constexpr std::array<std::string_view, 5> kNames{"true/false", "a number", "a date", "a choice",
                                                            "text"};
    return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace forms
