#pragma once
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <mutex>
#include <string>

#include "cardreader/trace.hpp"

namespace cardreader {

/// Adds a command that came to one of the tests' cards to the record of the whole test run, what was typed
/// left out: a line in the file $KAKANAI_CARD_RECORD.PID. tests/cardreader/never_my_number looks at them all.
/// Without the variable nothing is written.
inline void record(ByteView command) {
    static std::mutex mutex;
    static std::ofstream file;
    const std::scoped_lock lock(mutex);
    if (const char* const name = std::getenv("KAKANAI_CARD_RECORD"); name != nullptr && !file.is_open())
        file.open(name + ("." + std::to_string(getpid())), std::ios::app);
    if (file.is_open()) file << redacted(command) << '\n';
}

}  // namespace cardreader
