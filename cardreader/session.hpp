#pragma once
#include <cstdint>

#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"

namespace cardreader {

/// SW1 SW2 as one number (ISO/IEC 7816-4, 5.6).
enum class StatusWord : std::uint16_t { Ok = 0x9000 };

/// A card's answer: the data and the status word that ended it.
struct Response {
    Bytes data;
    StatusWord status{};
};

/// One exclusive conversation with a card. A Session exists only while the transaction is held, so code that
/// takes a Session& cannot be called outside one.
class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    virtual ~Session() = default;

    /// Sends one command APDU and gives the card's answer, whatever its status word.
    /// Errors are of the transport only: removed, reset, silent, reader or service gone.
    virtual Result<Response> transmit(ByteView command) = 0;
};

}  // namespace cardreader
