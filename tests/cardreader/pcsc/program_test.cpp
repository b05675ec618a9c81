#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cardreader/error.hpp"
#include "tests/cardreader/pcsc/private_pcscd.hpp"
#include "tests/cardreader/software_session.hpp"

using namespace cardreader;
using nlohmann::json;

namespace {

constexpr int exit_code(Errc code) {
    return 10 + static_cast<int>(code);
}

}  // namespace

TEST_CASE("kakanai-card reads every persona byte for byte", "[program]") {
    const PrivatePcscd pcscd;
    for (const auto& name : all_personas()) {
        INFO(name);
        const auto person = persona(name);
        LaidCard laid(card_of(person));

        const auto read = run_card("read --number-b-stdin", person.number_b + "\n");

        REQUIRE(read.code == 0);
        const auto items = json::parse(read.out);
        CHECK(items["name"] == person.name);
        CHECK(items["address"] == person.address);
        CHECK(items["sex"] == person.sex);
        CHECK(items["authenticity"] == "not_checked");
        if (person.pin_tries > 1) {
            CHECK(json::parse(run_card("read --pin-stdin", person.pin).out) == items);
        }
        laid.lift();
    }
}

TEST_CASE("kakanai-card says what is wrong in words, in JSON and by its exit code", "[program]") {
    PrivatePcscd pcscd;
    const auto person = persona("yoshibe");

    const auto without_card = run_card("read --pin-stdin", "1234\n");
    CHECK(without_card.code == exit_code(Errc::NoCard));
    CHECK(json::parse(without_card.out) == json{{"error", "no_card"}});
    CHECK(without_card.error == "カードを置いてください。\n");
    CHECK(run_card("read --pin-stdin --lang en", "1234").error == "Place the card on the reader.\n");
    CHECK(run_card("read --pin-stdin --json", "1234").error.empty());
    CHECK(run_card("read --pin-stdin --reader another", "1234").code == exit_code(Errc::NoReader));

    {
        LaidCard laid(card_of(person));
        CHECK(run_card("tries --json").out == "{\"pin\":3,\"number_b\":10}\n");
        const auto traced = run_card("read --pin-stdin --trace", "1234\n");
        CHECK(traced.error.find("> 00200091 <5 bytes>  < <0 bytes> 9000") != std::string::npos);
        CHECK(traced.error.find("31323334") == std::string::npos);
        const auto wrong = run_card("read --pin-stdin", "4321\n");
        CHECK(wrong.code == exit_code(Errc::WrongPin));
        CHECK(json::parse(wrong.out) == json{{"error", "wrong_pin"}, {"tries_left", 2}});
        CHECK(run_card("read --pin-stdin", "4321").code == exit_code(Errc::WrongPin));
        CHECK(run_card("read --pin-stdin", "1234").code == exit_code(Errc::PinAtRisk));
        CHECK(run_card("tries --json").out == "{\"pin\":1,\"number_b\":10}\n");
        laid.lift();
    }
    {
        LaidCard locked(card_of(persona("locked-pin")));
        const auto read = run_card("read --pin-stdin", "7777");
        CHECK(read.code == exit_code(Errc::PinLocked));
        CHECK(json::parse(read.out) == json{{"error", "pin_locked"}, {"tries_left", 0}, {"detail", "6984"}});
        locked.lift();
    }
    {
        LaidCard lifted(card_of(person, {{.kind = virtual_card::FaultKind::Removed, .at = 4}}));
        CHECK(run_card("read --pin-stdin", "1234").code == exit_code(Errc::CardRemoved));
    }
    pcscd.kill();
    CHECK(run_card("read --pin-stdin", "1234").code == exit_code(Errc::NoService));
    CHECK(run_card("list").code == exit_code(Errc::NoService));
}

TEST_CASE("kakanai-card remembers a chosen reader by its name", "[program]") {
    const PrivatePcscd pcscd;
    const auto person = persona("yoshibe");
    LaidCard laid(card_of(person), PrivatePcscd::kFirstReader);
    const auto with_choice = [](const std::string& arguments, const std::string& input = "") {
        return run_card(arguments + " --chosen /run/kakanai/reader", input);
    };
    const auto read = [&] { return with_choice("read --pin-stdin", "1234").code; };

    CHECK(read() == 0);
    CHECK(with_choice("choose 'another reader'").code == exit_code(Errc::NoReader));
    CHECK(read() == 0);
    CHECK(with_choice(std::string("choose '") + PrivatePcscd::kSecondName + "'").code == 0);
    CHECK(read() == exit_code(Errc::NoCard));
    CHECK(with_choice(std::string("tries --reader '") + PrivatePcscd::kFirstName + "'").code == 0);
    CHECK(with_choice(std::string("choose '") + PrivatePcscd::kFirstName + "'").code == 0);
    CHECK(read() == 0);
    CHECK(with_choice("choose").code == 0);
    CHECK(with_choice("choose").code == 0);
    CHECK(read() == 0);
}

