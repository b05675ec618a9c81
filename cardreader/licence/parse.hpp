#pragma once
#include <optional>

#include "cardreader/bytes.hpp"
#include "cardreader/error.hpp"
#include "cardreader/four_items.hpp"

namespace cardreader::licence {

/// One field of a licence's file. Its tags are always one byte, also where BER would read more (1F, 5F).
struct Field {
    std::uint8_t tag = 0;
    ByteView value;
};

/// The field that begins at `bytes`, which afterwards begins behind it. Empty at the end, at filler and at
/// damage.
[[nodiscard]] std::optional<Field> next_field(ByteView& bytes);

/// Name, birth date and address from DF1/EF01, with the changes of DF1/EF04 on top: the last one counts. A
/// licence does not say the sex. BadResponse when one of the three is missing.
[[nodiscard]] Result<FourItems> parse_licence(ByteView entries, ByteView changes);

}  // namespace cardreader::licence
