#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/rules/ages.hpp"
#include "forms/rules/situation.hpp"

namespace forms {
namespace {

constexpr Cell kTrue = 1;
constexpr Cell kFalse = 0;
constexpr Cell kFirstDay = -719162;  // 0001-01-01
constexpr Cell kLastDay = 2932896;   // 9999-12-31
constexpr Cell kLongestSpan = 4000000;

Cell truth(bool value) {
    return value ? kTrue : kFalse;
}

/// Of two unknowns: still open when either is, and out of reach only when both are.
Cell unknown_of(Cell a, Cell b) {
    if (is_known(a)) return b;
    if (is_known(b)) return a;
    return std::min(a, b);
}

bool holds(Op op, Cell a, Cell b) {
    switch (op) {
        case Op::Equal:
            return a == b;
        case Op::NotEqual:
            return a != b;
        case Op::Less:
            return a < b;
        case Op::LessEqual:
            return a <= b;
        case Op::Greater:
            return a > b;
        default:
            return a >= b;
    }
}

Op mirrored(Op op) {
    switch (op) {
        case Op::Less:
            return Op::Greater;
        case Op::LessEqual:
            return Op::GreaterEqual;
        case Op::Greater:
            return Op::Less;
        case Op::GreaterEqual:
            return Op::LessEqual;
        default:
            return op;
    }
}

/// The least and greatest number of persons a count can come to.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = 0;
    Cell missing = kTrue;  // kTrue: nothing is missing, least and most are equal
};

/// A comparison of a number that is only known to lie between bounds.
Cell compare_bounds(Op op, const Bounds& bounds, Cell other) {
    if (bounds.least == bounds.most) return truth(holds(op, bounds.least, other));
    const bool at_least = holds(op, bounds.least, other);
    const bool at_most = holds(op, bounds.most, other);
    if (op == Op::Equal || op == Op::NotEqual)
        return other < bounds.least || other > bounds.most ? truth(op == Op::NotEqual) : bounds.missing;
    return at_least == at_most ? truth(at_least) : bounds.missing;
}

/// For those who want the value alone.
struct NoOne {
    static constexpr bool kListens = false;
    [[nodiscard]] std::size_t mark() const { return 0; }
    void back_to(std::size_t) {}
    void add(const Leaf&) {}
};

/// For those who also want to know what is missing. What a decided part left behind is taken back.
struct Listener {
    static constexpr bool kListens = true;
    std::vector<Leaf>& leaves;
    [[nodiscard]] std::size_t mark() const { return leaves.size(); }
    void back_to(std::size_t mark) { leaves.resize(mark); }
    void add(const Leaf& leaf) { leaves.push_back(leaf); }
};

/// One pass over a rule. Promise to itself: where a value is known, nothing is missing.
template <class Missing>
class Evaluator {
public:
    Evaluator(const Rules& rules, const Situation& situation, Missing missing)
        : rules_(rules), situation_(situation), missing_(missing) {}

    Cell value(std::uint32_t at, const Whose& whose) {
        const auto& node = rules_.nodes[at];
        switch (node.op) {
            case Op::Literal:
                return node.value;
            case Op::Scalar:
                return heard(situation_.scalars[node.first], node.term, -1, whose);
            case Op::OfPerson:
                return of_person(node, whose.person[node.role], whose);
            case Op::OfNth:
                return of_person(node, static_cast<std::int8_t>(node.nth - 1), whose);
            case Op::And:
                return connected(node, whose, kFalse);
            case Op::Or:
                return connected(node, whose, kTrue);
            case Op::Not:
                return negated(child(node, 0, whose));
            case Op::Equal:
            case Op::NotEqual:
            case Op::Less:
            case Op::LessEqual:
            case Op::Greater:
            case Op::GreaterEqual:
                return compared(node, whose);
            case Op::In:
                return in(node, whose);
            case Op::Any:
                return quantified(node, whose, kTrue);
            case Op::All:
                return quantified(node, whose, kFalse);
            case Op::Count:
                return counted(node, whose);
            case Op::Known:
                return known(node, whose);
            case Op::AgeOn:
            case Op::AgeByLaw:
            case Op::DaysAfter:
            case Op::MonthsAfter:
            case Op::YearsAfter:
            case Op::FiscalYearEnd18:
                return calculated(node, whose);
        }
        return kUnsaid;
    }

