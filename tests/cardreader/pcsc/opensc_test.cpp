#include <catch2/catch.hpp>

#include "cardreader/virtual/more_applications.hpp"
#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;

namespace {

virtual_card::FaultyCard card_with_certificates() {
    const auto person = persona("yoshibe");
    auto chip = virtual_card::issue_my_number_card(person);
    chip.applications.push_back(virtual_card::certificates_application(person));
    return virtual_card::FaultyCard(virtual_card::SoftwareCard(std::move(chip)));
}

// OpenSC leaves a right PIN standing and then takes the card for a stranger's; reading the tries powers the
// card down.
std::string then_power_down(const std::string& line) {
    return line + " && " KAKANAI_CARD " tries >/dev/null";
}

bool succeeds(const std::string& line) {
    const auto ran = run_shell(line);
    INFO(line << "\n" << ran.out << ran.error);
    CHECK(ran.code == 0);
    return ran.code == 0;
}

}  // namespace

TEST_CASE("OpenSC, which we did not write, lists, reads, signs and verifies with the software card",
          "[opensc]") {
    const PrivatePcscd pcscd;
    LaidCard laid(card_with_certificates());
    REQUIRE(succeeds("echo 'a message' >/run/message"));

    const auto listed = run_shell("pkcs15-tool --list-certificates");
    for (const auto* name : {"[User Authentication Certificate]", "[Digital Signature Certificate]",
                             "[User Authentication Certificate CA]", "[Digital Signature Certificate CA]"})
        CHECK(listed.out.find(name) != std::string::npos);

    REQUIRE(succeeds(then_power_down("pkcs15-tool --read-certificate 01 >/run/auth.pem")));
    REQUIRE(succeeds(then_power_down("pkcs15-tool --read-certificate 03 >/run/ca.pem")));
    CHECK(succeeds("openssl verify -CAfile /run/ca.pem /run/auth.pem"));

    REQUIRE(succeeds(then_power_down(
        "pkcs11-tool --slot-index 0 --login --pin 1234 --sign --mechanism SHA256-RSA-PKCS --id 01 "
        "--input-file /run/message --output-file /run/signature")));
    CHECK(
        succeeds("openssl x509 -in /run/auth.pem -noout -pubkey >/run/auth.pub && "
                 "openssl dgst -sha256 -verify /run/auth.pub -signature /run/signature /run/message"));
    CHECK(
        succeeds(then_power_down("pkcs11-tool --slot-index 0 --verify --mechanism SHA256-RSA-PKCS --id 01 "
                                 "--input-file /run/message --signature-file /run/signature")));

    REQUIRE(succeeds(then_power_down(
        "pkcs15-tool --verify-pin --auth-id 02 --pin KAKANAI2026 --read-certificate 02 >/run/sign.pem")));
    CHECK(run_shell("openssl x509 -in /run/sign.pem -noout -text").out.find("𠮷邉󠄐　健一") !=
          std::string::npos);
    CHECK(succeeds("openssl verify -CAfile /run/ca.pem /run/sign.pem"));

    const auto wrong_pin = run_shell(
        "pkcs11-tool --slot-index 0 --login --pin 9999 --sign --mechanism SHA256-RSA-PKCS --id 01 "
        "--input-file /run/message --output-file /run/forged");
    CHECK(wrong_pin.code != 0);
}

TEST_CASE("a signature key signs only for who has given its password, and tells no stranger whose it is",
          "[virtual]") {
    auto card = card_with_certificates();
    SoftwareSession session(card);
    const auto status = [&](std::initializer_list<std::uint8_t> command) {
        return session.transmit(Bytes(command)).value().status;
    };
    REQUIRE(status({0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00,
                    0x01}) == StatusWord::Ok);

    CHECK(status({0x00, 0xB0, 0x81, 0x00, 0x00}) == StatusWord{0x6982});
    REQUIRE(status({0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x1A}) == StatusWord::Ok);
    CHECK(status({0x80, 0x2A, 0x00, 0x80, 0x01, 0x30, 0x00}) == StatusWord{0x6982});
}

TEST_CASE("the common application tells expiry and municipality without a PIN", "[virtual]") {
    auto card = card_of(persona("yoshibe"));
    SoftwareSession session(card);
    const Bytes select{0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0x10,
                       0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00};
    REQUIRE(session.transmit(select)->status == StatusWord::Ok);

    const auto record = session.transmit(Bytes{0x00, 0xB2, 0x01, 0x0C, 0x00}).value();

    CHECK(std::string(record.data.begin() + 2, record.data.end()) == "0000000000000019999920330809");
}
