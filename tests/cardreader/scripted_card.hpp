#pragma once
#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <initializer_list>
#include <string_view>

#include "cardreader/session.hpp"
#include "tests/cardreader/record.hpp"

namespace cardreader {

/// Bytes from hexadecimal digits; blanks are for the eye.
inline Bytes hex(std::string_view text) {
    Bytes bytes;
    int high = -1;
    for (const char digit : text) {
        if (digit == ' ') continue;
        const int value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        if (high < 0) {
            high = value;
        } else {
            bytes.push_back(static_cast<std::uint8_t>(high << 4 | value));
            high = -1;
        }
    }
    return bytes;
}

/// Plays back one exact APDU conversation. An unexpected, missing or extra command fails the test.
/// No statics: two cards in one test are two objects.
class ScriptedCard final : public Session {
public:
    struct Exchange {
        std::string_view command;
        std::string_view answer;  // with its status word
    };

    ScriptedCard(std::initializer_list<Exchange> script) : script_(script) {}
    ~ScriptedCard() override { CHECK(script_.empty()); }

    Result<Response> transmit(ByteView command) override {
        REQUIRE_FALSE(script_.empty());
        record(command);
        const auto next = script_.front();
        script_.pop_front();
        REQUIRE(Bytes(command.begin(), command.end()) == hex(next.command));
        auto answer = hex(next.answer);
        const auto size = answer.size();
        const auto status = static_cast<std::uint16_t>(answer[size - 2] << 8 | answer[size - 1]);
        answer.resize(size - 2);
        return Response{.data = std::move(answer), .status = StatusWord{status}};
    }

private:
    std::deque<Exchange> script_;
};

}  // namespace cardreader
