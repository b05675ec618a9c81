#pragma once

#include <cstdint>

#include "forms/facts/value.hpp"

namespace forms {

/// Completed years on a day, growing on the birthday itself (後期高齢者医療: 75歳の誕生日当日). Someone born
/// on 29 February grows older on 1 March of other years.
[[nodiscard]] std::int64_t age_on(Date birth, Date day);

/// Completed years by 年齢計算ニ関スル法律, growing at the end of the day before the birthday, and so counted
/// on that day (介護保険: 65歳の誕生日の前日).
[[nodiscard]] std::int64_t age_by_law(Date birth, Date day);

/// 18歳に達する日以後の最初の3月31日; one born on 1 April reaches 18 on 31 March.
[[nodiscard]] Date fiscal_year_end_18(Date birth);

/// The corresponding day after some months, or the last day of that month when it has none.
[[nodiscard]] Date months_after(Date day, std::int64_t months);

}  // namespace forms
