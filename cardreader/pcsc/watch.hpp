#pragma once
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"

namespace cardreader {

/// What the desk can offer, from worst to best.
enum class Presence : std::uint8_t { NoService, NotPermitted, NoReader, NoCard, Card };

/// One reader as pcscd names it.
struct Reader {
    std::string name;
    bool card = false;       // something lies on it
    bool exclusive = false;  // another program holds it for itself
    bool mute = false;       // the card does not answer at all: laid or inserted the wrong way
    Bytes atr;               // a hint for logs; never used to recognise a card
    bool operator==(const Reader&) const = default;
};

/// What was seen at one moment.
struct Sight {
    Presence presence = Presence::NoService;
    std::vector<Reader> readers;
    bool operator==(const Sight&) const = default;
};

/// The readers and what lies on them, now. NoService, NotPermitted or an empty list, never a mix of them.
[[nodiscard]] Result<std::vector<Reader>> list_readers();

/// Follows what comes and goes: readers, cards, pcscd itself (after its death a new context is made every
/// second). Owned and used by one thread. A card swapped faster than pcscd polls (0.4 s) may show no change
/// at all.
class Watch {
public:
    /// With a name only that reader counts for `Sight::presence`; without, any.
    explicit Watch(std::optional<std::string> reader = std::nullopt);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    Watch(Watch&&) noexcept;
    Watch& operator=(Watch&&) noexcept;
    ~Watch();

    /// Looks without waiting.
    [[nodiscard]] Sight now();

    /// Blocks until the sight differs from the one last returned. Empty once `stop` is requested (at once, by
    /// SCardCancel).
    [[nodiscard]] std::optional<Sight> next(const std::stop_token& stop);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace cardreader
