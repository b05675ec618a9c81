#include "kiosk/output/package.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/reception/sealer.hpp"
#include "tests/kiosk/output/samples.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;
namespace reception = kiosk::reception;

namespace {

Package plain_package(const reception::NewReception& reception) {
    const reception::ExportTicket ticket{
        .sequence = 1, .profile_id = "utf8-lossless", .profile_version = "1"};
    auto package = build_package(reception, "1122-014", ticket, shipped_profile("utf8-lossless"));
    if (!package) FAIL(package.error().detail);
    return *std::move(package);
}

reception::NewReception invented() {
    reception::SystemRandom random;
    return plain_reception(reception::PackageId::make(morning(), random));
}

std::string text_in(const Package& package, const std::string& name) {
    const auto& bytes = package.files.at(name);
    return {bytes.begin(), bytes.end()};
}

int run_sha256sum(const fs::path& folder) {
    return std::system(
        ("cd '" + folder.string() + "' && sha256sum --status --strict -c manifest.sha256").c_str());
}

}  // namespace

TEST_CASE("a package has the parts a core's vendor was promised", "[output][package]") {
    const auto reception = invented();
    const auto package = plain_package(reception);

    CHECK(package.folder == "20261122/999998_A1_" + reception.package_id.text());
    std::vector<std::string> names;
    for (const auto& [name, bytes] : package.files) names.push_back(name);
    CHECK(names == std::vector<std::string>{"answer.csv", "chars.csv", "columns.csv",
                                            "forms/nhi_funeral_grant_application.pdf", "manifest.json",
                                            "manifest.sha256", "person.csv", "procedure.csv", "reception.csv",
                                            "reception.json"});
    CHECK(text_in(package, "forms/nhi_funeral_grant_application.pdf") == "%PDF-1.4 first");
}

TEST_CASE("the manifest says what is in the package and what is not", "[output][package]") {
    const auto reception = invented();
    const auto manifest = nlohmann::json::parse(text_in(plain_package(reception), "manifest.json"));

    CHECK(manifest["packageId"] == reception.package_id.text());
    CHECK(manifest["receptionNumber"] == "1122-014");
    CHECK(manifest["createdAt"] == "2026-11-22T10:45:00.000+09:00");
    CHECK(manifest["identityEvidence"] == "card4items-pin");
    CHECK(manifest["personalNumberIncluded"] == false);
    CHECK(manifest["clerkReview"]["state"] == "none");
    CHECK(manifest["lossy"] == false);
    CHECK(manifest["prevPackageSha256"] == "");
    CHECK(manifest["mappingProfile"]["id"] == "utf8-lossless");
    // 𠮷邉󠄐 stands as the notifier and as the person's name: outside all sets twice, with a selector
    // twice.
    CHECK(manifest["characterReport"]["outside0213"] == 2);
    CHECK(manifest["characterReport"]["ivs"] == 2);
    const auto& files = manifest["files"];
    const auto person =
        std::ranges::find_if(files, [](const auto& file) { return file["name"] == "person.csv"; });
    REQUIRE(person != files.end());
    CHECK((*person)["rows"] == 1);
    CHECK((*person)["charset"] == "utf-8");
    CHECK((*person)["columns"][5] == "name_kanji");
}

TEST_CASE("CSV is quoted everywhere, ends lines with CRLF and keeps the name byte for byte",
          "[output][package]") {
    const auto csv = text_in(plain_package(invented()), "person.csv");

    CHECK(csv.starts_with("\"package_id\",\"person_id\",\"role\",\"atena_no\""));
    CHECK(csv.find("\"" + std::string(kName) + "\",\"false\",\"card\"") != std::string::npos);
    CHECK(csv.find("\"1980-04-01\",\"昭和55年4月1日\",\"false\",\"card\"") != std::string::npos);
    CHECK(csv.ends_with("\"\r\n"));
    CHECK(std::ranges::count(csv, '\n') == 2);
}

TEST_CASE("unknown is an answer and not an empty field", "[output][package]") {
    const auto csv = text_in(plain_package(invented()), "answer.csv");

    CHECK(csv.find("\"deceased.pension_kind\",\"年金\",\"\",\"\",\"true\",\"resident\"") !=
          std::string::npos);
    CHECK(csv.find("\"national_health\",\"国民健康保険\",\"false\",\"resident\"") != std::string::npos);
}

TEST_CASE("quotation marks, commas and formulas survive as they were", "[output][package]") {
    auto reception = invented();
    reception.persons[0].fields["name"].value = "\"A,B\"、=1+1";

    CHECK(text_in(plain_package(reception), "person.csv").find("\"\"\"A,B\"\"、=1+1\"") != std::string::npos);
}

