#include "cardreader/my_number/authenticity.hpp"

#include <openssl/evp.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "cardreader/my_number/parse.hpp"
#include "cardreader/my_number/read.hpp"
#include "cardreader/tlv.hpp"
#include "cardreader/virtual/authority.hpp"
#include "tests/cardreader/scripted_card.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using my_number::Evidence;
using virtual_card::Authority;

namespace {

struct CardFiles {
    Bytes four_items, signature, certificate;
    [[nodiscard]] Evidence evidence() const {
        return {.four_items = four_items, .signature = signature, .certificate = certificate};
    }
};

CardFiles files_of(const virtual_card::Persona& person, const Authority& authority) {
    const auto chip = virtual_card::issue_my_number_card(person, &authority);
    const auto& files = chip.applications.front().files;
    return {.four_items = files.at(2).content,
            .signature = files.at(3).content,
            .certificate = files.at(4).content};
}

void flip(Bytes& bytes, std::size_t at) {
    bytes.at(at) ^= 0x01;
}

// Where the value of an object lies in the file.
std::size_t place_of(const Bytes& file, std::uint32_t tag) {
    const auto whole = tlv(file).value();
    return static_cast<std::size_t>(find(whole.value, tag).value().value.data() - file.data());
}

Authenticity failed(CheckStep step) {
    return {.verdict = Verdict::Failed, .failed_at = step};
}

// What stands between the lines of dashes, without Base64.
std::string der_of(const std::string& pem) {
    std::string packed;
    std::istringstream lines(pem);
    for (std::string line; std::getline(lines, line);)
        if (!line.starts_with("-----")) packed += line;
    std::string der(packed.size(), '\0');
    void* const to = der.data();
    const void* const from = packed.data();
    const int size = EVP_DecodeBlock(static_cast<unsigned char*>(to), static_cast<const unsigned char*>(from),
                                     static_cast<int>(packed.size()));
    // It counts the filler of the last four letters too.
    der.resize(static_cast<std::size_t>(size) - static_cast<std::size_t>(std::ranges::count(packed, '=')));
    return der;
}

// One for all tests: making keys takes longer than everything else here.
const Authority& authority() {
    static const auto made = Authority::make();
    return made;
}

}  // namespace

TEST_CASE("every persona's signed card is verified against its issuer's anchor",
          "[cardreader][authenticity]") {
    const auto anchors = authority().anchors();
    for (const auto& name : all_personas()) {
        INFO(name);
        CHECK(my_number::check(files_of(persona(name), authority()).evidence(), anchors).verdict ==
              Verdict::Verified);
    }
}

TEST_CASE("without anchors nothing is checked, which is not a yes", "[cardreader][authenticity]") {
    CHECK(my_number::check(files_of(persona("yoshibe"), authority()).evidence(), {}) == Authenticity{});
    CHECK(Authenticity{}.verdict == Verdict::NotChecked);
}

TEST_CASE("one flipped bit in any of the four items is found", "[cardreader][authenticity]") {
    for (const std::uint32_t tag : {0xDF22u, 0xDF23u, 0xDF24u, 0xDF25u}) {
        auto files = files_of(persona("yoshibe"), authority());
        flip(files.four_items, place_of(files.four_items, tag));
        CHECK(my_number::check(files.evidence(), authority().anchors()) == failed(CheckStep::Items));
    }
}

TEST_CASE("one flipped bit in either hash or the signature is found", "[cardreader][authenticity]") {
    for (const std::uint32_t tag : {0xDF31u, 0xDF32u, 0xDF33u}) {
        auto files = files_of(persona("yoshibe"), authority());
        flip(files.signature, place_of(files.signature, tag));
        CHECK(my_number::check(files.evidence(), authority().anchors()) == failed(CheckStep::Signature));
    }
}

TEST_CASE("one flipped bit anywhere in the certificate is found", "[cardreader][authenticity]") {
    const auto whole = files_of(persona("yoshibe"), authority());
    const auto anchors = authority().anchors();
    const auto size = tlv(whole.certificate).value().whole.size();
    for (std::size_t at = 0; at < size; ++at) {
        auto files = whole;
        flip(files.certificate, at);
        INFO(at);
        CHECK(my_number::check(files.evidence(), anchors).verdict == Verdict::Failed);
    }
}

