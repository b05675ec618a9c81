#pragma once

#include <chrono>
#include <string>

#include "forms/facts/date.hpp"
#include "forms/facts/text.hpp"
#include "forms/pack/pack.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

/// A pack's words in the visitor's language, with ruby from its reading (Japanese) or its notation.
[[nodiscard]] Rich said(const forms::Text& text, const Ui& ui);
/// What the visitor's language says of itself when no native speaker has read it yet (要確認); else empty.
[[nodiscard]] std::string unreviewed_notice(const Model& model);
/// One sentence after another.
[[nodiscard]] Rich joined(Rich first, const Rich& second);
/// 昭和58年（1983年）8月9日.
[[nodiscard]] Rich full_date(forms::Date date, const Ui& ui);
/// 12月1日（火）; with the year when it is not this year's.
[[nodiscard]] Rich short_date(forms::Date date, forms::Date today, const Ui& ui);
/// 12月1日, or 令和9年2月17日 when it is not this year's: inside a sentence, without the weekday.
[[nodiscard]] Rich date_in_sentence(forms::Date date, forms::Date today, const Ui& ui);
/// Years completed on `on`.
[[nodiscard]] int age(forms::Date birth, forms::Date on);
/// 5番　保険年金課; empty for an unknown division.
[[nodiscard]] Rich counter(const forms::Pack& pack, const std::string& division, const Ui& ui);
/// A value as the review shows it; names and addresses byte for byte.
[[nodiscard]] Rich value_words(const forms::Pack& pack, const std::string& key, const forms::Value& value,
                               const Ui& ui);
/// 50,000 → 5万円, 12,500 → 1万2,500円 in Japanese; ¥50,000 elsewhere.
[[nodiscard]] Rich yen(std::int64_t amount, const Ui& ui);

}  // namespace kiosk
