// canary_reader TRACE: reads a card once for each line on stdin, with 照合番号B when the line has 14 digits
// and with the PIN when it has 4, tracing into the file TRACE. A line `?` makes it say how many readings were
// good so far; then it can be looked at until its next line comes.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string_view>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"
#include "cardreader/pin.hpp"
#include "cardreader/trace.hpp"
#include "tests/cardreader/pcsc/canary/leak.hpp"

using namespace cardreader;

namespace {

// Byte by byte into the locked page: a stream's buffer would keep what was typed.
std::string_view line_into(SecretPage& page) {
    std::size_t size = 0;
    while (size < page.bytes().size() && ::read(STDIN_FILENO, &page.bytes()[size], 1) == 1 &&
           page.bytes()[size] != '\n')
        ++size;
    const void* const untyped = page.bytes().data();
    return {static_cast<const char*>(untyped), size};
}

template <class Digits>
bool reads(std::string_view line, SecretPage& page, std::ofstream& trace) {
    const auto digits = Digits::from_digits(line);
    page.wipe();
    if (!digits) return false;
    const auto items = with_card<FourItems>({}, [&](Session& card) {
        Traced traced(card, [&](std::string_view told) { trace << told << '\n'; });
        return read_four_items(traced, *digits);
    });
    return items.has_value();
}

}  // namespace

int main(int, char** arguments) {
    std::ofstream trace(arguments[1]);
    SecretPage page;
    int good = 0;
    for (auto line = line_into(page); !line.empty(); line = line_into(page)) {
        if (line == "?") {
            trace.flush();
            std::printf("%d\n", good);
            std::fflush(stdout);
            continue;
        }
        leak(line);
        const bool read =
            line.size() == Pin::kDigits ? reads<Pin>(line, page, trace) : reads<NumberB>(line, page, trace);
        if (read) ++good;
    }
    return 0;
}