TEST_CASE("a certificate of an issuer nobody knows is never ok", "[cardreader][authenticity]") {
    const auto files = files_of(persona("yoshibe"), authority());
    auto anchors = authority().anchors();
    anchors.front().id[0] = '5';

    CHECK(my_number::check(files.evidence(), anchors) == failed(CheckStep::Anchor));
}

TEST_CASE("a swapped certificate and an issuer who only has the right name are refused",
          "[cardreader][authenticity]") {
    const auto impostor = Authority::make();
    auto files = files_of(persona("yoshibe"), authority());

    files.certificate = impostor.certificate_file();
    CHECK(my_number::check(files.evidence(), authority().anchors()) == failed(CheckStep::Certificate));
    CHECK(my_number::check(files.evidence(), impostor.anchors()) == failed(CheckStep::Signature));
}

TEST_CASE("the items of one card with the signature of another are refused", "[cardreader][authenticity]") {
    auto files = files_of(persona("yoshibe"), authority());
    files.signature = files_of(persona("yoshida-hanako"), authority()).signature;

    CHECK(my_number::check(files.evidence(), authority().anchors()) == failed(CheckStep::Items));
}

TEST_CASE("files cut anywhere are failures, and nothing is read past their ends",
          "[cardreader][authenticity]") {
    const auto whole = files_of(persona("yoshibe"), authority());
    const auto anchors = authority().anchors();
    for (std::size_t size = 0; size < tlv(whole.signature)->whole.size(); size += 7) {
        auto files = whole;
        files.signature.resize(size);
        CHECK(my_number::check(files.evidence(), anchors) == failed(CheckStep::Signature));
    }
    for (std::size_t size = 0; size < tlv(whole.certificate)->whole.size(); size += 7) {
        auto files = whole;
        files.certificate.resize(size);
        CHECK(my_number::check(files.evidence(), anchors) == failed(CheckStep::Certificate));
    }
}

TEST_CASE("reading with anchors verifies the card and still never touches 個人番号",
          "[cardreader][authenticity]") {
    const auto person = persona("address-over-255-bytes");
    virtual_card::FaultyCard card{
        virtual_card::SoftwareCard(virtual_card::issue_my_number_card(person, &authority()))};
    SoftwareSession session(card);

    const auto items =
        read_four_items(session, *NumberB::from_digits(person.number_b), authority().anchors());

    REQUIRE(items);
    CHECK(items->authenticity.verdict == Verdict::Verified);
    CHECK_FALSE(my_number_touched(card.card()));
}

TEST_CASE("a chip that holds its own key proves it; its files on another chip are found out",
          "[cardreader][authenticity]") {
    const auto person = persona("yoshibe");
    const auto anchors = authority().anchors();
    const auto authenticity_of = [&](virtual_card::Chip chip) {
        virtual_card::FaultyCard card{virtual_card::SoftwareCard(std::move(chip))};
        SoftwareSession session(card);
        return read_four_items(session, *Pin::from_digits(person.pin), anchors, Challenge::Yes)
            .value()
            .authenticity;
    };
    const auto genuine = virtual_card::issue_my_number_card(person, &authority());
    CHECK(authenticity_of(genuine) ==
          Authenticity{.verdict = Verdict::Verified, .own_key = true, .test_issuer = true});

    auto other_key = genuine;
    other_key.applications.front().keys.at(0x13).private_pem =
        virtual_card::PrivateKey::generate().private_pem();
    CHECK(authenticity_of(other_key) == failed(CheckStep::CardKey));

    auto no_key = genuine;
    no_key.applications.front().keys.clear();
    CHECK(authenticity_of(no_key) == failed(CheckStep::CardKey));

    for (const std::uint32_t tag : {0xDF51u, 0xDF52u}) {
        auto flipped = genuine;
        auto& file = flipped.applications.front().files.at(7).content;
        flip(file, place_of(file, tag) + 20);
        CHECK(authenticity_of(flipped) == failed(CheckStep::CardKey));
    }

    // A card of another kind may have no such key: its files are good, and no more is said.
    auto without = genuine;
    without.applications.front().files.erase(7);
    CHECK(authenticity_of(without) == Authenticity{.verdict = Verdict::Verified, .test_issuer = true});
}

