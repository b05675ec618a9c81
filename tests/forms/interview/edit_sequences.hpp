#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "forms/interview/agenda.hpp"
#include "forms/interview/possible.hpp"

/// Goes through visits in which answers are given, changed and taken back in any order, and holds each
/// against a fresh run of the same facts.
class EditSequences {
public:
    EditSequences(const forms::Pack& pack, const std::string& event, forms::Date today, std::uint64_t seed);
    ~EditSequences();
    EditSequences(EditSequences&&) noexcept;
    EditSequences& operator=(EditSequences&&) = delete;

    /// One sequence of edits; what differs from a fresh run, in words, or nothing.
    [[nodiscard]] std::string run();

    [[nodiscard]] std::uint64_t edits() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};
