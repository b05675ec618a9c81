#include "forms/rules/translate.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "forms/rules/nearest.hpp"

namespace forms {
namespace {

/// A value of the rule language while it is being compiled.
struct Typed {
    bool good = false;
    Kind kind{};
    std::uint32_t node = kNoNode;
    const Term* choices = nullptr;  // for Kind::Choice: the term whose choices it has
};

struct Function {
    std::string_view name;
    Op op;
    Kind result;
    std::array<Kind, 2> takes;
    std::size_t count;
};

constexpr std::array<Function, 6> kFunctions{{
    {"age_on", Op::AgeOn, Kind::Number, {Kind::Day, Kind::Day}, 2},
    {"age_by_law", Op::AgeByLaw, Kind::Number, {Kind::Day, Kind::Day}, 2},
    {"days_after", Op::DaysAfter, Kind::Day, {Kind::Day, Kind::Number}, 2},
    {"months_after", Op::MonthsAfter, Kind::Day, {Kind::Day, Kind::Number}, 2},
    {"years_after", Op::YearsAfter, Kind::Day, {Kind::Day, Kind::Number}, 2},
    {"fiscal_year_end_18", Op::FiscalYearEnd18, Kind::Day, {Kind::Day, Kind::Day}, 1},
}};

Op compare_op(std::string_view sign) {
    if (sign == "=") return Op::Equal;
    if (sign == "!=") return Op::NotEqual;
    if (sign == "<") return Op::Less;
    if (sign == "<=") return Op::LessEqual;
    return sign == ">" ? Op::Greater : Op::GreaterEqual;
}

bool ordered(Kind kind) {
    return kind == Kind::Number || kind == Kind::Day;
}

class Translator {
public:
    Translator(Rules& rules, int bound_role, Suggest suggest) : rules_(rules), suggest_(suggest) {
        if (bound_role != kNoRole) bound_.push_back(bound_role);
    }

    Typed rule(const Syntax& syntax) {
        switch (syntax.form) {
            case Form::Truth:
                return literal(Kind::Bool, syntax.number);
            case Form::Number:
                return literal(Kind::Number, syntax.number);
            case Form::Day:
                return literal(Kind::Day, syntax.number);
            case Form::String:
                return literal(Kind::Text, rules_.vocabulary.symbol(syntax.word));
            case Form::Word:
                return word(syntax);
            case Form::Key:
                return key(syntax);
            case Form::Call:
                return call(syntax);
            case Form::And:
                return connected(syntax, Op::And);
            case Form::Or:
                return connected(syntax, Op::Or);
            case Form::Not:
                return connected(syntax, Op::Not);
            case Form::Compare:
                return compare(syntax);
            case Form::In:
                return in(syntax);
            case Form::Any:
                return people(syntax, Op::Any, Kind::Bool);
            case Form::All:
                return people(syntax, Op::All, Kind::Bool);
            case Form::Count:
                return people(syntax, Op::Count, Kind::Number);
        }
        return {};
    }

    /// A rule that must be true or false.
    Typed condition(const Syntax& syntax) {
        auto result = rule(syntax);
        if (result.good && result.kind != Kind::Bool)
            return wrong(RuleErrc::Type, syntax,
                         fmt::format("ここは はい/いいえ になる条件でなければなりません ({}です)",
                                     kind_name(result.kind)),
                         fmt::format("this must be true or false, not {}", kind_name_en(result.kind)));
        return result;
    }

    std::vector<RuleProblem> problems;

private:
    Typed wrong(RuleErrc code, const Syntax& at, std::string ja, std::string en) {
        problems.push_back({code, at.offset, std::move(ja), std::move(en)});
        return {};
    }

    std::uint32_t add(Node node) {
        rules_.nodes.push_back(node);
        return static_cast<std::uint32_t>(rules_.nodes.size() - 1);
    }

    std::uint32_t add(Op op, const std::vector<std::uint32_t>& children) {
        Node node;
        node.op = op;
        node.first = static_cast<std::uint32_t>(rules_.children.size());
        node.count = static_cast<std::uint32_t>(children.size());
        rules_.children.insert(rules_.children.end(), children.begin(), children.end());
        return add(node);
    }

