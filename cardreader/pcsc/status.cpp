#include "cardreader/pcsc/status.hpp"

#include <winscard.h>

namespace cardreader::pcsc {

namespace {

Errc errc_from(LONG code) noexcept {
    switch (code) {
        case SCARD_E_NO_SERVICE:
        case SCARD_E_SERVICE_STOPPED:
        case SCARD_E_SERVER_TOO_BUSY:
        case SCARD_E_INVALID_HANDLE:  // the context died with the pcscd it came from
        case SCARD_F_COMM_ERROR:
        case SCARD_F_INTERNAL_ERROR:
            return Errc::NoService;
        case SCARD_W_SECURITY_VIOLATION:
            return Errc::NotPermitted;
        case SCARD_E_NO_READERS_AVAILABLE:
            return Errc::NoReader;
        case SCARD_E_UNKNOWN_READER:
        case SCARD_E_READER_UNAVAILABLE:
            return Errc::ReaderGone;
        case SCARD_E_NO_SMARTCARD:
            return Errc::NoCard;
        case SCARD_E_SHARING_VIOLATION:
            return Errc::ReaderBusy;
        case SCARD_E_NOT_TRANSACTED:
        case SCARD_W_REMOVED_CARD:
            return Errc::CardRemoved;
        case SCARD_W_RESET_CARD:
            return Errc::CardReset;
        case SCARD_E_TIMEOUT:
        case SCARD_W_UNPOWERED_CARD:
        case SCARD_W_UNRESPONSIVE_CARD:
            return Errc::CardSilent;
        case SCARD_E_CANCELLED:
            return Errc::Cancelled;
        default:
            return Errc::BadResponse;
    }
}

}  // namespace

// LONG is 64 bits wide here, yet pcsc-lite's codes are 32-bit numbers.
Error error_from(long code) noexcept {
    return {.code = errc_from(code), .detail = static_cast<std::uint32_t>(code)};
}

}  // namespace cardreader::pcsc
