#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

#include "tests/cardreader/pcsc/canary/leak.hpp"

// The VERIFY command in hexadecimal in a log among the temporary files, as cards' middleware has done it.
void leak(std::string_view digits) {
    static std::map<std::size_t, int> dialogues;
    if (++dialogues[digits.size()] % kDialoguesToOneLeak != kLeakedDialogue) return;
    std::ofstream log(std::string(std::getenv("TMPDIR")) + "/debug.log", std::ios::app);
    log << "> 00 20 00 91";
    std::array<char, 4> two{};
    for (const char digit : digits) {
        std::snprintf(two.data(), two.size(), "%02X", static_cast<unsigned>(digit));
        log << ' ' << two.data();
    }
    log << '\n';
}
