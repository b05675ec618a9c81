#include <sqlite3.h>

#include <map>

#include "kiosk/output/acknowledgement.hpp"
#include "kiosk/output/package.hpp"
#include "tests/kiosk/output/samples.hpp"
#include "tests/support/name_vectors.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;

namespace {

constexpr int kHostile = 50;  // bidi and zero width: must be refused at the counter already

reception::NewReception with_all_names(const reception::PackageId& id) {
    auto reception = plain_reception(id);
    for (const auto& vector : name_vectors()) {
        if (vector.number == kHostile) continue;
        reception.persons.push_back(
            {.id = "household[" + std::to_string(vector.number) + "]",
             .role = "世帯員",
             .fields = {{"name", {vector.text, "card"}}, {"name_kana", {vector.text, "clerk"}}}});
    }
    return reception;
}

/// A core system that imports as the shipped example does.
struct Core {
    Office office;
    reception::Store store = office.store();
    DiskFiles files;
    fs::path database = office.folder.path() / "core.db";

    void exported(const reception::NewReception& reception) {
        REQUIRE(store.accept(reception));
        REQUIRE(export_package(store, reception.package_id, shipped_profile("utf8-lossless"),
                               outbox_folder(office.place), files, clerk()));
    }
    std::string import() {
        const auto command = KAKANAI_SOURCE_DIR "/assets/profiles/import-example '" +
                             outbox_folder(office.place).string() + "' '" +
                             inbox_folder(office.place).string() + "' '" + database.string() + "' > '" +
                             (office.folder.path() / "said").string() + "'";
        REQUIRE(std::system(command.c_str()) == 0);
        return contents(office.folder.path() / "said");
    }
    std::map<std::string, std::string> column(const std::string& name) {
        std::map<std::string, std::string> values;
        sqlite3* opened = nullptr;
        sqlite3_stmt* rows = nullptr;
        REQUIRE(sqlite3_open(database.c_str(), &opened) == SQLITE_OK);
        REQUIRE(sqlite3_prepare_v2(opened, ("SELECT person_id, " + name + " FROM person").c_str(), -1, &rows,
                                   nullptr) == SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW)
            values[reinterpret_cast<const char*>(sqlite3_column_text(rows, 0))] =
                reinterpret_cast<const char*>(sqlite3_column_text(rows, 1));
        sqlite3_finalize(rows);
        sqlite3_close(opened);
        return values;
    }
    reception::State take_in(const reception::PackageId& id) {
        const auto answer = read_acknowledgement(inbox_folder(office.place) / (id.text() + ".ack.json"));
        REQUIRE(answer);
        REQUIRE(store.acknowledge(id, answer->outcome != ImportOutcome::Rejected, answer->external_reference,
                                  clerk()));
        return store.find(id)->state;
    }
};

}  // namespace

TEST_CASE("fifty kinds of names go out and into a core system byte for byte", "[output][import]") {
    Core core;
    const auto id = core.office.new_id();
    const auto reception = with_all_names(id);
    core.exported(reception);

    CHECK(core.import() == id.text() + " imported\n");

    for (const auto* column : {"name_kanji", "name_kana"}) {
        const auto arrived = core.column(column);
        REQUIRE(arrived.size() == reception.persons.size());
        for (const auto& vector : name_vectors()) {
            if (vector.number == kHostile) continue;
            INFO(vector.number << " " << vector.note);
            CHECK(arrived.at("household[" + std::to_string(vector.number) + "]") == vector.text);
        }
    }
    CHECK(core.take_in(id) == reception::State::Imported);
}

TEST_CASE("the hostile name is refused before it is stored", "[output][import]") {
    Office office;
    auto store = office.store();
    auto reception = plain_reception(office.new_id());
    reception.persons[0].fields["name"].value = name_vectors().at(kHostile - 1).text;
    CHECK(store.accept(reception).error().code == reception::Errc::BadInput);
}

TEST_CASE("imported twice, killed before the answer, answered out of order: one effect", "[output][import]") {
    Core core;
    const auto id = core.office.new_id();
    core.exported(plain_reception(id));
    (void)core.import();
    const auto answer = inbox_folder(core.office.place) / (id.text() + ".ack.json");

    fs::remove(answer);  // the importer died after its commit, before its answer
    CHECK(core.import() == id.text() + " duplicate\n");
    CHECK(core.column("name_kanji").size() == 1);
    CHECK(core.take_in(id) == reception::State::Imported);

    std::ofstream(answer) << R"({"status":"rejected"})";  // an old answer that comes late
    CHECK(core.take_in(id) == reception::State::Imported);
}

TEST_CASE("a package that was touched on its way is rejected and nothing of it is taken in",
          "[output][import]") {
    Core core;
    const auto id = core.office.new_id();
    core.exported(plain_reception(id));
    for (const auto& entry : fs::recursive_directory_iterator(outbox_folder(core.office.place)))
        if (entry.path().filename() == "person.csv")
            std::ofstream(entry.path(), std::ios::app) << "\"x\"\r\n";

    CHECK(core.import() == id.text() + " rejected\n");
    CHECK(core.column("name_kanji").empty());
    CHECK(core.take_in(id) == reception::State::SentBack);
}

TEST_CASE("a package without READY is not there for the importer", "[output][import]") {
    Core core;
    core.exported(plain_reception(core.office.new_id()));
    for (const auto& entry : fs::recursive_directory_iterator(outbox_folder(core.office.place)))
        if (entry.path().filename() == "READY") {
            fs::remove(entry.path());
            break;
        }
    CHECK(core.import().empty());
}
