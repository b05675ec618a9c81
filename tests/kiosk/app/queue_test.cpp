#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/app/command.hpp"
#include "kiosk/output/acknowledgement.hpp"
#include "tests/kiosk/reception/sample.hpp"

using namespace kiosk;
using namespace kiosk::reception::test;
using nlohmann::json;

namespace {

/// An office whose staff sit at a terminal.
struct Terminal {
    Office office;
    std::ostringstream out, err;
    reception::Moment now = morning(1h);

    int run(std::vector<std::string> words) {
        out.str({});
        err.str({});
        const Surroundings around{.environment = {{"KAKANAI_STATE", office.place.state.string()},
                                                  {"KAKANAI_KEY", office.place.key.string()},
                                                  {"USER", "s001"}},
                                  .now = now,
                                  .assets = KAKANAI_SOURCE_DIR "/assets",
                                  .out = &out,
                                  .err = &err};
        return command_queue(words, around);
    }
    reception::PackageId accepted() {
        const auto reception = plain_reception(office.new_id());
        REQUIRE(office.store().accept(reception));
        return reception.package_id;
    }
    void answer(const reception::PackageId& id, const std::string& status) {
        std::ofstream(inbox_folder(office.place) / (id.text() + ".ack.json"))
            << R"({"status":")" << status
            << R"(","externalRef":"K-1","by":"core","at":"2026-11-22T12:00:00+09:00"})";
    }
    std::string state_of(const reception::PackageId& id) {
        return std::string(word(office.store().find(id)->state));
    }
};

}  // namespace

TEST_CASE("the list names numbers and states and nobody", "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();

    CHECK(terminal.run({"list"}) == 0);
    CHECK(terminal.out.str().find("1122-001  受付済  A1  bereavement") == 0);
    CHECK(terminal.out.str().find("健一") == std::string::npos);
    CHECK(terminal.run({"list", "--lang", "en"}) == 0);
    CHECK(terminal.out.str().find("1 receptions") != std::string::npos);
    CHECK(terminal.run({"--json", "list"}) == 0);
    CHECK(json::parse(terminal.out.str())[0]["packageId"] == id.text());
}

TEST_CASE("whoever looks at a person leaves a row in the audit", "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();

    CHECK(terminal.run({"show", "1122-001"}) == 0);
    CHECK(terminal.out.str().find("name: 𠮷邉\U000E0110 健一  [card]") != std::string::npos);
    CHECK(terminal.out.str().find("健康保険: 国民健康保険  [resident]") != std::string::npos);
    CHECK(terminal.out.str().find("年金: わからない") != std::string::npos);
    const auto row = terminal.office.store().audit()->back();
    CHECK(row.action == "shown");
    CHECK(row.who == "s001");
    CHECK(row.package_id == id.text());

    CHECK(terminal.run({"show", "--json", id.text()}) == 0);
    CHECK(json::parse(terminal.out.str())["reception"]["persons"][0]["fields"]["name"]["value"] == kName);
}

TEST_CASE("export, acknowledgement, purge: the whole life of a package", "[app][queue]") {
    Terminal terminal;
    const auto first = terminal.accepted(), second = terminal.accepted();

    REQUIRE(terminal.run({"export"}) == 0);
    const fs::path folder(terminal.out.str().substr(0, terminal.out.str().find('\n')));
    CHECK(fs::exists(folder / "READY"));
    CHECK(terminal.state_of(first) == "exported");
    CHECK(terminal.run({"reconcile"}) == 1);
    CHECK(terminal.run({"verify"}) == 0);

    terminal.answer(first, "imported");
    terminal.answer(second, "rejected");
    CHECK(terminal.run({"ack"}) == 0);
    CHECK(terminal.out.str().find("1122-001  取込確認済") != std::string::npos);
    CHECK(terminal.out.str().find("1122-002  差戻し") != std::string::npos);
    CHECK(fs::is_empty(inbox_folder(terminal.office.place)));

    CHECK(terminal.run({"resend", "1122-002"}) == 0);
    CHECK(terminal.state_of(second) == "exported");
    terminal.answer(second, "duplicate");
    CHECK(terminal.run({"ack"}) == 0);
    CHECK(terminal.state_of(second) == "imported");
    CHECK(terminal.run({"reconcile"}) == 0);

    terminal.now = morning(24h * 6);
    CHECK(terminal.run({"purge"}) == 0);
    CHECK(terminal.out.str() == "0 件を消しました\n");
    terminal.now = morning(24h * 9);
    CHECK(terminal.run({"purge"}) == 0);
    CHECK(terminal.out.str() == "2 件を消しました\n");
    CHECK_FALSE(fs::exists(folder));
    CHECK_FALSE(appears_below(terminal.office.place.state, "健一"));
    CHECK(terminal.run({"show", "1122-001"}) == 1);
    CHECK(terminal.err.str().find("R08") == 0);
    CHECK(terminal.run({"verify"}) == 0);
}

