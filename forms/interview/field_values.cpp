#include "forms/interview/field_values.hpp"

#include "forms/interview/board.hpp"
#include "forms/interview/words.hpp"
#include "forms/pack/value_words.hpp"

namespace forms {
namespace {

class Filler {
public:
    Filler(const Pack& pack, const Board& board, const Facts& facts)
        : pack_(pack), board_(board), facts_(facts) {}

    FieldValue fill(const Field& field, const PlannedField& planned) const {
        FieldValue result;
        if (planned.when != kNoNode) {
            const auto draws = evaluate(pack_.rules, planned.when, board_.situation, {});
            result.draw = !is_known(draws) ? FieldValue::Draw::Unknown
                          : draws != 0     ? FieldValue::Draw::Yes
                                           : FieldValue::Draw::No;
        }
        if (!field.literal.empty()) {
            result.value = field.literal;
            result.text = field.literal;
        } else if (planned.value != kNoNode) {
            read(planned.value, result);
        }
        return result;
    }

private:
    void read(std::uint32_t at, FieldValue& result) const {
        const auto& node = pack_.rules.nodes[at];
        const bool term = node.op == Op::Scalar || node.op == Op::OfNth;
        if (term) return read_term({node.term, term_person(node)}, result);
        // An expression: its kind is not an item's, so it prints as its value does.
        const auto cell = evaluate(pack_.rules, at, board_.situation, {});
        Term as;
        as.kind = kind_of(node);
        result.value = value_of(pack_.rules.vocabulary, as, cell);
        Item plain;
        plain.type = ItemType::Text;
        if (result.value) result.text = value_words(plain, result.value).ja;
    }

    static std::int8_t term_person(const Node& node) {
        return node.op == Op::OfNth ? static_cast<std::int8_t>(node.nth - 1) : std::int8_t{-1};
    }

    void read_term(const Leaf& leaf, FieldValue& result) const {
        const auto& term = pack_.rules.vocabulary.terms[leaf.term];
        if (term.role != kNoRole &&
            static_cast<std::size_t>(leaf.person) >=
                board_.situation.people[static_cast<std::size_t>(term.role)].numbers.size())
            return;
        const auto number = pack_.plan.items_of_terms[leaf.term];
        if (number == kNoNode) return;
        const auto cell = cell_of(pack_.rules, board_.situation, leaf);
        if (!is_known(cell)) return;
        const auto* told = facts_.value(key_of(pack_, board_.situation, leaf));
        result.value = told && !term.has_rule && leaf.term != pack_.plan.visit_date
                           ? std::optional(*told)
                           : value_of(pack_.rules.vocabulary, term, cell);
        if (result.value) result.text = value_words(pack_.items[number], result.value).ja;
    }

    Kind kind_of(const Node& node) const {
        switch (node.op) {
            case Op::Count:
            case Op::AgeOn:
            case Op::AgeByLaw:
                return Kind::Number;
            case Op::DaysAfter:
            case Op::MonthsAfter:
            case Op::YearsAfter:
            case Op::FiscalYearEnd18:
                return Kind::Day;
            case Op::Literal:
                return node.kind;
            default:
                return Kind::Bool;
        }
    }

    const Pack& pack_;
    const Board& board_;
    const Facts& facts_;
};

}  // namespace

std::vector<FieldValue> field_values(const Pack& pack, const Context& context, const Facts& facts,
                                     const SheetTemplate& sheet) {
    const auto told = read_told(pack, context, facts);
    const auto board = work_out(pack, told);
    const Filler filler(pack, board, facts);
    const auto number = static_cast<std::size_t>(&sheet - pack.sheets.data());
    std::vector<FieldValue> values;
    values.reserve(sheet.fields.size());
    for (std::size_t i = 0; i < sheet.fields.size(); ++i)
        values.push_back(filler.fill(sheet.fields[i], pack.plan.sheets.at(number).at(i)));
    return values;
}

}  // namespace forms
