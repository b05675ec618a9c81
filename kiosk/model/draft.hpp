#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "forms/facts/facts.hpp"

namespace kiosk {

/// An answer picked from tiles: yes/no (bool) or a choice (its id).
struct PickDraft {
    std::optional<forms::Value> picked;  // empty: nothing is preselected
    bool operator==(const PickDraft&) const = default;
};

/// Digits typed on the pad: number, digits, phone, postal.
struct DigitsDraft {
    std::string digits;
    std::size_t max_length = 0;
    bool operator==(const DigitsDraft&) const = default;
};

/// The six tiles of a date question.
enum class EraTile : std::uint8_t { Reiwa, Heisei, Showa, Taisho, Meiji, Western };
enum class DatePart : std::uint8_t { Year, Month, Day };

/// A date while it is typed on the pad.
struct DateDraft {
    std::optional<EraTile> era;
    std::string year{}, month{}, day{};  // digits as typed; 元年 is "1"
    DatePart focus = DatePart::Year;
    bool operator==(const DateDraft&) const = default;
};

/// The date typed so far; empty while incomplete or when no such day exists in that era (昭和64年1月8日).
[[nodiscard]] std::optional<forms::Date> date_of(const DateDraft& draft);

/// Free text, kana, names, addresses: UTF-8, never normalised. The caret is a byte offset on a cluster
/// border; the screen edits (it knows clusters) and reports the whole text with event::TextEdited.
struct TextDraft {
    std::string text;
    std::size_t caret = 0;
    bool operator==(const TextDraft&) const = default;
};

using Draft = std::variant<PickDraft, DigitsDraft, DateDraft, TextDraft>;

/// One asked item and what has been typed for it.
struct ItemDraft {
    std::string item;  // resolved key, `household[1].name`
    Draft draft;
    bool operator==(const ItemDraft&) const = default;
};

}  // namespace kiosk
