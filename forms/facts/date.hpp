#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "forms/facts/value.hpp"

namespace forms {

/// The eras a living memory needs; Meiji from 1873-01-01, when the solar calendar began (facts/procedures.md
/// §5.1).
enum class Era : std::uint8_t { Meiji, Taisho, Showa, Heisei, Reiwa };

/// A date in the Japanese calendar; year 1 is written 元.
struct Wareki {
    Era era{};
    int year = 1;
    unsigned month = 1;
    unsigned day = 1;
    bool operator==(const Wareki&) const = default;
};

/// Reads `2026-11-22`; empty for anything else and for days that do not exist.
[[nodiscard]] std::optional<Date> date_from_iso(std::string_view text);

/// `2026-11-22`.
[[nodiscard]] std::string iso_text(Date date);

/// Days since 1970-01-01.
[[nodiscard]] std::int64_t day_number(Date date);

/// The date of a day number.
[[nodiscard]] Date date_of_day(std::int64_t number);

/// The Japanese calendar's date; empty before 1873-01-01.
[[nodiscard]] std::optional<Wareki> to_wareki(Date date);

/// The date of a day in an era; empty when that era has no such day (昭和65年, 令和8年2月30日, 明治5年).
[[nodiscard]] std::optional<Date> from_wareki(const Wareki& wareki);

/// 明治, 大正, 昭和, 平成, 令和.
[[nodiscard]] std::string_view era_text(Era era);

/// meiji, taisho, showa, heisei, reiwa: the word a sheet template uses.
[[nodiscard]] std::string_view era_id(Era era);

/// 令和8年11月22日; before 1873 the western year (1872年1月5日).
[[nodiscard]] std::string wareki_text(Date date);

/// 日, 月, 火, 水, 木, 金, 土.
[[nodiscard]] std::string_view weekday_text(Date date);

/// 22 November 2026.
[[nodiscard]] std::string english_date_text(Date date);

}  // namespace forms