TEST_CASE("digits that cannot be a PIN are wrong usage and cost no try", "[program]") {
    const PrivatePcscd pcscd;
    LaidCard laid(card_of(persona("yoshibe")));

    for (const auto* typed : {"", "123\n", "12345\n", "12a4\n", "１２３４\n"}) {
        INFO(typed);
        const auto read = run_card("read --pin-stdin", typed);
        CHECK(read.code == 2);
        CHECK(read.out.empty());
    }
    CHECK(laid.card().commands() == 0);
    CHECK(run_card("read").code == 2);
    CHECK(run_card("read --pin-stdin --number-b-stdin", "1234").code == 2);
    CHECK(run_card("").code == 2);
    CHECK(run_card("virtual --persona /nowhere.toml").code == 2);
}

TEST_CASE("the doctor finds the virtual reader and a missing pcscd, and prints the polkit rule",
          "[program]") {
    PrivatePcscd pcscd;
    const auto with_pcscd = run_card("doctor --json");
    CHECK(with_pcscd.code == 1);
    const auto findings = json::parse(with_pcscd.out);
    CHECK(findings[0] == json{{"check", "service"}, {"ok", true}});
    CHECK(findings[3]["ok"] == false);

    pcscd.kill();
    CHECK(run_card("doctor").out.find("service") != std::string::npos);
    CHECK(json::parse(run_card("doctor --json").out)[0]["ok"] == false);
    CHECK(run_card("doctor --polkit-rule").out.find("org.debian.pcsc-lite.access_pcsc") != std::string::npos);
}

TEST_CASE("the help lists every exit code in both languages and the version is told", "[program]") {
    const PrivatePcscd the_run_folder_is_ours;
    for (const auto* language : {"", "--lang en"}) {
        const auto help = run_card(std::string("--help ") + language);
        CHECK(help.code == 0);
        for (int code = 0; code <= static_cast<int>(Errc::Cancelled); ++code)
            CHECK(help.out.find(std::to_string(10 + code) + " " +
                                std::string(name(static_cast<Errc>(code)))) != std::string::npos);
    }
    CHECK(run_card("--version").out == "kakanai-card " KAKANAI_VERSION "\n");
}

TEST_CASE("kakanai-card virtual lays a card that another process reads", "[program]") {
    const PrivatePcscd pcscd;
    const auto file = persona_file("yoshibe").string();

    const auto both = run_shell(
        KAKANAI_CARD " virtual --persona " + file +
        " & lying=$!; for i in $(seq 100); do " KAKANAI_CARD
        " list --json | grep -q '\"card\":true' && break; sleep 0.1; done; echo 1234 | " KAKANAI_CARD
        " read --pin-stdin; kill $lying; wait $lying");

    CHECK(both.code == 0);
    CHECK(json::parse(both.out)["name"] == persona("yoshibe").name);
}

TEST_CASE("kakanai-card verifies a card of the issuer it trusts and nobody else's", "[program]") {
    const PrivatePcscd pcscd;
    const auto lay = [](const std::string& issuer) {
        return std::string(KAKANAI_CARD " virtual --authority /run/") + issuer + " --persona " +
               persona_file("yoshibe").string() +
               " & lying=$!; for i in $(seq 100); do " KAKANAI_CARD
               " list --json | grep -q '\"card\":true' && break; sleep 0.1; done; ";
    };
    const std::string read =
        "echo 1234 | " KAKANAI_CARD " read --pin-stdin --challenge --anchors /run/ours/anchors; ";

    const auto ours = run_shell(lay("ours") + read + "kill $lying; wait $lying; sleep 0.9");
    CHECK(json::parse(ours.out)["authenticity"] == "verified");
    CHECK(json::parse(ours.out)["own_key"] == true);
    CHECK(json::parse(ours.out)["test_issuer"] == true);

    const auto strangers = run_shell(lay("theirs") + read + "kill $lying; wait $lying");
    CHECK(json::parse(strangers.out)["authenticity"] == "failed");
    CHECK(json::parse(strangers.out)["failed_at"] == "certificate");
    CHECK(run_card("read --pin-stdin --anchors /run/nowhere", "1234").code == 2);
}

TEST_CASE(
    "kakanai-card reads a driver's licence with its moved address, and says when the other card was meant",
    "[program]") {
    const PrivatePcscd pcscd;
    auto driver = persona("sex-not-applicable");
    driver.moved_to = "言葉県書かない市港町２丁目";
    LaidCard laid(
        virtual_card::FaultyCard(virtual_card::SoftwareCard(virtual_card::issue_drivers_licence(driver))));

    const auto read = run_card("read --licence --pin-stdin", driver.pin);
    REQUIRE(read.code == 0);
    const auto items = json::parse(read.out);
    CHECK(items["source"] == "drivers_licence");
    CHECK(items["name"] == driver.name);
    CHECK(items["address"] == driver.moved_to);
    CHECK(items["sex"] == "0");

    const auto listed = json::parse(run_card("list --json").out);
    CHECK(listed[0]["kind"] == "drivers_licence");
    CHECK_FALSE(listed[1].contains("kind"));
    CHECK(run_card("list").out == std::string(PrivatePcscd::kFirstName) + "\t運転免許証\n" +
                                      PrivatePcscd::kSecondName + "\tカードなし\n");

    const auto mistaken = run_card("read --pin-stdin", driver.pin);
    CHECK(mistaken.code == exit_code(Errc::UnknownCard));
    CHECK(json::parse(mistaken.out)["card"] == "drivers_licence");
    CHECK(mistaken.error.find("運転免許証") != std::string::npos);
}
