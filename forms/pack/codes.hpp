#pragma once

#include <span>
#include <string>
#include <string_view>

#include "forms/pack/problem.hpp"
#include "forms/rules/expression.hpp"

namespace forms {

/// What one kind of finding means: documented here once, for `check --explain`, the README and the tests.
struct Code {
    std::string_view id;
    Severity severity;
    std::string_view meaning_ja;
    std::string_view meaning_en;
    std::string_view example;  // a line of a pack that has it
    std::string_view remedy_ja;
    std::string_view remedy_en;
};

/// Every code, in the order in which a pack is read and checked.
[[nodiscard]] std::span<const Code> all_codes();

/// The description of a code, or nullptr.
[[nodiscard]] const Code* find_code(std::string_view id);

/// A finding of a code at a place, with the code's severity and remedy.
[[nodiscard]] Problem problem(std::string_view code, const Position& at, std::string message_ja,
                              std::string message_en);

namespace codes {
// Reading
inline constexpr std::string_view kNotAPack = "not-a-pack";
inline constexpr std::string_view kFileUnreadable = "file-unreadable";
inline constexpr std::string_view kTomlSyntax = "toml-syntax";
inline constexpr std::string_view kUnknownKey = "unknown-key";
inline constexpr std::string_view kMissingKey = "missing-key";
inline constexpr std::string_view kWrongType = "wrong-type";
inline constexpr std::string_view kUnknownValue = "unknown-value";
inline constexpr std::string_view kOutOfRange = "out-of-range";
inline constexpr std::string_view kBadKey = "bad-key";
inline constexpr std::string_view kDuplicateId = "duplicate-id";
inline constexpr std::string_view kTooMany = "too-many";
// Rules
inline constexpr std::string_view kRuleSyntax = "rule-syntax";
inline constexpr std::string_view kRuleUnknownName = "rule-unknown-name";
inline constexpr std::string_view kRuleUnknownChoice = "rule-unknown-choice";
inline constexpr std::string_view kRuleUnknownSetting = "rule-unknown-setting";
inline constexpr std::string_view kRuleType = "rule-type";
inline constexpr std::string_view kRulePerson = "rule-person";
inline constexpr std::string_view kRuleTooDeep = "rule-too-deep";
inline constexpr std::string_view kRuleCycle = "rule-cycle";
// References
inline constexpr std::string_view kUnknownItem = "unknown-item";
inline constexpr std::string_view kUnknownEvent = "unknown-event";
inline constexpr std::string_view kUnknownSection = "unknown-section";
inline constexpr std::string_view kUnknownDivision = "unknown-division";
inline constexpr std::string_view kUnknownQuestion = "unknown-question";
inline constexpr std::string_view kUnknownProcedure = "unknown-procedure";
inline constexpr std::string_view kUnknownSheet = "unknown-sheet";
inline constexpr std::string_view kUnknownSetting = "unknown-setting";
inline constexpr std::string_view kBlankMissing = "blank-missing";
inline constexpr std::string_view kChoicesMissing = "choices-missing";
inline constexpr std::string_view kComputedAsked = "computed-asked";
inline constexpr std::string_view kMixedPersons = "mixed-persons";
inline constexpr std::string_view kDeadlineStart = "deadline-start";
// Meaning
inline constexpr std::string_view kNeverApplies = "never-applies";
inline constexpr std::string_view kAlwaysApplies = "always-applies";
inline constexpr std::string_view kNeverReached = "never-reached";
inline constexpr std::string_view kNotNeeded = "question-not-needed";
inline constexpr std::string_view kGateLater = "gate-later";
inline constexpr std::string_view kValidityGap = "validity-gap";
inline constexpr std::string_view kMissingWords = "missing-words";
inline constexpr std::string_view kMissingReading = "missing-reading";
inline constexpr std::string_view kMissingSource = "missing-source";
inline constexpr std::string_view kUnusedItem = "unused-item";
inline constexpr std::string_view kUnusedSheet = "unused-sheet";
inline constexpr std::string_view kUnusedSetting = "unused-setting";
inline constexpr std::string_view kUnusedCondition = "unused-condition";
inline constexpr std::string_view kNobodySupplies = "nobody-supplies";
inline constexpr std::string_view kFieldUnbound = "field-unbound";
inline constexpr std::string_view kFieldOutside = "field-outside";
inline constexpr std::string_view kFieldOnOfficeUse = "field-on-office-use";
inline constexpr std::string_view kFieldsOverlap = "fields-overlap";
inline constexpr std::string_view kFieldKind = "field-kind";
inline constexpr std::string_view kNoUnknown = "no-unknown";
// Sheets, filled with the longest values
inline constexpr std::string_view kBlankUnusable = "blank-unusable";
inline constexpr std::string_view kFieldOverflow = "field-overflow";
}  // namespace codes

}  // namespace forms
