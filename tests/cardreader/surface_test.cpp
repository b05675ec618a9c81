#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <catch2/catch.hpp>

#include "cardreader/my_number/authenticity.hpp"
#include "cardreader/my_number/read.hpp"
#include "cardreader/tlv.hpp"
#include "cardreader/virtual/more_applications.hpp"
#include "cardreader/virtual/picture.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using namespace cardreader::virtual_card;

namespace {

const Authority& authority() {
    static const auto made = Authority::make();
    return made;
}

const Bytes kSelect = hex("00A4040C0AD3921000310001010402");
const Bytes kByB = hex("00200092 0E 3538303830393230333334383231");
const Bytes kByA = hex("00200093 0C 313233343536373839303138");
const Bytes kByBirth = hex("00200091 06 353830383039");
const Bytes kAge = hex("00B0810000");
const Bytes kSurface = hex("00B0820000");
const Bytes kNumber = hex("00B0850000");
const Bytes kRefused = hex("6982");

SoftwareCard selected() {
    const auto person = persona("yoshibe");
    auto chip = issue_my_number_card(person, &authority());
    chip.applications.push_back(surface_application(person, &authority()));
    SoftwareCard card(std::move(chip));
    REQUIRE(card.answer(kSelect) == hex("9000"));
    return card;
}

bool given(const Bytes& answer) {
    return answer.size() > 2 && answer[answer.size() - 2] == 0x90;
}

Bytes file(std::uint16_t id, const Authority* issuer = &authority()) {
    return surface_application(persona("yoshibe"), issuer).files.at(id).content;
}

ByteView part(const Bytes& file, std::uint32_t tag) {
    return find(tlv(file).value().value, tag).value().value;
}

struct Size {
    unsigned width, height;
    bool operator==(const Size&) const = default;
};

unsigned big_endian(ByteView bytes, std::size_t at) {
    return static_cast<unsigned>(bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]);
}

// Of a PNG with one bit a pixel and no colour (PNG specification, 11.2.2); otherwise nothing.
std::optional<Size> size_of_png(ByteView png) {
    const auto start = hex("89504E470D0A1A0A 0000000D 49484452");
    if (png.size() < 33 || !std::equal(start.begin(), start.end(), png.begin())) return std::nullopt;
    if (png[24] != 1 || png[25] != 0) return std::nullopt;
    return Size{big_endian(png, 16), big_endian(png, 20)};
}

// What lies inside a signature: openssl's EVP_DigestVerify refuses a "SHA-256" of 96 bytes, as it should.
Bytes recovered(ByteView signature, ByteView certificate_file) {
    const auto body = find(tlv(certificate_file).value().value, 0x5F4E).value().value.subspan(32);
    const auto* const name = "RSA";
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, name, nullptr);
    auto n = Bytes(find(body, 0x91)->value.rbegin(), find(body, 0x91)->value.rend());
    auto e = Bytes(find(body, 0x90)->value.rbegin(), find(body, 0x90)->value.rend());
    const OSSL_PARAM numbers[] = {{"n", OSSL_PARAM_UNSIGNED_INTEGER, n.data(), n.size(), 0},
                                  {"e", OSSL_PARAM_UNSIGNED_INTEGER, e.data(), e.size(), 0},
                                  {nullptr, 0, nullptr, 0, 0}};
    EVP_PKEY* key = nullptr;
    REQUIRE(EVP_PKEY_fromdata_init(context) == 1);
    REQUIRE(EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(numbers)) == 1);
    EVP_PKEY_CTX* const opening = EVP_PKEY_CTX_new(key, nullptr);
    REQUIRE(EVP_PKEY_verify_recover_init(opening) == 1);
    REQUIRE(EVP_PKEY_CTX_set_rsa_padding(opening, RSA_PKCS1_PADDING) == 1);
    Bytes plain(256);
    auto size = plain.size();
    const bool opened =
        EVP_PKEY_verify_recover(opening, plain.data(), &size, signature.data(), signature.size()) == 1;
    plain.resize(opened ? size : 0);
    EVP_PKEY_CTX_free(opening);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    return plain;
}

Bytes hash_of(const Bytes& file, std::initializer_list<std::uint32_t> tags) {
    Bytes objects;
    for (const auto tag : tags) {
        const auto whole = find(tlv(file).value().value, tag).value().whole;
        objects.insert(objects.end(), whole.begin(), whole.end());
    }
    const auto hash = sha256(objects);
    return {hash.begin(), hash.end()};
}

}  // namespace

TEST_CASE("照合番号B opens the surface, only A the picture of 個人番号, the birth date only the age",
          "[cardreader][virtual][surface]") {
    auto card = selected();
    for (const auto& closed : {kAge, kSurface, kNumber}) CHECK(card.answer(closed) == kRefused);
    REQUIRE(card.answer(kByB) == hex("9000"));
    CHECK(given(card.answer(kSurface)));
    CHECK(card.answer(kNumber) == kRefused);
    CHECK(card.answer(kAge) == kRefused);

    auto by_a = selected();
    REQUIRE(by_a.answer(kByA) == hex("9000"));
    CHECK(given(by_a.answer(kSurface)));
    CHECK(given(by_a.answer(kNumber)));

    auto by_birth = selected();
    REQUIRE(by_birth.answer(kByBirth) == hex("9000"));
    CHECK(given(by_birth.answer(kAge)));
    CHECK(by_birth.answer(kSurface) == kRefused);
}

