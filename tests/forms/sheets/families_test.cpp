#include <catch2/catch.hpp>
#include <set>

#include "forms/interview/families.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/papers.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;

TEST_CASE("every family's papers are whole: nothing required is empty, nothing goes to a continuation sheet",
          "[forms][sheets]") {
    const auto loaded = load_pack(std::filesystem::path(KAKANAI_SOURCE_DIR) / "forms/model-city");
    REQUIRE(loaded.usable());
    Typesetter typesetter;
    const TrialFolder folder;
    std::set<std::string> kinds;
    for (const auto& family : load_cases(loaded.pack).cases) {
        INFO(family.name);
        const auto visit = play_family(loaded.pack, family);
        const auto papers = make_papers(loaded.pack, visit.context, visit.facts,
                                        {.number = visit.number, .time = {}, .large = false}, typesetter);
        REQUIRE(papers);
        for (const auto& paper : *papers) {
            INFO(paper.id);
            CHECK(paper.report.clean());
            // One of each kind is checked from outside; contact_sheets checks all.
            if (!kinds.insert(paper.id).second) continue;
            CHECK(run("qpdf --check " + folder.write(paper.id + ".pdf", paper.pdf).string()).code == 0);
        }
    }
    CHECK(kinds.size() > 50);
}
