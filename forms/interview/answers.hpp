#pragma once

#include <filesystem>
#include <string_view>

#include "forms/facts/facts.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/pack.hpp"
#include "forms/result.hpp"

namespace forms {

/// The contents of an answers file.
struct Answers {
    Context context;
    Facts facts;
};

/// Reads `{"event":…,"as_of":"2026-11-22","facts":{key: value},"unknown":[key]}`. `today` stands in when the
/// file names no day. Errors name the key, never the value.
[[nodiscard]] Result<Answers> read_answers(const Pack& pack, std::string_view json, Date today);

/// The same from a file.
[[nodiscard]] Result<Answers> read_answers_file(const Pack& pack, const std::filesystem::path& file,
                                                Date today);

}  // namespace forms
