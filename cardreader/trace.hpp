#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "cardreader/session.hpp"

namespace cardreader {

/// One command as support may see it: header and, of SELECT alone, the data. Whatever else a command carries
/// is only counted.
[[nodiscard]] std::string redacted(ByteView command);

/// Writes one line for each exchange: the redacted command, how much came back with which status, how long it
/// took. Not a byte of what was read or typed is in it.
class Traced final : public Session {
public:
    using Write = std::function<void(std::string_view line)>;
    Traced(Session& card, Write write) : card_(card), write_(std::move(write)) {}

    Result<Response> transmit(ByteView command) override;

private:
    Session& card_;
    Write write_;
};

}  // namespace cardreader
