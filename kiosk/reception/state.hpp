#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::reception {

/// How far a reception has come. There is no "registered": that word belongs to the city's own review.
enum class State : std::uint8_t {
    Received = 1,   // 受付済
    Confirmed = 2,  // 確認済: a clerk has looked
    Exported = 3,   // 出力済: its package lies in the outbox, READY
    Imported = 4,   // 取込確認済: only by an acknowledgement from the core system
    SentBack = 5,   // 差戻し
};

/// How far one printed document has come. Kept by us, because print servers forget.
enum class PrintState : std::uint8_t {
    Waiting = 1,
    Sending = 2,  // handed to the printer, no answer yet: after a crash the printer is asked before anything
                  // is sent again
    Printing = 3,
    Done = 4,
    Failed = 5,   // the printer said that it did not print
    Unclear = 6,  // nobody can tell; a person looks at the tray and decides
};

/// 受付済 and so on, in Japanese or English.
[[nodiscard]] std::string_view name(State state, std::string_view language = "ja");
[[nodiscard]] std::string_view name(PrintState state, std::string_view language = "ja");
/// The word for machines: received, confirmed, exported, imported, sent_back.
[[nodiscard]] std::string_view word(State state);
[[nodiscard]] std::string_view word(PrintState state);
[[nodiscard]] std::optional<State> state_from(std::string_view word);

}  // namespace kiosk::reception