    Typed literal(Kind kind, Cell value) {
        Node node;
        node.op = Op::Literal;
        node.kind = kind;
        node.value = value;
        return {true, kind, add(node), nullptr};
    }

    Typed word(const Syntax& syntax) {
        const auto* term = rules_.vocabulary.find(syntax.word);
        if (term && term->condition) return read(*term, syntax);
        std::vector<std::string> known;
        for (const auto& each : rules_.vocabulary.terms)
            if (each.condition && suggest_ == Suggest::Yes) known.push_back(each.key);
        return unknown(RuleErrc::UnknownName, syntax, "という名前つき条件", "named condition", known);
    }

    Typed unknown(RuleErrc code, const Syntax& at, std::string_view ja, std::string_view en,
                  std::span<const std::string> known) {
        const auto near = suggest_ == Suggest::Yes ? nearest(at.word, known) : std::string{};
        return wrong(code, at,
                     fmt::format("「{}」{}はありません{}", at.word, ja,
                                 near.empty() ? "" : fmt::format("。「{}」ですか", near)),
                     fmt::format("there is no {} \"{}\"{}", en, at.word,
                                 near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near)));
    }

    Typed key(const Syntax& syntax) {
        constexpr std::string_view kSetting = "setting.";
        if (syntax.word.starts_with(kSetting)) return setting(syntax, syntax.word.substr(kSetting.size()));
        const auto* term = rules_.vocabulary.find(syntax.word);
        if (term) return read(*term, syntax);
        std::vector<std::string> known;
        for (const auto& each : rules_.vocabulary.terms)
            if (suggest_ == Suggest::Yes) known.push_back(each.key);
        return unknown(RuleErrc::UnknownName, syntax, "という項目", "item", known);
    }

    Typed setting(const Syntax& syntax, const std::string& id) {
        const auto found = rules_.vocabulary.settings.find(id);
        if (found != rules_.vocabulary.settings.end()) {
            auto made = literal(found->second.kind, found->second.value);
            rules_.nodes[made.node].nth = 1;  // so that check can tell a city's choice from a fixed value
            return made;
        }
        std::vector<std::string> known;
        for (const auto& [name, constant] : rules_.vocabulary.settings)
            if (suggest_ == Suggest::Yes) known.push_back("setting." + name);
        std::ranges::sort(known);
        return unknown(RuleErrc::UnknownSetting, syntax, "という市の設定", "setting", known);
    }

    Typed read(const Term& term, const Syntax& at) {
        Node node;
        node.role = static_cast<std::int8_t>(term.role);
        node.first = term.column;
        node.term = static_cast<std::uint32_t>(&term - rules_.vocabulary.terms.data());
        node.nth = static_cast<std::uint16_t>(at.form == Form::Key ? at.number : 0);
        node.op = term.role == kNoRole ? Op::Scalar : node.nth > 0 ? Op::OfNth : Op::OfPerson;
        if (node.op == Op::Scalar && node.nth > 0)
            return wrong(RuleErrc::Person, at, fmt::format("「{}」の人はくり返しません", at.word),
                         fmt::format("\"{}\" is not of a repeated person", at.word));
        if (node.op == Op::OfPerson && std::ranges::find(bound_, term.role) == bound_.end())
            return wrong(
                RuleErrc::Person, at,
                fmt::format("「{0}」は何人もいるので any {1} where … / count({1} where …) の中で使います",
                            at.word, role_id(term.role)),
                fmt::format("\"{0}\" is of several persons: use it in any {1} where … or count({1} where …)",
                            at.word, role_id(term.role)));
        return {true, term.kind, add(node), term.kind == Kind::Choice ? &term : nullptr};
    }

    const std::string& role_id(int role) const {
        return rules_.vocabulary.roles[static_cast<std::size_t>(role)].id;
    }

