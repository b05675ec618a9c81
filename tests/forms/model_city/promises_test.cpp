#include <map>
#include <set>

#include "forms/pack/cases.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

/// What one case's family is told, procedure by procedure.
std::vector<const Procedure*> told(const Case& family) {
    std::vector<const Procedure*> all;
    for (const auto& decision : decide(model_city(), {family.event, family.as_of}, family.facts))
        if (decision.outcome != Outcome::DoesNotApply)
            all.push_back(model_city().procedure(decision.procedure, family.as_of));
    return all;
}

}  // namespace

TEST_CASE("whoever moves hands the one notice of moving in at one counter", "[model-city]") {
    int families = 0;
    for (const auto& family : load_cases(model_city()).cases) {
        if (family.event != "moving") continue;
        ++families;
        INFO(family.name);
        std::map<std::string, std::set<std::string>> counters;
        for (const auto* procedure : told(family))
            for (const auto& sheet : procedure->sheets) counters[sheet].insert(procedure->division);
        CHECK(counters.size() == 1);
        for (const auto& [sheet, divisions] : counters) CHECK(divisions.size() == 1);
    }
    CHECK(families > 3);
}

TEST_CASE("whoever moves out is told of no money to claim here, and that the allowance is claimed anew",
          "[model-city]") {
    const auto cases = load_cases(model_city());
    const auto family = std::ranges::find_if(cases.cases, [](const Case& each) {
        const auto* kind = each.facts.value("move.kind");
        return kind && *kind == Value(std::string("away"));
    });
    REQUIRE(family != cases.cases.end());
    bool ends = false;
    for (const auto* procedure : told(*family)) {
        CHECK(procedure->kind != ProcedureKind::Benefit);
        if (procedure->id == "child_allowance_ends")
            ends = procedure->because.ja.find("新しい市で") != std::string::npos;
    }
    CHECK(ends);
}

TEST_CASE("nobody is promised that the city's record tells a wish, or of a family only now moving in",
          "[model-city]") {
    int questions = 0;
    for (const auto& question : model_city().questions) {
        const auto wish = [](const std::string& item) { return item.starts_with("wish."); };
        if (question.events != std::vector<std::string>{"moving"} &&
            std::ranges::none_of(question.asks, wish))
            continue;
        ++questions;
        INFO(question.id);
        CHECK(question.unknown_note.ja.find("市の記録") == std::string::npos);
    }
    CHECK(questions > 8);
}
