#include <map>
#include <set>
#include <sstream>

#include "forms/pack/cases.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

const std::filesystem::path kReading =
    std::filesystem::path(KAKANAI_SOURCE_DIR) / "tests/forms/model_city/second_reading";

using Row = std::vector<std::string>;
/// procedure → `applies` or `ask`; what is not in it does not apply.
using List = std::map<std::string, std::string>;

Row split(const std::string& text, const std::string& by) {
    Row parts;
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find(by, begin)) != std::string::npos; begin = end + by.size())
        parts.push_back(text.substr(begin, end - begin));
    parts.push_back(text.substr(begin));
    return parts;
}

std::vector<Row> rows_of(const std::string& file) {
    std::istringstream lines(contents(kReading / file));
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) rows.push_back(split(line, "\t"));
    REQUIRE_FALSE(rows.empty());
    return rows;
}

std::map<std::string, List> second_reading() {
    std::map<std::string, List> lists;
    for (const auto& row : rows_of("reading.tsv")) {
        INFO(row.front());
        REQUIRE(row.size() == 4);
        REQUIRE(lists[row[0]].emplace(row[1], row[2]).second);
    }
    return lists;
}

std::map<std::string, List> cases_lists() {
    std::map<std::string, List> lists;
    for (const auto& each : load_cases(model_city()).cases) {
        auto& list = lists[each.name];
        for (const auto& procedure : each.applies) list.emplace(procedure, "applies");
        for (const auto& procedure : each.ask) list.emplace(procedure, "ask");
    }
    return lists;
}

std::string outcome_in(const List& list, const std::string& procedure) {
    const auto found = list.find(procedure);
    return found == list.end() ? "-" : found->second;
}

/// One row of differences.tsv: a class, all its families or the named ones only.
struct Explained {
    std::string procedure, in_cases, in_reading, reason;
    Row families;

    [[nodiscard]] bool covers(const std::string& family, const std::string& of, const std::string& cases,
                              const std::string& reading) const {
        return of == procedure && cases == in_cases && reading == in_reading &&
               (families.empty() || std::ranges::find(families, family) != families.end());
    }
};

std::vector<Explained> differences() {
    std::vector<Explained> all;
    for (const auto& row : rows_of("differences.tsv")) {
        INFO(row.front());
        REQUIRE((row.size() == 4 || row.size() == 5));
        all.push_back({row[0], row[1], row[2], row[3], row.size() == 5 ? split(row[4], " | ") : Row{}});
    }
    return all;
}

}  // namespace

TEST_CASE("every family and procedure of the second reading is still in the pack",
          "[model-city][second-reading]") {
    const auto cases = cases_lists();
    for (const auto& [family, list] : second_reading()) {
        INFO(family);
        CHECK(cases.contains(family));
        for (const auto& [procedure, outcome] : list) {
            INFO(procedure);
            CHECK(std::ranges::find(model_city().procedures, procedure, &Procedure::id) !=
                  model_city().procedures.end());
            CHECK((outcome == "applies" || outcome == "ask"));
        }
    }
}

TEST_CASE("where the cases and the second reading of the law part, one row says why, and no row is idle",
          "[model-city][second-reading]") {
    const auto cases = cases_lists();
    const auto explained = differences();
    std::set<std::pair<std::size_t, std::string>> used;  // row and family
    for (const auto& [family, reading] : second_reading()) {
        const auto& list = cases.at(family);
        std::set<std::string> procedures;
        for (const auto* each : {&list, &reading})
            for (const auto& [procedure, outcome] : *each) procedures.insert(procedure);
        for (const auto& procedure : procedures) {
            const auto ours = outcome_in(list, procedure), theirs = outcome_in(reading, procedure);
            if (ours == theirs) continue;
            INFO(family << ": " << procedure << ": cases " << ours << ", reading " << theirs);
            std::size_t reasons = 0;
            for (std::size_t row = 0; row < explained.size(); ++row) {
                if (!explained[row].covers(family, procedure, ours, theirs)) continue;
                used.emplace(row, family);
                ++reasons;
            }
            CHECK(reasons == 1);
        }
    }
    for (std::size_t row = 0; row < explained.size(); ++row) {
        INFO("row " << row + 1 << ": " << explained[row].procedure);
        CHECK(explained[row].reason.size() >= 40);
        const auto families = std::ranges::count(used, row, &std::pair<std::size_t, std::string>::first);
        if (explained[row].families.empty())
            CHECK(families > 0);
        else
            CHECK(families == std::ssize(explained[row].families));
    }
}
