#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cardreader/error.hpp"

namespace cardreader {

/// Where the check of the card's signature ended (facts/card.md 3.1).
enum class CheckStep : std::uint8_t {
    None,
    Anchor,       // the certificate names an issuer that no trust anchor knows
    Certificate,  // the card's certificate is damaged or not signed by that issuer
    Signature,    // the signature over the hashes does not fit the certificate
    Items,        // the four items are not those that were signed
    CardKey,      // the chip could not prove that it holds its own key (a copy)
};

enum class Verdict : std::uint8_t { NotChecked, Verified, Failed };

/// Whether what was read is what the issuer wrote. `Verified` never means "valid today": neither revocation
/// nor expiry can be seen offline. Never a bare yes or no.
struct Authenticity {
    Verdict verdict = Verdict::NotChecked;
    CheckStep failed_at = CheckStep::None;  // only with Failed
    bool own_key =
        false;  // the chip has proved that it holds its own key, so these are not another card's files
    bool test_issuer = false;  // only with Verified: the issuer makes cards for tests, not for residents
    bool operator==(const Authenticity&) const = default;
};

/// The fields of the four items.
enum class Item : std::uint8_t { Name, Address, BirthDate, Sex };

/// Something a clerk has to look at: the text of the card may not say what its face says.
struct Doubt {
    Item item{};
    char32_t character = 0;    // the suspect character, 0 when the whole field is unreadable
    std::size_t position = 0;  // its place in the field, counted in code points from 0
    bool operator==(const Doubt&) const = default;
};

/// 基本4情報 exactly as the card holds them: never normalised, split or cut.
struct FourItems {
    std::string name;        // UTF-8, family and given name parted by U+3000
    std::string address;     // UTF-8
    std::string birth_date;  // YYYY-MM-DD; empty when the card's text is no date (then in needs_eyes)
    char sex = '0';          // '1' male, '2' female, '9' not applicable, '0' unknown or unreadable
    Authenticity authenticity;
    std::vector<Doubt> needs_eyes;
    CardKind source = CardKind::MyNumber;  // a driver's licence does not say the sex
    bool operator==(const FourItems&) const = default;
};

/// Overwrites the personal data before the memory goes back.
void wipe(FourItems& items) noexcept;

}  // namespace cardreader
