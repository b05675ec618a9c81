#pragma once
#include <winscard.h>

#include <utility>

namespace cardreader::pcsc {

/// Owns one C handle that is a plain integer, and releases it once. For .cpp files: winscard.h stays out of
/// public headers.
template <class Traits>
class Handle {
public:
    using Raw = typename Traits::Raw;

    Handle() = default;
    Handle(Handle&& other) noexcept : raw_(std::exchange(other.raw_, Raw{})) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(raw_, other.raw_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (raw_ != Raw{}) Traits::release(raw_);
    }

    [[nodiscard]] Raw get() const noexcept { return raw_; }
    [[nodiscard]] Raw* out() noexcept { return &raw_; }  // for SCardXxx(..., &handle)

private:
    Raw raw_{};
};

// pcsc-lite makes SCARDCONTEXT and SCARDHANDLE the same integer type; two Traits keep one from being passed
// for the other.
struct ContextTraits {
    using Raw = SCARDCONTEXT;
    static void release(Raw raw) noexcept { SCardReleaseContext(raw); }
};
struct CardTraits {
    using Raw = SCARDHANDLE;
    static void release(Raw raw) noexcept { SCardDisconnect(raw, SCARD_LEAVE_CARD); }
};
using Context = Handle<ContextTraits>;
using Card = Handle<CardTraits>;

}  // namespace cardreader::pcsc