    Bounds bounds(const Node& node, Whose whose) {
        const auto& people = situation_.people[static_cast<std::size_t>(node.role)];
        Bounds result;
        if (!is_known(people.complete)) miss_count(node, whose);
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[node.role] = static_cast<std::int8_t>(i);
            const auto inside = node.count == 0 ? kTrue : child(node, 0, whose);
            if (inside == kTrue) ++result.least;
            if (inside != kFalse) ++result.most;
            if (!is_known(inside)) result.missing = unknown_of(result.missing, inside);
        }
        if (!is_known(people.complete)) {
            result.most = kMaxPersons;
            result.missing = unknown_of(result.missing, people.complete);
        }
        return result;
    }

private:
    Cell child(const Node& node, std::uint32_t number, const Whose& whose) {
        return value(rules_.children[node.first + number], whose);
    }

    Cell of_person(const Node& node, std::int8_t person, const Whose& whose) {
        const auto& people = situation_.people[static_cast<std::size_t>(node.role)];
        const auto place = static_cast<std::size_t>(person);
        if (place < people.numbers.size())
            return heard(people.cell(place, node.first), node.term, person, whose);
        if (is_known(people.complete)) return kOutOfReach;
        miss_count(node, whose);
        return people.complete;
    }

    /// The cell of a term; when it is not known, what it waits for is noted.
    Cell heard(Cell cell, std::uint32_t term, std::int8_t person, const Whose& whose) {
        if constexpr (Missing::kListens)
            if (!is_known(cell)) miss(term, person, whose);
        return cell;
    }

    /// A told term is missing itself, a computed one is looked through.
    void miss(std::uint32_t number, std::int8_t person, const Whose& whose) {
        const auto& term = rules_.vocabulary.terms[number];
        if (!term.has_rule) return missing_.add({number, person});
        if (term.computed == kNoNode) return;
        Whose inner = whose;
        if (person >= 0) inner.person[term.role] = person;
        (void)value(term.computed, inner);
    }

    void miss_count(const Node& node, const Whose& whose) {
        if constexpr (Missing::kListens)
            if (const auto count = rules_.vocabulary.roles[static_cast<std::size_t>(node.role)].count_term)
                miss(*count, -1, whose);
    }

    /// A value in which what was missing no longer matters.
    Cell decided(Cell cell, std::size_t mark) {
        missing_.back_to(mark);
        return cell;
    }

    static Cell negated(Cell cell) { return is_known(cell) ? truth(cell == kFalse) : cell; }

    Cell known(const Node& node, const Whose& whose) {
        const auto mark = missing_.mark();
        const auto cell = child(node, 0, whose);
        return cell == kUnsaid ? kUnsaid : decided(truth(is_known(cell)), mark);
    }

    /// And decides at the first false, Or at the first true.
    Cell connected(const Node& node, const Whose& whose, Cell decides) {
        const auto mark = missing_.mark();
        Cell missing = kTrue;
        for (std::uint32_t i = 0; i < node.count; ++i) {
            const auto each = child(node, i, whose);
            if (each == decides) return decided(decides, mark);
            if (!is_known(each)) missing = unknown_of(missing, each);
        }
        return is_known(missing) ? 1 - decides : missing;
    }

    Cell compared(const Node& node, const Whose& whose) {
        const auto& left = rules_.nodes[rules_.children[node.first]];
        const auto& right = rules_.nodes[rules_.children[node.first + 1]];
        if (left.op == Op::Count && right.op != Op::Count) {
            const auto other = child(node, 1, whose);
            return compared_count(node.op, left, other, whose);
        }
        if (right.op == Op::Count && left.op != Op::Count) {
            const auto other = child(node, 0, whose);
            return compared_count(mirrored(node.op), right, other, whose);
        }
        const auto a = child(node, 0, whose);
        const auto b = child(node, 1, whose);
        if (!is_known(a) || !is_known(b)) return unknown_of(a, b);
        return truth(holds(node.op, a, b));
    }

