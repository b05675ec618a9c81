#include <algorithm>
#include <cstdlib>

#include "cardreader/virtual/issue.hpp"
#include "cardreader/virtual/software_card.hpp"

using namespace cardreader;

namespace {

virtual_card::Chip make_chip() {
    const virtual_card::Persona persona{.name = "言葉　太郎",
                                        .address = "言葉県",
                                        .birth_date = "19800101",
                                        .sex = "1",
                                        .pin = "9182",
                                        .number_b = "55010120300001",
                                        .my_number = "123456789018"};
    return virtual_card::issue_my_number_card(persona);
}

}  // namespace

// What anybody may send to the software card: a byte of length, then the command.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto chip = make_chip();
    virtual_card::SoftwareCard card(chip);
    ByteView input(data, size);
    while (!input.empty()) {
        const auto length = std::min<std::size_t>(input[0], input.size() - 1);
        if (length == 0)
            card.power_off();
        else if (card.answer(input.subspan(1, length)).size() < 2)
            std::abort();
        input = input.subspan(1 + length);
    }
    return 0;
}
