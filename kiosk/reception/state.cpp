#include "kiosk/reception/state.hpp"

#include <array>
#include <utility>

namespace kiosk::reception {

namespace {

struct Words {
    std::string_view ja, en, machine;
};

Words words(State state) {
    switch (state) {
        case State::Received:
            return {"受付済", "received", "received"};
        case State::Confirmed:
            return {"確認済", "confirmed", "confirmed"};
        case State::Exported:
            return {"出力済", "exported", "exported"};
        case State::Imported:
            return {"取込確認済", "import confirmed", "imported"};
        case State::SentBack:
            return {"差戻し", "sent back", "sent_back"};
    }
    return {};
}

Words words(PrintState state) {
    switch (state) {
        case PrintState::Waiting:
            return {"印刷待ち", "waiting", "waiting"};
        case PrintState::Sending:
            return {"送信中", "sending", "sending"};
        case PrintState::Printing:
            return {"印刷中", "printing", "printing"};
        case PrintState::Done:
            return {"印刷しました", "printed", "done"};
        case PrintState::Failed:
            return {"印刷できませんでした", "not printed", "failed"};
        case PrintState::Unclear:
            return {"紙が出たかご確認ください", "look whether it was printed", "unclear"};
    }
    return {};
}

}  // namespace

std::string_view name(State state, std::string_view language) {
    return language == "en" ? words(state).en : words(state).ja;
}

std::string_view name(PrintState state, std::string_view language) {
    return language == "en" ? words(state).en : words(state).ja;
}

std::string_view word(State state) {
    return words(state).machine;
}
std::string_view word(PrintState state) {
    return words(state).machine;
}

std::optional<State> state_from(std::string_view text) {
    constexpr std::array kAll{State::Received, State::Confirmed, State::Exported, State::Imported,
                              State::SentBack};
    for (const auto state : kAll)
        if (word(state) == text) return state;
    return std::nullopt;
}

}  // namespace kiosk::reception