TEST_CASE("the surface counts its own ten tries, whatever was typed for the text",
          "[cardreader][virtual][surface]") {
    auto card = selected();
    CHECK(card.answer(hex("00200092")) == hex("63CA"));
    CHECK(card.answer(hex("00200092 0E 3030303030303030303030303030")) == hex("63C9"));
    REQUIRE(card.answer(hex("00A4040C0AD3921000310001010408")) == hex("9000"));
    CHECK(card.answer(hex("00200095")) == hex("63CA"));
    REQUIRE(card.answer(hex("00200095 0E 3538303830393230333334383231")) == hex("9000"));
    REQUIRE(card.answer(kSelect) == hex("9000"));
    CHECK(card.answer(kSurface) == kRefused);
}

TEST_CASE("the offsets of the surface point at its objects, signed or not",
          "[cardreader][virtual][surface]") {
    for (const auto* issuer : {&authority(), static_cast<const Authority*>(nullptr)}) {
        const auto surface = file(2, issuer);
        std::vector<std::uint32_t> tags;
        const auto offsets = part(surface, 0xDF21);
        for (std::size_t i = 0; i < offsets.size(); i += 2) {
            const auto at = static_cast<std::size_t>(offsets[i] << 8 | offsets[i + 1]);
            tags.push_back(tlv(ByteView(surface).subspan(at)).value().tag);
        }
        const std::vector<std::uint32_t> all{0xDF22, 0xDF23, 0xDF24, 0xDF25, 0xDF26,
                                             0xDF27, 0xDF28, 0xDF29, 0xDF2A};
        const std::vector<std::uint32_t> unsigned_card{0xDF22, 0xDF23, 0xDF25, 0xDF26,
                                                       0xDF27, 0xDF29, 0xDF2A};
        CHECK(tags == (issuer ? all : unsigned_card));
    }
}

TEST_CASE("name and address are pictures of one bit a pixel, the numbers have the card's sizes",
          "[cardreader][virtual][surface]") {
    const auto surface = file(2);
    CHECK(size_of_png(part(surface, 0xDF25))->height == 24);
    CHECK(size_of_png(part(surface, 0xDF26))->height == 24);
    CHECK(size_of_png(part(surface, 0xDF2A)) == Size{24, 12});
    const auto number = file(5);
    CHECK(size_of_png(part(number, 0xDF41)) == Size{72, 12});
    const auto expiry = part(surface, 0xDF29);
    CHECK(std::string(expiry.begin(), expiry.end()) == "20330809");

    // One line is too short for it: nothing is cut off.
    CHECK(size_of_png(text_picture(persona("long-latin-name").name, 24))->height > 48);
    CHECK(text_picture("1", 12) != text_picture("2", 12));
    CHECK(size_of_png(text_picture("", 12)));
}

TEST_CASE("the picture of a name shows the very form that was asked for", "[cardreader][virtual][surface]") {
    CHECK(text_picture("邉\U000E0110", 24) != text_picture("邉", 24));
    CHECK(text_picture("\U00020BB7", 24) != text_picture("吉", 24));
    CHECK(size_of_png(text_picture("邉\U000E0110", 24)) == Size{24, 24});
}

TEST_CASE("the face is a JPEG 2000 picture in grey", "[cardreader][virtual][surface]") {
    const auto surface = file(2);
    const auto face = part(surface, 0xDF27);
    const auto start = hex("FF4F FF51");
    REQUIRE(std::equal(start.begin(), start.end(), face.begin()));
    CHECK(Size{big_endian(face, 8), big_endian(face, 12)} == Size{60, 80});
    CHECK(face[41] == 1);  // one component
    CHECK((face[face.size() - 2] == 0xFF && face.back() == 0xD9));
}

TEST_CASE("the signer of the surface signed its text, its pictures and its face, and was certified",
          "[cardreader][virtual][surface]") {
    const auto surface = file(2);
    auto hashes = hash_of(surface, {0xDF22, 0xDF23, 0xDF24});
    for (const auto& more : {hash_of(surface, {0xDF25, 0xDF26}), hash_of(surface, {0xDF27})})
        hashes.insert(hashes.end(), more.begin(), more.end());
    auto expected = hex("3071 300D 0609608648016503040201 0500 0460");
    expected.insert(expected.end(), hashes.begin(), hashes.end());
    const auto certificate = file(4);
    CHECK(recovered(part(surface, 0xDF28), certificate) == expected);

    const auto body = part(certificate, 0x5F4E);
    CHECK(std::ranges::equal(body.first(16), Authority::key_id(Hierarchy::Surface)));
    CHECK(authority().anchors().front().key.verifies(part(certificate, 0x5F37), body));
    // The reader's anchor is the other hierarchy's: a surface certificate vouches for no four items.
    const auto text = issue_my_number_card(persona("yoshibe"), &authority()).applications.front().files;
    CHECK(my_number::check(
              {.four_items = text.at(2).content, .signature = text.at(3).content, .certificate = certificate},
              authority().anchors()) ==
          Authenticity{.verdict = Verdict::Failed, .failed_at = CheckStep::Anchor});
}

TEST_CASE("reading a card with all its applications touches no 個人番号", "[cardreader][virtual][surface]") {
    FaultyCard card{selected()};
    SoftwareSession session(card);
    const auto person = persona("yoshibe");
    REQUIRE(read_four_items(session, *Pin::from_digits(person.pin), authority().anchors(), Challenge::Yes));
    REQUIRE(read_four_items(session, *NumberB::from_digits(person.number_b), authority().anchors()));
    CHECK_FALSE(my_number_touched(card.card()));

    auto asked = selected();
    REQUIRE(asked.answer(kByA) == hex("9000"));
    REQUIRE(given(asked.answer(kNumber)));
    CHECK(my_number_touched(asked));
}
