#include <cstdlib>
#include <string_view>

#include "cardreader/my_number/parse.hpp"
#include "cardreader/virtual/fault.hpp"
#include "cardreader/virtual/issue.hpp"
#include "cardreader/virtual/persona.hpp"

using namespace cardreader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const void* const untyped = data;
    const std::string_view text(static_cast<const char*>(untyped), size);
    (void)virtual_card::parse_fault(text);
    const auto persona = virtual_card::parse_persona(text);
    if (!persona) return 0;
    // Whoever is accepted gets a card that says what the file says.
    const auto items = my_number::parse_four_items(virtual_card::four_items_file(*persona));
    if (!items || items->name != persona->name || items->address != persona->address) std::abort();
    return 0;
}
