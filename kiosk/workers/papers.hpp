#pragma once

#include <functional>
#include <string>
#include <vector>

#include "forms/result.hpp"
#include "kiosk/model/paper.hpp"
#include "kiosk/reception/content.hpp"

namespace kiosk {

/// One finished document and how many sheets of paper it is.
struct MadePaper {
    reception::Document document;
    int pages = 1;
};

/// Makes every paper of a visit, in the order in which they are to come out: the filled sheets, the slip, the
/// routing slip. `number` and the time of `at` stand on them. Never a part of them: either all or an error.
using MakePapers = std::function<forms::Result<std::vector<MadePaper>>(
    const Submission& submission, const std::string& number, reception::Moment at)>;

/// Documents of this id are what the resident keeps and may ask for again.
inline constexpr const char* kSlipDocument = "slip";

}  // namespace kiosk