    Typed call(const Syntax& syntax) {
        if (syntax.word == "known") return known(syntax);
        const auto function = std::ranges::find(kFunctions, syntax.word, &Function::name);
        if (function == kFunctions.end()) {
            std::vector<std::string> names{"known", "count"};
            for (const auto& each : kFunctions) names.emplace_back(each.name);
            return unknown(RuleErrc::UnknownName, syntax, "という関数", "function", names);
        }
        if (syntax.parts.size() != function->count)
            return wrong(RuleErrc::Type, syntax,
                         fmt::format("{} に渡すのは {} つです", syntax.word, function->count),
                         fmt::format("{} takes {} value(s)", syntax.word, function->count));
        std::vector<std::uint32_t> children;
        for (std::size_t i = 0; i < function->count; ++i) {
            const auto argument = rule(syntax.parts[i]);
            if (!argument.good) return {};
            if (argument.kind != function->takes.at(i))
                return wrong(
                    RuleErrc::Type, syntax.parts[i],
                    fmt::format("{} の {} つ目は{}です ({}が書かれています)", syntax.word, i + 1,
                                kind_name(function->takes.at(i)), kind_name(argument.kind)),
                    fmt::format("{} takes {} as number {}, not {}", syntax.word,
                                kind_name_en(function->takes.at(i)), i + 1, kind_name_en(argument.kind)));
            children.push_back(argument.node);
        }
        return {true, function->result, add(function->op, children), nullptr};
    }

    Typed known(const Syntax& syntax) {
        if (syntax.parts.size() != 1 || syntax.parts.front().form != Form::Key)
            return wrong(RuleErrc::Type, syntax, "known には項目を1つ書きます", "known takes one item");
        const auto item = key(syntax.parts.front());
        if (!item.good) return {};
        return {true, Kind::Bool, add(Op::Known, {item.node}), nullptr};
    }

    Typed connected(const Syntax& syntax, Op op) {
        std::vector<std::uint32_t> children;
        bool good = true;
        for (const auto& part : syntax.parts) {
            const auto each = condition(part);
            good = good && each.good;
            children.push_back(each.node);
        }
        if (!good) return {};
        return {true, Kind::Bool, add(op, children), nullptr};
    }

    /// A bare word or string standing where a choice of `term` is meant.
    std::optional<Typed> choice_of(const Syntax& syntax, const Term* term) {
        if (!term || (syntax.form != Form::Word && syntax.form != Form::String)) return {};
        const auto symbol = rules_.vocabulary.symbol_of(syntax.word);
        if (symbol != kOtherText && std::ranges::find(term->choices, symbol) != term->choices.end()) {
            auto made = literal(Kind::Choice, symbol);
            made.choices = term;
            return made;
        }
        std::vector<std::string> known;
        for (const auto each : term->choices)
            known.push_back(rules_.vocabulary.words[static_cast<std::size_t>(each)]);
        return unknown(RuleErrc::UnknownChoice, syntax, fmt::format("という選択肢は「{}」に", term->key),
                       "choice", known);
    }

    Typed beside(const Syntax& syntax, const Typed& other) {
        if (auto choice = choice_of(syntax, other.choices)) return *choice;
        return rule(syntax);
    }

    Typed compare(const Syntax& syntax) {
        const auto& left_part = syntax.parts[0];
        const auto& right_part = syntax.parts[1];
        Typed left;
        Typed right;
        if (left_part.form == Form::Word && !rules_.vocabulary.find(left_part.word)) {
            right = rule(right_part);
            if (!right.good) return {};
            left = beside(left_part, right);
        } else {
            left = rule(left_part);
            if (!left.good) return {};
            right = beside(right_part, left);
        }
        if (!left.good || !right.good) return {};
        const auto op = compare_op(syntax.word);
        if (left.kind != right.kind)
            return wrong(RuleErrc::Type, syntax,
                         fmt::format("{}と{}は比べられません", kind_name(left.kind), kind_name(right.kind)),
                         fmt::format("{} and {} cannot be compared", kind_name_en(left.kind),
                                     kind_name_en(right.kind)));
        if (op != Op::Equal && op != Op::NotEqual && !ordered(left.kind))
            return wrong(RuleErrc::Type, syntax,
                         fmt::format("{}に大小はありません (= か != を使います)", kind_name(left.kind)),
                         fmt::format("{} has no order: use = or !=", kind_name_en(left.kind)));
        if (left.kind == Kind::Text && !is_literal(left) && !is_literal(right))
            return wrong(RuleErrc::Type, syntax, "文字どうしは \"…\" とだけ比べられます",
                         "text can only be compared with a \"string\"");
        return {true, Kind::Bool, add(op, {left.node, right.node}), nullptr};
    }

