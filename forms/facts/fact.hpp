#pragma once

#include <cstdint>
#include <optional>

#include "forms/facts/value.hpp"

namespace forms {

/// Where a fact comes from. Card, Record and Qr are only confirmed, never asked.
enum class Provenance : std::uint8_t { Card, Record, Qr, Resident, Clerk, Computed };

/// One thing that was said or read. An empty value is the answer わからない, which is not the same as no
/// answer.
struct Fact {
    std::optional<Value> value;
    Provenance from = Provenance::Resident;
    bool operator==(const Fact&) const = default;
};

}  // namespace forms
