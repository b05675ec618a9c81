#include "cardreader/pcsc/readers.hpp"

#include <algorithm>

#include "cardreader/pcsc/status.hpp"

namespace cardreader {

namespace pcsc {

Result<Context> establish() {
    Context context;
    const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, context.out());
    if (code != SCARD_S_SUCCESS) return fail(error_from(code));
    return context;
}

Result<std::vector<std::string>> reader_names(const Context& context) {
    std::vector<std::string> names;
    DWORD size = 0;
    LONG code = SCardListReaders(context.get(), nullptr, nullptr, &size);
    std::string list(size, '\0');
    if (code == SCARD_S_SUCCESS) code = SCardListReaders(context.get(), nullptr, list.data(), &size);
    if (code == SCARD_E_NO_READERS_AVAILABLE) return names;
    if (code != SCARD_S_SUCCESS) return fail(error_from(code));
    // Names end in a zero each, the list in one more.
    for (const char* name = list.c_str(); *name != '\0'; name += names.back().size() + 1)
        names.emplace_back(name);
    return names;
}

Reader reader_from(const SCARD_READERSTATE& state) {
    const auto atr_size = std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr);
    return {.name = state.szReader,
            .card = (state.dwEventState & SCARD_STATE_PRESENT) != 0,
            .exclusive = (state.dwEventState & SCARD_STATE_EXCLUSIVE) != 0,
            .mute = (state.dwEventState & SCARD_STATE_MUTE) != 0,
            .atr = Bytes(state.rgbAtr, state.rgbAtr + atr_size)};
}

Result<std::vector<Reader>> readers(const Context& context) {
    const auto names = reader_names(context);
    if (!names) return fail(names);
    std::vector<SCARD_READERSTATE> states(names->size());
    for (std::size_t i = 0; i < states.size(); ++i) states[i].szReader = (*names)[i].c_str();
    if (!states.empty()) {
        const LONG code = SCardGetStatusChange(context.get(), 0, states.data(), states.size());
        // A reader pulled out between the two calls is simply no longer there.
        if (code == SCARD_E_UNKNOWN_READER) return readers(context);
        if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT) return fail(error_from(code));
    }
    std::vector<Reader> found;
    found.reserve(states.size());
    for (const auto& state : states) found.push_back(reader_from(state));
    return found;
}

}  // namespace pcsc

Result<std::vector<Reader>> list_readers() {
    const auto context = pcsc::establish();
    if (!context) return fail(context);
    return pcsc::readers(*context);
}

}  // namespace cardreader