TEST_CASE("an acknowledgement that is not what was agreed changes nothing and stays where it lies",
          "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();
    REQUIRE(terminal.run({"export"}) == 0);
    auto name = id.text() + ".ack.json";
    std::string text = R"({"status":"imported"})";

    SECTION("another word") {
        text = R"({"status":"registered"})";
    }
    SECTION("no JSON") {
        text = "imported";
    }
    SECTION("a status that is no text") {
        text = R"({"status":1})";
    }
    SECTION("an array") {
        text = "[]";
    }
    SECTION("too large") {
        text = R"({"status":"imported","x":")" + std::string(70'000, 'x') + "\"}";
    }
    SECTION("a name that is no id") {
        name = "1.ack.json";
    }
    SECTION("an id nobody exported") {
        name = terminal.accepted().text() + ".ack.json";
    }

    const auto file = inbox_folder(terminal.office.place) / name;
    std::ofstream(file) << text;

    CHECK(terminal.run({"ack"}) == 1);
    CHECK(fs::exists(file));
    CHECK(terminal.state_of(id) == "exported");
    CHECK_FALSE(terminal.err.str().empty());
}

TEST_CASE("verify names the package file that was touched", "[app][queue]") {
    Terminal terminal;
    (void)terminal.accepted();
    REQUIRE(terminal.run({"export"}) == 0);
    const fs::path folder(terminal.out.str().substr(0, terminal.out.str().find('\n')));

    SECTION("changed") {
        std::ofstream(folder / "person.csv", std::ios::app) << "x";
        CHECK(terminal.run({"verify"}) == 1);
        CHECK(terminal.out.str().find("person.csv changed") != std::string::npos);
    }
    SECTION("taken away") {
        fs::remove(folder / "answer.csv");
        CHECK(terminal.run({"verify", "--json"}) == 1);
        CHECK(json::parse(terminal.out.str())[0]["what"] == "answer.csv is missing");
    }
    SECTION("put in") {
        std::ofstream(folder / "more.csv") << "x";
        CHECK(terminal.run({"verify"}) == 1);
        CHECK(terminal.out.str().find("more.csv does not belong here") != std::string::npos);
    }
}

TEST_CASE("wrong words are wrong usage, a wrong key is no store", "[app][queue]") {
    Terminal terminal;
    (void)terminal.accepted();
    CHECK(terminal.run({}) == 2);
    CHECK(terminal.run({"forget"}) == 2);
    CHECK(terminal.run({"show"}) == 2);
    CHECK(terminal.run({"list", "--lang", "fr"}) == 2);
    CHECK(terminal.run({"--help"}) == 0);
    CHECK(terminal.out.str().find("終了コード") != std::string::npos);
    CHECK(terminal.run({"--version"}) == 0);
    std::ofstream(terminal.office.place.key) << std::string(64, 'b');
    CHECK(terminal.run({"list"}) == 3);
    CHECK(terminal.err.str().find("R05 鍵が、この保存先のものではありません。") == 0);
}

TEST_CASE("a clerk confirms what was received, by number", "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();
    CHECK(terminal.run({"confirm", "1122-001"}) == 0);
    CHECK(terminal.state_of(id) == "confirmed");
    REQUIRE(terminal.run({"export"}) == 0);
    const fs::path folder(terminal.out.str().substr(0, terminal.out.str().find('\n')));
    const auto manifest = json::parse(contents(folder / "manifest.json"));
    CHECK(manifest["clerkReview"]["state"] == "confirmed");
    CHECK(manifest["clerkReview"]["by"] == "s001");
    CHECK(terminal.run({"confirm", "1122-009"}) == 1);
}

TEST_CASE("without a printer nothing is printed and nothing is said to be", "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();
    CHECK(terminal.run({"print", "1122-001"}) == 1);
    CHECK(terminal.err.str().find("P05") == 0);
    CHECK(terminal.run({"print", "1122-001", "--printer", "ipp://127.0.0.1:9/ipp/print"}) == 1);
    CHECK(terminal.err.str().find("P01") == 0);
    const auto jobs = *terminal.office.store().print_jobs(id);
    for (const auto& job : jobs) CHECK(job.state == reception::PrintState::Waiting);
}

TEST_CASE("what nobody can tell is printed again only on a person's word", "[app][queue]") {
    Terminal terminal;
    const auto id = terminal.accepted();
    {
        auto store = terminal.office.store();
        const auto jobs = *store.print_jobs(id);
        for (auto job : jobs) {
            job.state = reception::PrintState::Unclear;
            REQUIRE(store.note_print(job, clerk()));
        }
    }
    const std::vector<std::string> words{"print", "1122-001", "--printer", "ipp://127.0.0.1:9/ipp/print"};

    CHECK(terminal.run(words) == 1);
    CHECK(terminal.err.str().find("--again") != std::string::npos);
    CHECK(terminal.office.store().print_jobs(id)->size() == 2);

    auto with_word = words;
    with_word.push_back("--again");
    CHECK(terminal.run(with_word) == 1);  // the printer is off, but the attempt waits now
    CHECK(terminal.office.store().print_jobs(id)->size() == 4);
}
