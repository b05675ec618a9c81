// repeat_reader TIMES NAME: reads the card TIMES times with the PIN on stdin and says how many readings did
// not give NAME.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "cardreader/my_number/read.hpp"
#include "cardreader/pcsc/desk.hpp"

using namespace cardreader;

int main(int, char** arguments) {
    std::string typed;
    std::getline(std::cin, typed);
    const auto pin = Pin::from_digits(typed);
    int wrong = 0;
    for (int left = std::atoi(arguments[1]); left > 0; --left) {
        const auto items =
            with_card<FourItems>({}, [&](Session& card) { return read_four_items(card, *pin); });
        if (!items || items->name != arguments[2]) ++wrong;
    }
    std::printf("%d\n", wrong);
    return 0;
}
