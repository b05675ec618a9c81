#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "forms/interview/prove.hpp"
#include "forms/pack/load.hpp"

using namespace forms;
using namespace std::chrono_literals;

// Faults as a hurried editor plants them, in the pack that ships: each is found, with a visit that shows it.

namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(KAKANAI_SOURCE_DIR) / "forms/model-city";

std::string text_of_file(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The model city's pack without its sheets, with one piece of its questions replaced.
Pack model_city(const std::string& piece = "", const std::string& replacement = "") {
    std::vector<PackFile> files;
    for (const auto* inside : {"", "questions", "procedures", "words"})
        for (const auto& entry : fs::directory_iterator(kFolder / inside))
            if (entry.path().extension() == ".toml")
                files.push_back({fs::relative(entry.path(), kFolder).string(), text_of_file(entry.path())});
    std::ranges::sort(files, {}, &PackFile::name);
    const auto found = std::ranges::find_if(files, [&](const PackFile& file) {
        return file.name.starts_with("questions/") && file.text.find(piece) != std::string::npos;
    });
    REQUIRE(found != files.end());
    if (!piece.empty()) found->text.replace(found->text.find(piece), piece.size(), replacement);
    auto loaded = load_files(files);
    for (const auto& each : loaded.problems)
        UNSCOPED_INFO(each.file << ':' << each.line << ' ' << each.message_en);
    REQUIRE(loaded.usable());
    return std::move(loaded.pack);
}

/// What proving one procedure finds; an empty fault when nothing.
Fault fault_in(const Pack& pack, const std::string& procedure, NextQuestion next = nullptr) {
    Prover prover(pack, "bereavement", 2026y / 11 / 22, next);
    for (const auto number : prover.procedures())
        if (pack.procedures[number].id == procedure) prover.exhaust(number);
    REQUIRE(prover.proof().procedures == 1);
    return prover.proof().faults.empty() ? Fault{} : prover.proof().faults.front();
}

}  // namespace

TEST_CASE("the model city's procedures that the faults are planted beside are proved", "[forms][prove]") {
    const auto pack = model_city();
    for (const auto* procedure : {"nhi_join", "unpaid_pension", "nhi_loss", "nhi_funeral_grant"})
        CHECK(fault_in(pack, procedure).what_en.empty());
}

TEST_CASE("in the model city, a question gated by the wrong answer is found", "[forms][prove]") {
    const auto fault = fault_in(model_city("when = \"deceased.health_insurance in {company, nhi_union}\"",
                                           "when = \"deceased.health_insurance = late_elderly\""),
                                "nhi_join");

    CHECK(fault.what_en == "it stays 要確認 although every question was answered");
    CHECK(fault.visit == std::vector<std::string>{"deceased.health_insurance = company"});
}

TEST_CASE("in the model city, a gate that lost its not is found", "[forms][prove]") {
    const auto fault = fault_in(
        model_city("head_alone and not spouse.living", "head_alone and spouse.living"), "unpaid_pension");

    CHECK(fault.what_en == "it stays 要確認 although every question was answered");
    CHECK_FALSE(fault.visit.empty());
}

TEST_CASE("in the model city, a deciding question without わからない is found", "[forms][prove]") {
    const auto fault =
        fault_in(model_city("id = \"health_insurance\"\n", "id = \"health_insurance\"\nunknown = false\n"),
                 "nhi_loss");

    CHECK(fault.what_en == "question \"health_insurance\" decides and has no わからない");
}

TEST_CASE("in the model city, an order of questions that ends early is found", "[forms][prove]") {
    const NextQuestion ends_after_one = [](const Agenda& agenda) -> std::optional<Ask> {
        return agenda.answered_count() >= 1 ? std::nullopt : agenda.next();
    };

    const auto fault = fault_in(model_city(), "nhi_funeral_grant", ends_after_one);

    CHECK(fault.what_en == "it stays 要確認 although every question was answered");
    CHECK(fault.visit.size() == 1);
}
