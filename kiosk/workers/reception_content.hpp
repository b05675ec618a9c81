#pragma once

#include <string>
#include <vector>

#include "kiosk/model/paper.hpp"
#include "kiosk/reception/content.hpp"
#include "kiosk/workers/papers.hpp"

namespace kiosk {

/// What makes one reception different from every other besides what was answered.
struct ReceptionFrame {
    reception::PackageId package_id;
    reception::Moment created_at;
    std::string counter;
};

/// A finished visit in the words of the store: persons, procedures, answers and documents. Pure.
[[nodiscard]] reception::NewReception reception_of(const Submission& submission, const ReceptionFrame& frame,
                                                   const std::vector<MadePaper>& papers);

}  // namespace kiosk
