#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/interview/interview.hpp"

namespace forms {

/// One procedure as the slip says it.
struct SlipRow {
    int number = 0;
    std::string procedure;  // id
    bool ask = false;       // 要確認: not clear yet, or the city has not verified the rule
    bool passed = false;    // its last day is over
    std::string name;       // with the amount; what has to be paid is called 手数料
    std::string reason;
    std::string amount_note;  // 「年額」; may be empty
    std::string note;         // what else has to be known; may be empty
    std::string own_words;  // name, reason, what to bring in the reader's language, marked with readings; may
                            // be empty
    std::string who_checks;  // for 要確認
    std::string until;  // 「令和10年11月20日（月）まで」 where the group does not say it, and the pack's
                        // words for the limit
    std::string place;  // 「5 保険年金課」, or another office
    std::string phone;
    std::vector<std::string> bring;
    std::string law;
    std::optional<Date> day;  // the deadline's
};

/// Rows that share a deadline, or are of one sort.
struct SlipGroup {
    std::string heading;  // 「12月1日（火）まで」
    std::string note;     // how it was counted
    std::vector<SlipRow> rows;
};

/// Everything the slip says, the most urgent first: what comes before all, what is due within a month, what
/// has no day but must not wait, later days, money to claim with years to do it, what can wait. Other offices
/// apart.
struct SlipPlan {
    std::vector<SlipGroup> groups;
    std::vector<SlipRow> elsewhere;  // the earliest date first
    int procedures = 0;
    int to_check = 0;
    int passed = 0;            // of the city's own
    std::optional<Date> next;  // the first day still to come, of the city and of other offices
};

/// Sorts the decisions for the slip. Procedures that do not apply are left out; none else is. `language` is
/// the reader's: what the counters need stays in Japanese, and the row says it again in that language.
[[nodiscard]] SlipPlan plan_slip(const Pack& pack, const Context& context,
                                 const std::vector<Decision>& decisions, std::string_view language = "ja");

/// 「12月1日（火）」; with the era and year when it is not this year.
[[nodiscard]] std::string day_words(Date day, Date today);

}  // namespace forms
