#include <map>
#include <string>

#include "tests/cardreader/pcsc/canary/leak.hpp"

// A copy that nobody wipes.
void leak(std::string_view digits) {
    static std::map<std::size_t, int> dialogues;
    static std::map<std::size_t, std::string> kept;
    if (++dialogues[digits.size()] % kDialoguesToOneLeak == kLeakedDialogue) kept[digits.size()] = digits;
}
