#include "forms/interview/families.hpp"
#include "forms/interview/impossible.hpp"
#include "forms/pack/cases.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

struct Played {
    Case family;
    FamilyVisit visit;
};

const std::vector<Played>& families() {
    static const auto played = [] {
        std::vector<Played> all;
        for (auto& family : load_cases(model_city()).cases)
            all.push_back({family, play_family(model_city(), family)});
        return all;
    }();
    return played;
}

std::string text(const Facts& facts, std::string_view key) {
    const auto* value = facts.value(key);
    return value ? std::get<std::string>(*value) : "";
}

std::optional<int> birth_year(const Facts& facts, std::string_view key) {
    const auto* value = facts.value(key);
    if (!value) return {};
    return static_cast<int>(std::get<Date>(*value).year());
}

bool is(const Facts& facts, std::string_view key, bool value) {
    const auto* told = facts.value(key);
    return told && std::get<bool>(*told) == value;
}

bool between(int low, int value, int high) {
    return low <= value && value <= high;
}

}  // namespace

TEST_CASE("no family of the cases, played to its end, is one there cannot be", "[model-city]") {
    for (const auto& [family, visit] : families()) {
        INFO(family.name);
        const auto found = impossible(model_city(), visit.context, visit.facts);
        CHECK((found.empty() ? "" : found.front()->id) == "");
    }
}

TEST_CASE("the person at the counter is of full age, and as old as the relationship lets one be",
          "[model-city]") {
    for (const auto& [family, visit] : families()) {
        INFO(family.name);
        const auto mine = birth_year(visit.facts, "applicant.birth_date");
        REQUIRE(mine);
        const auto age = static_cast<int>(family.as_of.year()) - *mine;
        CHECK(between(19, age, 100));
        if (family.event == "birth") CHECK(between(20, age, 45));
        const auto theirs = birth_year(visit.facts, "deceased.birth_date");
        if (!theirs) continue;
        const auto relationship = text(visit.facts, "applicant.relationship");
        if (relationship == "spouse") CHECK(between(-10, *mine - *theirs, 10));
        if (relationship == "child") CHECK(between(16, *mine - *theirs, 45));
        if (relationship == "parent") CHECK(between(16, *theirs - *mine, 45));
    }
}

TEST_CASE("whoever did not live with the deceased lives elsewhere, and a move has two addresses",
          "[model-city]") {
    int apart = 0;
    for (const auto& [family, visit] : families()) {
        INFO(family.name);
        const auto mine = text(visit.facts, "applicant.address");
        const auto same = mine == text(visit.facts, "deceased.address");
        if (is(visit.facts, "household.others", false)) {
            ++apart;
            CHECK(!same);
        }
        if (family.event == "bereavement" && text(visit.facts, "applicant.relationship") == "spouse")
            CHECK(same);
        if (family.event == "moving") CHECK(mine != text(visit.facts, "move.new_address"));
    }
    CHECK(apart > 5);
}

TEST_CASE("addresses and postal codes of the families are those of the city's own list", "[model-city]") {
    const auto list = contents(kCity / "postal.tsv");
    int looked_at = 0;
    for (const auto& [family, visit] : families()) {
        const auto postal = text(visit.facts, "applicant.postal");
        if (postal.empty()) continue;
        ++looked_at;
        INFO(family.name);
        const auto at = list.find(postal + "\t");
        REQUIRE(at != std::string::npos);
        const auto begin = at + postal.size() + 1;
        const auto place = list.substr(begin, list.find('\n', begin) - begin);
        CHECK(text(visit.facts, "applicant.address").starts_with(place));
    }
    CHECK(looked_at > 50);
}

TEST_CASE("an account is a bank's or ゆうちょ's, and a child's is in the child's name", "[model-city]") {
    int pensions = 0, children = 0;
    for (const auto& [family, visit] : families()) {
        INFO(family.name);
        const auto& facts = visit.facts;
        for (const auto* number : {"bank.number", "pension_bank.number", "child_bank.number"})
            if (facts.value(number)) CHECK(text(facts, number).size() == 7);
        if (facts.value("pension_bank.branch")) {
            ++pensions;
            CHECK(facts.value("pension_bank.symbol") == nullptr);
            if (facts.value("bank.number"))
                CHECK(text(facts, "pension_bank.number") == text(facts, "bank.number"));
        }
        if (facts.value("child_bank.holder_kana")) {
            ++children;
            CHECK(text(facts, "child_bank.holder_kana") == text(facts, "child.name_kana"));
        }
    }
    CHECK(pensions > 5);
    CHECK(children > 2);
}

TEST_CASE("a widow at the counter heads the household next, and one adult left is not the child living apart",
          "[model-city]") {
    int widows = 0;
    for (const auto& [family, visit] : families()) {
        INFO(family.name);
        const auto head = text(visit.facts, "new_householder.name");
        if (head.empty()) continue;
        const auto mine = text(visit.facts, "applicant.name");
        if (text(visit.facts, "applicant.relationship") == "spouse") {
            ++widows;
            CHECK(head == mine);
        }
        if (text(visit.facts, "applicant.address") != text(visit.facts, "deceased.address"))
            CHECK(head != mine);
    }
    CHECK(widows > 2);
}

TEST_CASE("a reception number is of its day", "[model-city]") {
    for (const auto& [family, visit] : families()) {
        const auto day = iso_text(family.as_of);
        CHECK(visit.number == day.substr(5, 2) + day.substr(8, 2) + "-014");
    }
}

TEST_CASE(
    "the account for a pension is asked as a bank's or as ゆうちょ's, never both, and わからない is left to "
    "a hand",
    "[model-city]") {
    const auto& all = families();
    const auto claimant = std::ranges::find_if(
        all, [](const Played& each) { return each.visit.facts.value("pension_bank.branch") != nullptr; });
    REQUIRE(claimant != all.end());
    const auto asked_of = [&](std::optional<Value> kind) {
        auto family = claimant->family;
        family.facts.set("pension_bank.kind", {std::move(kind), Provenance::Resident});
        std::vector<std::string> asked;
        for (const auto& question : play_family(model_city(), family).questions)
            if (question.starts_with("pension_")) asked.push_back(question);
        return asked;
    };
    using Ids = std::vector<std::string>;
    CHECK(asked_of(std::string("bank")) == Ids{"pension_bank_kind", "pension_bank"});
    CHECK(asked_of(std::string("yucho")) == Ids{"pension_bank_kind", "pension_yucho"});
    CHECK(asked_of({}) == Ids{"pension_bank_kind"});
}
