#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/facts/value.hpp"
#include "forms/rules/deadline.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// duty 届出義務, benefit 請求しないともらえない, return 返却, guide 案内, elsewhere 市役所の外.
enum class ProcedureKind : std::uint8_t { Duty, Benefit, Return, Guide, Elsewhere };

/// How soon something without a day of its own has to be done: before everything else (火葬の前に), soon
/// (速やかに), or with no limit that presses.
enum class Urgency : std::uint8_t { First, Soon, Usual };

/// One thing a family may have to do or may claim, and the rule that says when.
struct Procedure {
    std::string id;
    std::vector<std::string> events;
    Text name;
    std::string official;  // the title on the form
    std::string division;  // id; empty for Elsewhere
    Text place;            // for Elsewhere: 家庭裁判所
    std::string law;
    std::string source;
    std::optional<std::string> unverified;  // given: shown as 要確認 on the slip, with this reason
    ProcedureKind kind = ProcedureKind::Duty;
    Expression applies_when;
    Text because;
    Text ask_because;
    std::optional<DeadlineRule> deadline;
    Text deadline_note;
    Urgency urgency = Urgency::Usual;
    std::string amount_setting;          // id of the setting that holds the yen, or empty
    std::optional<std::int64_t> amount;  // yen, when the pack gives it directly
    Text amount_note;
    Text who;
    std::vector<Text> bring;
    std::vector<std::string> sheets;
    Text note;
    std::optional<Date> valid_from;
    std::optional<Date> valid_until;
    Position at;

    /// Whether the rule is in force on a day (both ends included).
    [[nodiscard]] bool valid_on(Date day) const {
        return (!valid_from || *valid_from <= day) && (!valid_until || day <= *valid_until);
    }
    /// Whether its amount is paid to the family; of what the city hall does otherwise it is the fee.
    [[nodiscard]] bool pays_out() const {
        return kind == ProcedureKind::Benefit || kind == ProcedureKind::Elsewhere;
    }
};

}  // namespace forms
