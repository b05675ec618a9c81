#include "cardreader/trace.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace cardreader {

namespace {

constexpr std::size_t kHeaderBytes = 4;
constexpr std::uint8_t kSelect = 0xA4;

std::string hex(ByteView bytes) {
    std::string text;
    std::array<char, 4> two{};
    for (const auto byte : bytes) {
        std::snprintf(two.data(), two.size(), "%02X", static_cast<unsigned>(byte));
        text += two.data();
    }
    return text;
}

std::string told(const Result<Response>& reply) {
    if (!reply) return std::string(name(reply.error().code));
    const auto status = static_cast<std::uint16_t>(reply->status);
    return "<" + std::to_string(reply->data.size()) + " bytes> " +
           hex(Bytes{static_cast<std::uint8_t>(status >> 8), static_cast<std::uint8_t>(status & 0xFF)});
}

}  // namespace

std::string redacted(ByteView command) {
    if (command.size() <= kHeaderBytes + 1 || command[1] == kSelect) return hex(command);
    return hex(command.first(kHeaderBytes)) + " <" + std::to_string(command.size() - kHeaderBytes) +
           " bytes>";
}

Result<Response> Traced::transmit(ByteView command) {
    const auto begun = std::chrono::steady_clock::now();
    auto reply = card_.transmit(command);
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    write_("> " + redacted(command) + "  < " + told(reply) + "  " + std::to_string(took.count()) + " us");
    return reply;
}

}  // namespace cardreader