TEST_CASE("no two challenges are alike", "[cardreader][authenticity]") {
    const auto person = persona("yoshibe");
    virtual_card::FaultyCard card{
        virtual_card::SoftwareCard(virtual_card::issue_my_number_card(person, &authority()))};
    SoftwareSession session(card);
    for (int i = 0; i < 2; ++i)
        REQUIRE(
            read_four_items(session, *Pin::from_digits(person.pin), authority().anchors(), Challenge::Yes));
    std::vector<Bytes> challenges;
    for (const auto& command : session.commands)
        if (command[0] == 0x80) challenges.push_back(command);
    REQUIRE(challenges.size() == 2);
    CHECK(challenges[0] != challenges[1]);
}

TEST_CASE("a card without signature files is read, and fails the check", "[cardreader][authenticity]") {
    const auto person = persona("yoshibe");
    auto card = card_of(person);
    SoftwareSession session(card);

    const auto items = read_four_items(session, *Pin::from_digits(person.pin), authority().anchors());

    REQUIRE(items);
    CHECK(items->name == person.name);
    CHECK(items->authenticity == failed(CheckStep::Certificate));
}

TEST_CASE("a card of the test hierarchy is never taken for a resident's", "[cardreader][authenticity]") {
    const auto files = files_of(persona("yoshibe"), authority());
    CHECK(my_number::check(files.evidence(), authority().anchors()) ==
          Authenticity{.verdict = Verdict::Verified, .test_issuer = true});
    CHECK(for_tests_only(Authority::key_id()));
    auto real = Authority::key_id();
    real[0] = '5';
    CHECK_FALSE(for_tests_only(real));
}

TEST_CASE("an anchor may be PEM or DER", "[cardreader][authenticity]") {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("kakanai-der-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const auto file = folder / "36303030303333080530303100000000.der";
    const auto der = der_of(authority().anchor_pem());
    std::ofstream(file, std::ios::binary).write(der.data(), std::ssize(der));
    const auto anchors = load_trust_anchors(folder);
    REQUIRE(anchors);
    CHECK(my_number::check(files_of(persona("yoshibe"), authority()).evidence(), *anchors).verdict ==
          Verdict::Verified);

    std::ofstream(file, std::ios::binary) << "no key";
    CHECK(load_trust_anchors(folder).error().file == file);
    fs::remove_all(folder);
}

TEST_CASE("a folder named is meant before the one of the environment, and none when there is none",
          "[cardreader][authenticity]") {
    CHECK(choose_anchors("here", "there") == "here");
    CHECK(choose_anchors("", "there") == "there");
    CHECK(choose_anchors("", "").has_value() == std::filesystem::exists(kAnchorsFolder));
}

TEST_CASE("a folder of anchors is read whole or refused with the file that is wrong",
          "[cardreader][authenticity]") {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("kakanai-anchors-" + std::to_string(getpid()));
    const auto made = Authority::in_folder(folder);
    REQUIRE(made);
    const auto anchors = load_trust_anchors(folder / "anchors");
    REQUIRE(anchors);
    CHECK(my_number::check(files_of(persona("yoshibe"), *made).evidence(), *anchors).verdict ==
          Verdict::Verified);
    CHECK(Authority::in_folder(folder)->anchor_pem() == made->anchor_pem());

    std::ofstream(folder / "anchors" / "36303030303333080530303200000000.pem") << "no key";
    const auto bad_key = load_trust_anchors(folder / "anchors");
    REQUIRE_FALSE(bad_key);
    CHECK(bad_key.error().file.filename() == "36303030303333080530303200000000.pem");
    fs::rename(folder / "anchors" / "36303030303333080530303200000000.pem",
               folder / "anchors" / "issuer.pem");
    CHECK_FALSE(load_trust_anchors(folder / "anchors"));
    CHECK_FALSE(load_trust_anchors(folder / "nowhere"));
    fs::remove_all(folder);
}
