#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "cardreader/error.hpp"
#include "cardreader/session.hpp"

namespace cardreader {

/// Where to look for the card, and how long to wait for whom.
struct Desk {
    std::optional<std::string> reader;  // only this one (chosen.hpp); otherwise every one is tried
    std::chrono::milliseconds reader_free_within{5'000};    // then ReaderBusy
    std::chrono::milliseconds card_answers_within{10'000};  // per command; then CardSilent
};

/// Opens the card on the desk, holds one transaction while `talk` runs, and powers the card down at the end,
/// so that no verified PIN stays behind. When `talk` returns UnknownCard the next reader is tried. Blocks the
/// calling thread for at most the desk's times; a card that never answers leaves one parked thread behind,
/// which ends when the card is lifted. NoService, NotPermitted, NoReader, NoCard and ReaderBusy are distinct.
[[nodiscard]] Result<void> converse(const Desk& desk, const std::function<Result<void>(Session&)>& talk);

/// `converse` with a value: `with_card<FourItems>(desk, [&](Session& card) { return read_four_items(card,
/// pin); })`.
template <class T, class Talk>
[[nodiscard]] Result<T> with_card(const Desk& desk, Talk&& talk) {
    std::optional<Result<T>> outcome;
    const auto conversed = converse(desk, [&](Session& card) -> Result<void> {
        outcome.emplace(talk(card));
        if (!*outcome) return fail(*outcome);
        return {};
    });
    if (!conversed) return fail(conversed);
    return std::move(*outcome);
}

}  // namespace cardreader
