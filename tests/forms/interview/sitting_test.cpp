#include "forms/interview/sitting.hpp"

#include <catch2/catch.hpp>

#include <random>

#include "tests/forms/interview/small_pack.hpp"
#include "tests/forms/pack_of.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const Context kContext{"bereavement", 2026y / 11 / 22};

bool alike(const std::optional<Step>& a, const std::optional<Step>& b) {
    if (!a || !b) return !a && !b;
    return a->question == b->question && a->person == b->person && a->keys == b->keys &&
           a->why_procedures == b->why_procedures && a->decides == b->decides && a->number == b->number &&
           a->of == b->of;
}

/// An answer, わからない or what a record says.
Fact any_fact(const std::string& key, std::mt19937& random) {
    const auto from = random() % 8 == 0 ? Provenance::Record : Provenance::Resident;
    if (random() % 8 == 0) return {std::nullopt, from};
    if (key.ends_with("_date") || key.ends_with(".date"))
        return {Value{Date{std::chrono::sys_days{1940y / 1 / 1} + std::chrono::days{random() % 31000}}},
                from};
    if (key == "funeral.held") return {Value{random() % 2 == 0}, from};
    if (key == "child.count") return {Value{static_cast<std::int64_t>(random() % 5)}, from};
    if (key == "applicant.name") return {Value{std::string("見本　花子")}, from};
    return {Value{std::string(random() % 2 == 0 ? "national_health" : "employee")}, from};
}

}  // namespace

TEST_CASE("a visit followed through answers, changes, records and persons says what a fresh reading says",
          "[forms][edits]") {
    const auto pack = pack_of(kSmallPack);
    const std::vector<std::string> keys{
        "applicant.name",      "deceased.birth_date", "deceased.death_date", "deceased.health_insurance",
        "funeral.held",        "funeral.date",        "child.count",         "child[1].birth_date",
        "child[2].birth_date", "child[4].birth_date", "nothing.known"};
    std::mt19937 random(11);
    for (int visit = 0; visit < 300; ++visit) {
        Sitting sitting(pack, kContext);
        for (int edit = 0; edit < 30; ++edit) {
            const auto& key = keys[random() % keys.size()];
            if (random() % 5 == 0) {
                sitting.erase(key);
            } else {
                sitting.set(key, any_fact(key, random));
            }
            if (random() % 3 == 0) continue;
            REQUIRE(sitting.decisions() == decide(pack, kContext, sitting.facts()));
            REQUIRE(alike(sitting.next(), next_step(pack, kContext, sitting.facts())));
        }
    }
}
