#include "forms/pack/compile.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/facts/facts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/rules/translate.hpp"

namespace forms {
namespace {

std::string_view code_of(RuleErrc code) {
    switch (code) {
        case RuleErrc::Syntax:
            return codes::kRuleSyntax;
        case RuleErrc::UnknownName:
            return codes::kRuleUnknownName;
        case RuleErrc::UnknownChoice:
            return codes::kRuleUnknownChoice;
        case RuleErrc::UnknownSetting:
            return codes::kRuleUnknownSetting;
        case RuleErrc::Type:
            return codes::kRuleType;
        case RuleErrc::Person:
            return codes::kRulePerson;
        case RuleErrc::TooDeep:
            return codes::kRuleTooDeep;
    }
    return codes::kRuleSyntax;
}

/// The place of a byte of a rule in its file: columns count characters, as editors do.
Position place_of(const Expression& rule, std::size_t offset) {
    Position at = rule.at;
    for (std::size_t i = 0; i < offset && i < rule.text.size(); ++i) {
        if (rule.text[i] == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((static_cast<unsigned char>(rule.text[i]) & 0xC0U) != 0x80U) {
            ++at.column;
        }
    }
    return at;
}

Kind kind_of(ItemType type) {
    switch (type) {
        case ItemType::YesNo:
            return Kind::Bool;
        case ItemType::Choice:
            return Kind::Choice;
        case ItemType::Number:
            return Kind::Number;
        case ItemType::Day:
            return Kind::Day;
        case ItemType::Text:
        case ItemType::Name:
        case ItemType::Kana:
        case ItemType::Address:
        case ItemType::Phone:
        case ItemType::Postal:
        case ItemType::Digits:
            return Kind::Text;
    }
    return Kind::Text;
}

class Compiler {
public:
    Compiler(Pack& pack, std::vector<Problem>& problems) : pack_(pack), problems_(problems) {}

    void run() {
        add_reserved_items();
        add_roles();
        add_settings();
        add_terms();
        compile_computed();
        set_deadlines();
        for (auto& question : pack_.questions) condition(question.when, role_of_question(question));
        for (auto& each : pack_.impossible) condition(each.when, kNoRole);
        for (auto& procedure : pack_.procedures) condition(procedure.applies_when, kNoRole);
        for (auto& sheet : pack_.sheets)
            for (auto& field : sheet.fields) {
                condition(field.when, kNoRole);
                value(field.value, kNoRole);
            }
    }

private:
    Vocabulary& vocabulary() { return pack_.rules.vocabulary; }

    /// Every visit has these, whether or not the pack describes them (brief names only: a pack may give its
    /// own words).
    void add_reserved_items() {
        const auto reserve = [&](std::string key, ItemType type, std::string ja, std::string en,
                                 std::string reading) {
            if (pack_.item(key)) return;
            Item item;
            item.key = std::move(key);
            item.type = type;
            item.label.ja = std::move(ja);
            item.label.reading = std::move(reading);
            item.label.put("en", std::move(en));
            pack_.items.push_back(std::move(item));
        };
        reserve("visit.date", ItemType::Day, "受付日", "Date of visit", "うけつけび");
        reserve("visit.number", ItemType::Text, "受付番号", "Reception number", "うけつけ ばんごう");
    }

    void add_roles() {
        for (const auto& person : pack_.persons) {
            if (!person.repeated) continue;
            if (vocabulary().roles.size() == kMaxRoles) {
                problems_.push_back(problem(
                    codes::kTooMany, person.at, fmt::format("くり返す当事者は {} 種類までです", kMaxRoles),
                    fmt::format("there may be at most {} repeated roles", kMaxRoles)));
                return;
            }
            vocabulary().roles.push_back({person.id, 0, {}});
        }
    }

    void add_settings() {
        for (const auto& setting : pack_.settings.all) {
            Constant constant;
            if (const auto* flag = std::get_if<bool>(&setting.value)) constant = {Kind::Bool, *flag ? 1 : 0};
            if (const auto* number = std::get_if<std::int64_t>(&setting.value))
                constant = {Kind::Number, std::max(*number, kOtherText + 1)};
            if (const auto* date = std::get_if<Date>(&setting.value))
                constant = {Kind::Day, day_number(*date)};
            if (const auto* text = std::get_if<std::string>(&setting.value))
                constant = {Kind::Text, vocabulary().symbol(*text)};
            vocabulary().settings.emplace(setting.id, constant);
        }
    }

    void add_terms() {
        for (const auto& item : pack_.items) {
            const auto subject = item.key.substr(0, item.key.find('.'));
            const auto role = vocabulary().role_of(subject);
            const bool counts = role != kNoRole && item.key == subject + ".count";
            const auto number = vocabulary().add_term(item.key, kind_of(item.type), counts ? kNoRole : role);
            if (counts && item.type == ItemType::Number)
                vocabulary().roles[static_cast<std::size_t>(role)].count_term = number;
            for (const auto& choice : item.choices) {
                const auto symbol = vocabulary().symbol(choice.id);
                vocabulary().terms[number].choices.push_back(symbol);
            }
            vocabulary().terms[number].has_rule = item.computed.given();
        }
        for (const auto& each : pack_.conditions) {
            const auto number = vocabulary().add_term(each.name, Kind::Bool, kNoRole);
            vocabulary().terms[number].condition = true;
            vocabulary().terms[number].has_rule = true;
        }
    }

    void compile_computed() {
        for (auto& item : pack_.items) {
            if (!item.computed.given()) continue;
            auto& term = vocabulary().terms[vocabulary().term_by_key.at(item.key)];
            const auto kind = value(item.computed, term.role);
            if (item.computed.node == kNoNode) continue;
            if (kind != kind_of(item.type)) {
                problems_.push_back(
                    problem(codes::kRuleType, item.computed.at,
                            fmt::format("「{}」は{}ですが、計算の結果は{}です", item.key,
                                        kind_name(kind_of(item.type)), kind_name(kind)),
                            fmt::format("\"{}\" is {}, but its rule gives {}", item.key,
                                        kind_name_en(kind_of(item.type)), kind_name_en(kind))));
                item.computed.node = kNoNode;
            }
            vocabulary().terms[vocabulary().term_by_key.at(item.key)].computed = item.computed.node;
        }
        for (auto& each : pack_.conditions) {
            condition(each.expression, kNoRole);
            vocabulary().terms[vocabulary().term_by_key.at(each.name)].computed = each.expression.node;
        }
    }

    void set_deadlines() {
        constexpr std::int64_t kLongest = 100000;
        for (auto& procedure : pack_.procedures) {
            if (!procedure.deadline || procedure.deadline->setting.empty()) continue;
            const auto* setting = pack_.settings.find(procedure.deadline->setting);
            const auto* number = setting ? std::get_if<std::int64_t>(&setting->value) : nullptr;
            if (number && *number >= 1 && *number <= kLongest) {
                procedure.deadline->value = static_cast<int>(*number);
            } else if (number) {
                problems_.push_back(problem(codes::kOutOfRange, setting->at,
                                            "期限の設定は 1 以上でなければなりません",
                                            "a deadline's setting must be at least 1"));
            }
        }
    }

    int role_of_question(const Question& question) {
        for (const auto& key : question.asks)
            if (const auto* term = vocabulary().find(key)) return term->role;
        return kNoRole;
    }

    void condition(Expression& rule, int role) {
        if (!rule.given()) return;
        take(rule, translate_condition(pack_.rules, rule.text, role, suggest()));
    }

    Kind value(Expression& rule, int role) {
        if (!rule.given()) return Kind::Text;
        return take(rule, translate(pack_.rules, rule.text, role, suggest()));
    }

    Suggest suggest() const { return problems_.size() < kMostGuesses ? Suggest::Yes : Suggest::No; }

    Kind take(Expression& rule, const Translated& translated) {
        for (const auto& each : translated.problems)
            problems_.push_back(
                problem(code_of(each.code), place_of(rule, each.offset), each.message, each.message_en));
        rule.node = translated.node;
        return translated.kind;
    }

    Pack& pack_;
    std::vector<Problem>& problems_;
};

}  // namespace

void compile(Pack& pack, std::vector<Problem>& problems) {
    Compiler(pack, problems).run();
}

}  // namespace forms