    bool is_literal(const Typed& typed) const { return rules_.nodes[typed.node].op == Op::Literal; }

    Typed in(const Syntax& syntax) {
        const auto left = rule(syntax.parts.front());
        if (!left.good) return {};
        std::vector<Cell> values;
        for (std::size_t i = 1; i < syntax.parts.size(); ++i) {
            const auto& part = syntax.parts[i];
            const auto value = beside(part, left);
            if (!value.good) return {};
            if (value.kind != left.kind || !is_literal(value))
                return wrong(RuleErrc::Type, part,
                             fmt::format("ここには{}の値を書きます", kind_name(left.kind)),
                             fmt::format("a value that is {} is expected here", kind_name_en(left.kind)));
            values.push_back(rules_.nodes[value.node].value);
        }
        const auto node = add(Op::In, {left.node});
        rules_.nodes[node].term = static_cast<std::uint32_t>(rules_.sets.size());
        rules_.nodes[node].nth = static_cast<std::uint16_t>(std::min<std::size_t>(values.size(), 0xFFFF));
        rules_.sets.insert(rules_.sets.end(), values.begin(), values.end());
        return {true, Kind::Bool, node, nullptr};
    }

    Typed people(const Syntax& syntax, Op op, Kind kind) {
        const auto role = rules_.vocabulary.role_of(syntax.word);
        if (role == kNoRole) {
            std::vector<std::string> known;
            for (const auto& each : rules_.vocabulary.roles) known.push_back(each.id);
            return unknown(RuleErrc::Person, syntax, "というくり返す当事者", "repeated role", known);
        }
        if (!rules_.vocabulary.roles[static_cast<std::size_t>(role)].count_term)
            return wrong(
                RuleErrc::Person, syntax,
                fmt::format("何人いるかを聞く項目「{}.count」(type=\"number\") が要ります", syntax.word),
                fmt::format("the number item \"{}.count\" is needed to know how many there are",
                            syntax.word));
        if (op != Op::Count && syntax.parts.empty())
            return wrong(RuleErrc::Syntax, syntax, "where が要ります", "where is expected");
        if (bound_.size() >= kDeepestPersons)
            return wrong(RuleErrc::TooDeep, syntax,
                         fmt::format("any・all・count は {} 段までです", kDeepestPersons),
                         fmt::format("any, all and count go at most {} deep", kDeepestPersons));
        std::vector<std::uint32_t> children;
        if (!syntax.parts.empty()) {
            bound_.push_back(role);
            const auto inside = condition(syntax.parts.front());
            bound_.pop_back();
            if (!inside.good) return {};
            children.push_back(inside.node);
        }
        const auto node = add(op, children);
        rules_.nodes[node].role = static_cast<std::int8_t>(role);
        return {true, kind, node, nullptr};
    }

    Rules& rules_;
    Suggest suggest_;
    std::vector<int> bound_;
};

}  // namespace

namespace {

Translated translated(Rules& rules, std::string_view text, int bound_role, Suggest suggest, bool condition) {
    Translated result;
    auto parsed = parse_rule(text);
    if (auto* problem = std::get_if<RuleProblem>(&parsed)) {
        result.problems.push_back(std::move(*problem));
        return result;
    }
    const auto& syntax = std::get<Syntax>(parsed);
    Translator translator(rules, bound_role, suggest);
    const auto typed = condition ? translator.condition(syntax) : translator.rule(syntax);
    result.problems = std::move(translator.problems);
    result.kind = typed.kind;
    if (typed.good && result.problems.empty()) result.node = typed.node;
    return result;
}

}  // namespace

Translated translate(Rules& rules, std::string_view text, int bound_role, Suggest suggest) {
    return translated(rules, text, bound_role, suggest, false);
}

Translated translate_condition(Rules& rules, std::string_view text, int bound_role, Suggest suggest) {
    return translated(rules, text, bound_role, suggest, true);
}

}  // namespace forms
