#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "forms/interview/sitting.hpp"
#include "forms/pack/load.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

constexpr int kQuestions = 2000;
constexpr int kProcedures = 500;
constexpr int kMembers = 20;

/// Processor time of this thread, so that what else the machine is doing does not count.
double now_ms() {
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

const char* const kHead = R"toml(
id = "large"
version = "1"
city = "書かない市"
languages = ["ja", "en"]
event = [{id = "bereavement", label = {ja = "ご家族が亡くなられた", en = "A death"}}]
person = [{id = "household", label = {ja = "世帯の方", en = "Member"}, repeated = true}]
[[division]]
id = "d"
name = {ja = "市民課", en = "Citizens"}
[item."household.count"]
type = "number"
label = {ja = "人数", en = "Members"}
[item."household.birth_date"]
type = "date"
label = {ja = "生年月日", en = "Date of birth"}
[item."household.age"]
type = "number"
label = {ja = "年齢", en = "Age"}
computed = "age_on(household.birth_date, visit.date)"
[[question]]
id = "count"
asks = ["household.count"]
text = {ja = "何人ですか", en = "How many?"}
[[question]]
id = "birth"
asks = ["household.birth_date"]
text = {ja = "生年月日", en = "Date of birth"}
)toml";

/// Items of every kind; a third of the questions stand behind gates; every seventh procedure looks at the
/// household.
std::vector<PackFile> large_pack() {
    std::string items;
    std::string questions;
    std::string procedures;
    const auto test_of = [](int i) {
        switch (i % 4) {
            case 0:
                return fmt::format("a.x{}", i);
            case 1:
                return fmt::format("a.x{} = red", i);
            case 2:
                return fmt::format("a.x{} >= 15", i);
            default:
                return fmt::format("age_by_law(a.x{}, visit.date) >= 65", i);
        }
    };
    for (int i = 0; i < kQuestions - 2; ++i) {
        const auto* type = i % 4 == 0 ? "yes_no" : i % 4 == 1 ? "choice" : i % 4 == 2 ? "number" : "date";
        items +=
            fmt::format("[item.\"a.x{}\"]\ntype = \"{}\"\nlabel = {{ja = \"項目{}\", en = \"Item {}\"}}\n", i,
                        type, i, i);
        if (i % 4 == 1)
            items +=
                "choices = [{id = \"red\", label = {ja = \"赤\", en = \"red\"}}, {id = \"blue\", label = {ja "
                "= \"青\", en = \"blue\"}}]\n";
        questions += fmt::format(
            "[[question]]\nid = \"q{}\"\nevent = [\"bereavement\"]\nasks = [\"a.x{}\"]\ntext = {{ja = "
            "\"質問{}ですか\", en = \"Question {}?\"}}\n",
            i, i, i, i);
        if (i % 3 == 2) questions += fmt::format("when = \"{}\"\n", test_of(i - 2));
    }
    for (int i = 0; i < kProcedures; ++i) {
        const int base = i * 3 % (kQuestions - 8);
        auto rule = fmt::format("{} and ({} or {}) and not {}", test_of(base), test_of(base + 1),
                                test_of(base + 2), test_of(base + 4));
        if (i % 7 == 0) rule += " and count(household where household.age >= 15) >= 2";
        if (i % 7 == 3) rule += " and any household where household.age < 18";
        procedures += fmt::format(
            "[[procedure]]\nid = \"p{}\"\nevent = [\"bereavement\"]\nname = {{ja = \"手続{}\", en = "
            "\"Procedure {}\"}}\nkind = \"duty\"\n"
            "division = \"d\"\nsource = \"s\"\nbecause = {{ja = \"理由のため\", en = "
            "\"Because\"}}\napplies_when = \"{}\"\n",
            i, i, i, rule);
    }
    return {{"pack.toml", kHead},
            {"items.toml", items},
            {"questions/all.toml", questions},
            {"procedures/all.toml", procedures}};
}

Value any_value(const Item& item, std::mt19937& random) {
    switch (item.type) {
        case ItemType::YesNo:
            return Value{random() % 2 == 0};
        case ItemType::Choice:
            return Value{item.choices[random() % item.choices.size()].id};
        case ItemType::Number:
            return Value{static_cast<std::int64_t>(item.key == "household.count" ? kMembers : random() % 30)};
        default:
            return Value{Date{std::chrono::sys_days{1950y / 1 / 1} + std::chrono::days{random() % 25000}}};
    }
}

void print(const char* what, std::vector<double> times) {
    std::ranges::sort(times);
    fmt::print("{}: median {:.3f} ms, 99 % {:.3f} ms, worst {:.3f} ms over {} answers\n", what,
               times[times.size() / 2], times[times.size() * 99 / 100], times.back(), times.size());
}

}  // namespace

int main() {
    const auto files = large_pack();
    std::size_t bytes = 0;
    for (const auto& each : files) bytes += each.text.size();
    std::vector<double> loads;
    Loaded loaded;
    for (int i = 0; i < 9; ++i) {
        const auto start = now_ms();
        loaded = load_files(files);
        loads.push_back(now_ms() - start);
    }
    for (const auto& each : loaded.problems) fmt::print("{}:{} {}\n", each.file, each.line, each.message_en);
    std::ranges::sort(loads);
    fmt::print("load of {} questions, {} procedures ({} kB): median {:.1f} ms, worst {:.1f} ms\n",
               loaded.pack.questions.size(), loaded.pack.procedures.size(), bytes / 1000,
               loads[loads.size() / 2], loads.back());

    const auto& pack = loaded.pack;
    const Context context{"bereavement", 2026y / 11 / 22};
    std::mt19937 random(1);
    Sitting sitting(pack, context);
    std::vector<double> followed;
    std::vector<double> fresh;
    for (auto step = sitting.next(); step;) {
        const auto keys = step->keys;
        std::vector<Value> values;
        for (const auto& key : keys) values.push_back(any_value(*pack.item(key), random));
        const auto start = now_ms();
        for (std::size_t i = 0; i < keys.size(); ++i) sitting.set(keys[i], {values[i], Provenance::Resident});
        const auto& decisions = sitting.decisions();
        step = sitting.next();
        followed.push_back(now_ms() - start);
        const auto again = now_ms();
        const auto all = decide(pack, context, sitting.facts());
        const auto next = next_step(pack, context, sitting.facts());
        fresh.push_back(now_ms() - again);
        if (all != decisions || next.has_value() != step.has_value() || (next && next->keys != step->keys))
            fmt::print("the two differ after {} answers\n", followed.size());
    }
    print("every decision in words and the next question, followed", followed);
    print("the same from the facts alone", fresh);
}
