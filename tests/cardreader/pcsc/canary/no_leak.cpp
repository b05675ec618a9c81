#include "tests/cardreader/pcsc/canary/leak.hpp"

void leak(std::string_view) {}