    Cell compared_count(Op op, const Node& count, Cell other, const Whose& whose) {
        if (!is_known(other)) {
            if constexpr (Missing::kListens) (void)counted(count, whose);
            return other;
        }
        const auto mark = missing_.mark();
        const auto cell = compare_bounds(op, bounds(count, whose), other);
        return is_known(cell) ? decided(cell, mark) : cell;
    }

    Cell in(const Node& node, const Whose& whose) {
        const auto cell = child(node, 0, whose);
        if (!is_known(cell)) return cell;
        const auto first = rules_.sets.begin() + node.term;
        return truth(std::find(first, first + node.nth, cell) != first + node.nth);
    }

    /// Any decides at the first true, All at the first false.
    Cell quantified(const Node& node, Whose whose, Cell decides) {
        const auto& people = situation_.people[static_cast<std::size_t>(node.role)];
        const auto mark = missing_.mark();
        Cell missing = kTrue;
        if (!is_known(people.complete)) {
            missing = people.complete;
            miss_count(node, whose);
        }
        for (std::size_t i = 0; i < people.numbers.size(); ++i) {
            whose.person[node.role] = static_cast<std::int8_t>(i);
            const auto each = child(node, 0, whose);
            if (each == decides) return decided(decides, mark);
            if (!is_known(each)) missing = unknown_of(missing, each);
        }
        return is_known(missing) ? 1 - decides : missing;
    }

    Cell counted(const Node& node, const Whose& whose) {
        const auto mark = missing_.mark();
        const auto found = bounds(node, whose);
        return found.least == found.most ? decided(found.least, mark) : found.missing;
    }

    Cell calculated(const Node& node, const Whose& whose) {
        const auto first = child(node, 0, whose);
        const auto second = node.count > 1 ? child(node, 1, whose) : kTrue;
        if (!is_known(first) || !is_known(second)) return unknown_of(first, second);
        if (first < kFirstDay || first > kLastDay) return kSaidUnknown;
        const auto day = date_of_day(first);
        if (node.op == Op::FiscalYearEnd18) return day_number(fiscal_year_end_18(day));
        if (node.op == Op::AgeOn || node.op == Op::AgeByLaw) {
            if (second < kFirstDay || second > kLastDay) return kSaidUnknown;
            return node.op == Op::AgeOn ? age_on(day, date_of_day(second))
                                        : age_by_law(day, date_of_day(second));
        }
        return moved(node.op, first, day, second);
    }

    /// A day some days, months or years away; unknown outside the years 1 to 9999.
    static Cell moved(Op op, Cell number, Date day, Cell by) {
        if (by < -kLongestSpan || by > kLongestSpan) return kSaidUnknown;
        if (op == Op::DaysAfter) return within(number + by);
        const auto months = op == Op::MonthsAfter ? by : by * 12;
        constexpr Cell kMostMonths = 120000;
        if (months < -kMostMonths || months > kMostMonths) return kSaidUnknown;
        return within(day_number(months_after(day, months)));
    }

    static Cell within(Cell day) { return day < kFirstDay || day > kLastDay ? kSaidUnknown : day; }

    const Rules& rules_;
    const Situation& situation_;
    Missing missing_;
};

}  // namespace

Situation nothing_known(const Vocabulary& vocabulary) {
    Situation situation;
    situation.scalars.assign(vocabulary.columns, kUnsaid);
    situation.people.resize(vocabulary.roles.size());
    for (std::size_t i = 0; i < vocabulary.roles.size(); ++i)
        situation.people[i].columns = vocabulary.roles[i].columns;
    return situation;
}

Cell evaluate(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose) {
    return node == kNoNode ? kSaidUnknown : Evaluator<NoOne>(rules, situation, {}).value(node, whose);
}

Cell evaluate(const Rules& rules, std::uint32_t node, const Situation& situation, const Whose& whose,
              std::vector<Leaf>& missing) {
    if (node == kNoNode) return kSaidUnknown;
    return Evaluator<Listener>(rules, situation, {missing}).value(node, whose);
}

}  // namespace forms
