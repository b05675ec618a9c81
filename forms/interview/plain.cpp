#include "forms/interview/plain.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "forms/facts/date.hpp"
#include "forms/rules/syntax.hpp"

namespace forms {

/// A rule with its names looked up.
struct Plain::Rule {
    Form form{};
    std::string word;
    std::int64_t number = 0;
    std::vector<Rule> parts;
    const Term* term = nullptr;
    const Rule* computed = nullptr;  // of the term
    std::size_t role = 0;
    std::size_t function = 0;
    char sign = '=';
};

struct Plain::State {
    const Pack* pack = nullptr;
    std::map<std::string, Rule, std::less<>> computed;
    std::vector<Rule> procedures;
};

namespace {

using Persons = std::array<std::size_t, kMaxRoles>;

constexpr std::array<std::string_view, 6> kFunctions{"age_on",       "age_by_law",  "days_after",
                                                     "months_after", "years_after", "fiscal_year_end_18"};

/// Years completed when the birthday itself counts, by looking for the year whose birthday has come.
std::int64_t years_completed(std::int64_t birth_day, std::int64_t day) {
    const auto birth = date_of_day(birth_day);
    auto years = static_cast<int>(date_of_day(day).year()) - static_cast<int>(birth.year());
    const auto birthday = [&](int after) {
        const Date same{birth.year() + std::chrono::years{after}, birth.month(), birth.day()};
        return same.ok() ? day_number(same)
                         : day_number(Date{same.year(), std::chrono::March, std::chrono::day{1}});
    };
    while (birthday(years) > day) --years;
    return years;
}

std::int64_t month_later(std::int64_t day, std::int64_t months) {
    const auto date = date_of_day(day);
    const auto index = static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 +
                       static_cast<unsigned>(date.month()) - 1 + months;
    const auto year = std::chrono::year{static_cast<int>(index >= 0 ? index / 12 : (index - 11) / 12)};
    const auto month =
        std::chrono::month{static_cast<unsigned>(index - static_cast<int>(year) * std::int64_t{12}) + 1};
    const auto last = (year / month / std::chrono::last).day();
    return day_number(Date{year, month, std::min(date.day(), last)});
}

/// The first 31 March from the day on which the law says someone is 18.
std::int64_t school_ends(std::int64_t birth_day) {
    auto day = birth_day + std::int64_t{18} * 365;  // no eighteen years are shorter
    while (years_completed(birth_day, day + 1) < 18) ++day;
    const auto year = date_of_day(day).year();
    const auto march = day_number(Date{year, std::chrono::March, std::chrono::day{31}});
    return day <= march
               ? march
               : day_number(Date{year + std::chrono::years{1}, std::chrono::March, std::chrono::day{31}});
}

}  // namespace

struct Plain::Reader {
    State& state;

    Rule read(const Syntax& syntax, const Term* beside) {
        const auto& words = state.pack->rules.vocabulary;
        Rule rule;
        rule.form = syntax.form;
        rule.word = syntax.word;
        rule.number = syntax.number;
        if (syntax.form == Form::Compare) rule.sign = sign_of(syntax.word);
        if (syntax.form == Form::String ||
            (syntax.form == Form::Word && beside && !is_condition(syntax.word))) {
            rule.form = Form::Number;
            rule.number = words.symbol_of(syntax.word);
            return rule;
        }
        if (syntax.form == Form::Key && syntax.word.starts_with("setting.")) {
            rule.form = Form::Number;
            rule.number = words.settings.at(syntax.word.substr(8)).value;
            return rule;
        }
        if (syntax.form == Form::Key || syntax.form == Form::Word) {
            rule.term = words.find(syntax.word);
            const auto computed = state.computed.find(syntax.word);
            if (computed != state.computed.end()) rule.computed = &computed->second;
        }
        if (syntax.form == Form::Any || syntax.form == Form::All || syntax.form == Form::Count)
            rule.role = static_cast<std::size_t>(words.role_of(syntax.word));
        if (syntax.form == Form::Call)
            rule.function =
                static_cast<std::size_t>(std::ranges::find(kFunctions, syntax.word) - kFunctions.begin());
        for (const auto& part : syntax.parts) rule.parts.push_back(read(part, choice_beside(syntax)));
        return rule;
    }

    static char sign_of(std::string_view sign) {
        if (sign == "!=") return '!';
        if (sign == "<=") return 'l';
        if (sign == ">=") return 'g';
        return sign.front();
    }

    bool is_condition(std::string_view word) const {
        const auto* term = state.pack->rules.vocabulary.find(word);
        return term && term->condition;
    }

    /// The choice item that a bare word in a comparison is compared with.
    const Term* choice_beside(const Syntax& syntax) const {
        if (syntax.form != Form::Compare && syntax.form != Form::In) return nullptr;
        for (const auto& part : syntax.parts)
            if (part.form == Form::Key)
                if (const auto* term = state.pack->rules.vocabulary.find(part.word);
                    term && term->kind == Kind::Choice)
                    return term;
        return nullptr;
    }

