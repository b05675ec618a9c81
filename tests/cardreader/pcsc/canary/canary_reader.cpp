// canary_reader TRACE [leak]: reads a card once for each line of 14 digits on stdin, tracing into the file
// TRACE, then says how many readings were good and waits to be looked at until its stdin closes. With `leak`
// it keeps one of the numbers, as a careless program would.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"
#include "cardreader/pin.hpp"
#include "cardreader/trace.hpp"

using namespace cardreader;

namespace {

bool read_line(SecretPage& page) {
    for (std::size_t i = 0; i < NumberB::kDigits; ++i)
        if (::read(STDIN_FILENO, &page.bytes()[i], 1) != 1) return false;
    char end = 0;
    return ::read(STDIN_FILENO, &end, 1) == 1 && page.bytes()[0] != '-';
}

std::string_view text(const SecretPage& page) {
    const void* const untyped = page.bytes().data();
    return {static_cast<const char*>(untyped), NumberB::kDigits};
}

}  // namespace

int main(int count, char** arguments) {
    std::ofstream trace(arguments[1]);
    std::string kept;
    SecretPage page;
    int good = 0;
    while (read_line(page)) {
        const auto number = NumberB::from_digits(text(page));
        if (count > 2 && kept.empty()) kept = text(page);
        page.wipe();
        const auto items = with_card<FourItems>({}, [&](Session& card) {
            Traced traced(card, [&](std::string_view line) { trace << line << '\n'; });
            return read_four_items(traced, *number);
        });
        if (items) ++good;
    }
    trace.flush();
    std::printf("%d\n", good);
    std::fflush(stdout);
    char until_closed = 0;
    while (::read(STDIN_FILENO, &until_closed, 1) == 1) {
    }
    return kept.size() > NumberB::kDigits ? 1 : 0;
}