TEST_CASE("every character outside JIS X 0208 is listed with its place", "[output][package]") {
    const auto csv = text_in(plain_package(invented()), "chars.csv");

    CHECK(csv.find("\"person.csv\",\"1\",\"name_kanji\",\"1\",\"U+20BB7\",\"\",\"false\",\"false\",\"false\","
                   "\"𠮷\"") != std::string::npos);
    CHECK(
        csv.find(
            "\"person.csv\",\"1\",\"name_kanji\",\"2\",\"U+9089\",\"U+E0110\",\"true\",\"false\",\"true\"") !=
        std::string::npos);
}

TEST_CASE("the same reception makes the same package, byte for byte", "[output][package]") {
    const auto reception = invented();
    CHECK(plain_package(reception).files == plain_package(reception).files);
}

TEST_CASE("a value without a code stops the export instead of leaving a gap", "[output][package]") {
    auto reception = invented();
    reception.persons[0].fields["sex"] = {"other", "card"};
    const reception::ExportTicket ticket{.sequence = 1};

    const auto package = build_package(reception, "1122-014", ticket, shipped_profile("utf8-lossless"));

    REQUIRE_FALSE(package);
    CHECK(package.error() == Error{Errc::BadProfile, "person.csv: sex: a value has no code"});
}

TEST_CASE("an exported reception lies in the outbox, checked by sha256sum, READY last", "[output][export]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    REQUIRE(store.accept(reception));
    DiskFiles files;

    const auto folder = export_package(store, reception.package_id, shipped_profile("utf8-lossless"),
                                       outbox_folder(office.place), files, clerk());

    REQUIRE(folder);
    CHECK(store.find(reception.package_id)->state == reception::State::Exported);
    CHECK(run_sha256sum(*folder) == 0);
    const auto ready = fs::last_write_time(*folder / "READY");
    for (const auto& entry : fs::recursive_directory_iterator(*folder)) {
        INFO(entry.path());
        CHECK(fs::last_write_time(entry.path()) <= std::max(ready, fs::last_write_time(*folder)));
        CHECK(static_cast<unsigned>(entry.status().permissions()) == (entry.is_directory() ? 0700U : 0600U));
    }
    for (const auto& entry : fs::recursive_directory_iterator(*folder))
        if (entry.is_regular_file()) CHECK(fs::last_write_time(entry.path()) <= ready);
}

TEST_CASE("exporting again leaves a released package alone and says the same folder", "[output][export]") {
    Office office;
    auto store = office.store();
    const auto reception = plain_reception(office.new_id());
    REQUIRE(store.accept(reception));
    DiskFiles files;
    const auto profile = shipped_profile("utf8-lossless");
    const auto outbox = outbox_folder(office.place);
    const auto first = export_package(store, reception.package_id, profile, outbox, files, clerk());
    const auto written = fs::last_write_time(*first / "READY");
    REQUIRE(store.confirm(reception.package_id, clerk(1h)).error().code == reception::Errc::NotAllowed);

    const auto second = export_package(store, reception.package_id, profile, outbox, files, clerk(2h));

    REQUIRE(second);
    CHECK(*second == *first);
    CHECK(fs::last_write_time(*first / "READY") == written);

    SECTION("a package somebody changed is not passed off as released") {
        std::ofstream(*first / "person.csv", std::ios::app) << "x";
        const auto third = export_package(store, reception.package_id, profile, outbox, files, clerk(3h));
        CHECK(third.error().code == Errc::Altered);
        CHECK(run_sha256sum(*first) != 0);
    }
    SECTION("a package that was carried away is made again, the same") {
        const auto sums = contents(*first / "manifest.sha256");
        fs::remove_all(*first);
        REQUIRE(export_package(store, reception.package_id, profile, outbox, files, clerk(3h)));
        CHECK(contents(*first / "manifest.sha256") == sums);
    }
}

TEST_CASE("each package of a counter names the one before it", "[output][export]") {
    Office office;
    auto store = office.store();
    DiskFiles files;
    std::string previous;
    for (int i = 0; i < 3; ++i) {
        const auto reception = plain_reception(office.new_id());
        REQUIRE(store.accept(reception));
        const auto folder = export_package(store, reception.package_id, shipped_profile("utf8-lossless"),
                                           outbox_folder(office.place), files, clerk());
        REQUIRE(folder);
        const auto manifest = nlohmann::json::parse(contents(*folder / "manifest.json"));
        CHECK(manifest["prevPackageSha256"] == previous);
        CHECK(manifest["sequence"] == i + 1);
        previous = reception::sha256(bytes_of(contents(*folder / "manifest.sha256")));
    }
}