    Rule read_text(const std::string& text) {
        const auto parsed = parse_rule(text);
        const auto* syntax = std::get_if<Syntax>(&parsed);
        return syntax ? read(*syntax, nullptr) : Rule{};
    }
};

namespace {

template <class Rule>
class Teller {
public:
    Teller(const Truth& truth, std::int64_t today, const Term* visit_date)
        : truth_(truth), today_(today), visit_date_(visit_date) {}

    std::int64_t tell(const Rule& rule, const Persons& who) const {
        switch (rule.form) {
            case Form::Truth:
            case Form::Number:
            case Form::Day:
            case Form::String:
                return rule.number;
            case Form::Word:
            case Form::Key:
                return term(rule, who);
            case Form::Call:
                return call(rule, who);
            case Form::And:
                return std::ranges::all_of(rule.parts,
                                           [&](const auto& part) { return tell(part, who) != 0; });
            case Form::Or:
                return std::ranges::any_of(rule.parts,
                                           [&](const auto& part) { return tell(part, who) != 0; });
            case Form::Not:
                return tell(rule.parts[0], who) == 0;
            case Form::Compare:
                return compare(rule.sign, tell(rule.parts[0], who), tell(rule.parts[1], who));
            case Form::In:
                return in(rule, who);
            case Form::Any:
                return counted(rule, who) > 0;
            case Form::All:
                return counted(rule, who) == static_cast<std::int64_t>(truth_.counts[rule.role]);
            case Form::Count:
                return counted(rule, who);
        }
        return 0;
    }

private:
    std::int64_t term(const Rule& rule, const Persons& who) const {
        if (rule.computed) return tell(*rule.computed, who);
        if (rule.term == visit_date_) return today_;
        const auto& found = *rule.term;
        if (found.role == kNoRole) return truth_.scalars[found.column];
        const auto role = static_cast<std::size_t>(found.role);
        const auto columns = truth_.columns[role];
        const auto person =
            rule.form == Form::Key && rule.number > 0 ? static_cast<std::size_t>(rule.number) - 1 : who[role];
        return person < truth_.counts[role] ? truth_.people[role][person * columns + found.column] : 0;
    }

    static bool compare(char sign, std::int64_t a, std::int64_t b) {
        switch (sign) {
            case '=':
                return a == b;
            case '!':
                return a != b;
            case '<':
                return a < b;
            case 'l':
                return a <= b;
            case '>':
                return a > b;
            default:
                return a >= b;
        }
    }

    bool in(const Rule& rule, const Persons& who) const {
        const auto value = tell(rule.parts[0], who);
        for (std::size_t i = 1; i < rule.parts.size(); ++i)
            if (tell(rule.parts[i], who) == value) return true;
        return false;
    }

    std::int64_t counted(const Rule& rule, Persons who) const {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < truth_.counts[rule.role]; ++i) {
            who[rule.role] = i;
            if (rule.parts.empty() || tell(rule.parts[0], who) != 0) ++count;
        }
        return count;
    }

    std::int64_t call(const Rule& rule, const Persons& who) const {
        if (rule.function >= kFunctions.size()) return 1;  // known(…): in the whole truth everything is
        const auto first = tell(rule.parts[0], who);
        const auto second = rule.parts.size() > 1 ? tell(rule.parts[1], who) : 0;
        switch (rule.function) {
            case 0:
                return years_completed(first, second);
            case 1:
                return years_completed(first, second + 1);
            case 2:
                return first + second;
            case 3:
                return month_later(first, second);
            case 4:
                return month_later(first, second * 12);
            default:
                return school_ends(first);
        }
    }

    const Truth& truth_;
    std::int64_t today_;
    const Term* visit_date_;
};

}  // namespace

Plain::Plain(const Pack& pack) : state_(std::make_unique<State>()) {
    state_->pack = &pack;
    Reader reader{*state_};
    // Named first and read second, so that a rule can point at one that is read after it.
    for (const auto& item : pack.items)
        if (item.computed.given()) state_->computed[item.key];
    for (const auto& condition : pack.conditions) state_->computed[condition.name];
    for (const auto& item : pack.items)
        if (item.computed.given()) state_->computed[item.key] = reader.read_text(item.computed.text);
    for (const auto& condition : pack.conditions)
        state_->computed[condition.name] = reader.read_text(condition.expression.text);
    for (const auto& procedure : pack.procedures)
        state_->procedures.push_back(reader.read_text(procedure.applies_when.text));
}

Plain::~Plain() = default;
Plain::Plain(Plain&&) noexcept = default;
Plain& Plain::operator=(Plain&&) noexcept = default;

bool Plain::applies(std::size_t procedure, const Truth& truth) const {
    const auto& vocabulary = state_->pack->rules.vocabulary;
    const auto* visit_date = &vocabulary.terms[state_->pack->plan.visit_date];
    const Teller<Rule> teller(truth, truth.scalars[visit_date->column], visit_date);
    return teller.tell(state_->procedures[procedure], {}) != 0;
}

}  // namespace forms
