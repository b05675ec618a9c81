#include "cardreader/pcsc/status.hpp"

#include <winscard.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace cardreader;

TEST_CASE("every PC/SC code that a reader in the wild gives has its own meaning", "[cardreader][pcsc]") {
    const auto [code, meaning] = GENERATE(table<LONG, Errc>({
        {SCARD_E_NO_SERVICE, Errc::NoService},
        {SCARD_E_SERVICE_STOPPED, Errc::NoService},
        {SCARD_F_COMM_ERROR, Errc::NoService},
        {SCARD_W_SECURITY_VIOLATION, Errc::NotPermitted},
        {SCARD_E_NO_READERS_AVAILABLE, Errc::NoReader},
        {SCARD_E_READER_UNAVAILABLE, Errc::ReaderGone},
        {SCARD_E_UNKNOWN_READER, Errc::ReaderGone},
        {SCARD_E_NO_SMARTCARD, Errc::NoCard},
        {SCARD_E_SHARING_VIOLATION, Errc::ReaderBusy},
        {SCARD_W_REMOVED_CARD, Errc::CardRemoved},
        {SCARD_E_NOT_TRANSACTED, Errc::CardRemoved},
        {SCARD_W_RESET_CARD, Errc::CardReset},
        {SCARD_W_UNRESPONSIVE_CARD, Errc::CardSilent},
        {SCARD_E_CANCELLED, Errc::Cancelled},
        {SCARD_E_PROTO_MISMATCH, Errc::BadResponse},
    }));
    const auto error = pcsc::error_from(code);
    CHECK(error.code == meaning);
    CHECK(error.detail == static_cast<std::uint32_t>(code));
}

TEST_CASE("every error has a name of its own", "[cardreader][error]") {
    std::set<std::string> names;
    constexpr int kLast = static_cast<int>(Errc::Cancelled);
    for (int code = 0; code <= kLast; ++code) names.emplace(name(static_cast<Errc>(code)));
    CHECK(names.size() == kLast + 1);
}
