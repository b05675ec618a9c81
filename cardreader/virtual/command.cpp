#include "cardreader/virtual/software_card.hpp"

namespace cardreader::virtual_card {

namespace {

constexpr std::size_t kHeader = 4;

std::size_t two_bytes(ByteView bytes, std::size_t at) {
    return static_cast<std::size_t>(bytes[at]) << 8 | bytes[at + 1];
}

std::optional<Command> extended(Command command, ByteView apdu) {
    const auto body = apdu.subspan(kHeader + 1);
    const auto length = two_bytes(body, 0);
    if (body.size() == 2) {
        command.expected = length == 0 ? 65536 : length;
        return command;
    }
    if (body.size() != 2 + length && body.size() != 4 + length) return std::nullopt;
    command.data = body.subspan(2, length);
    if (body.size() == 4 + length) {
        const auto expected = two_bytes(body, 2 + length);
        command.expected = expected == 0 ? 65536 : expected;
    }
    return command;
}

}  // namespace

std::optional<Command> parse_command(ByteView apdu) {
    if (apdu.size() < kHeader) return std::nullopt;
    Command command{.cla = apdu[0], .ins = apdu[1], .p1 = apdu[2], .p2 = apdu[3], .data = {}, .expected = {}};
    if (apdu.size() == kHeader) return command;
    const std::size_t first = apdu[kHeader];
    if (first == 0 && apdu.size() >= kHeader + 3) return extended(command, apdu);
    if (apdu.size() == kHeader + 1) {
        command.expected = first == 0 ? 256 : first;
        return command;
    }
    const auto body = apdu.subspan(kHeader + 1);
    if (body.size() != first && body.size() != first + 1) return std::nullopt;
    command.data = body.first(first);
    if (body.size() == first + 1) command.expected = body.back() == 0 ? 256 : body.back();
    return command;
}

}  // namespace cardreader::virtual_card
