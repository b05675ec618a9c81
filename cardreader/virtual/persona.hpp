#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace cardreader::virtual_card {

/// How EF0002's outer length is written: shortest, or in the long form that real cards also use (`82 00 65`).
enum class LengthForm : std::uint8_t { Shortest, Padded };

/// An invented person and the card that was issued to them, as a persona file (TOML) tells it.
struct Persona {
    std::string name;        // UTF-8, family and given name parted by U+3000
    std::string address;     // UTF-8
    std::string birth_date;  // YYYYMMDD, as the card writes it
    std::string sex;         // one character
    std::string pin;         // 4 digits
    std::string number_b;    // 14 digits
    std::string my_number;   // 12 digits; there only so that tests can prove it is never read
    std::string sign_password = "KAKANAI2026";  // of 署名用電子証明書, 6 to 16 of A-Z 0-9
    std::string moved_to;  // address written into the licence after it was issued; may be empty
    int pin_tries = 3;
    int number_b_tries = 10;
    LengthForm length_form = LengthForm::Shortest;
    std::size_t filler = 16;  // FF bytes behind the data
};

/// The last day of the card, YYYYMMDD: the birthday in the year that is printed, and so stands in 照合番号B.
[[nodiscard]] std::string expiry_of(const Persona& persona);

/// What is wrong with a persona file, and where (line and column from 1, 0 when the whole file is meant).
struct PersonaProblem {
    std::size_t line = 0;
    std::size_t column = 0;
    std::string message;
};

template <class T>
using PersonaResult = tl::expected<T, PersonaProblem>;

[[nodiscard]] PersonaResult<Persona> parse_persona(std::string_view toml);
[[nodiscard]] PersonaResult<Persona> load_persona(const std::filesystem::path& file);

}  // namespace cardreader::virtual_card
