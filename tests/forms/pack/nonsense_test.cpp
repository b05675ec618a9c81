#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "forms/interview/interview.hpp"
#include "forms/pack/check.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/load.hpp"
#include "tests/forms/pack/broken_packs.hpp"

using namespace forms;
using namespace std::chrono_literals;

// Whatever a pack's files hold: messages, and the program goes on.

namespace {

/// What check says of a pack of one file, after it was also asked for a question and for decisions.
std::vector<Problem> problems_of(const std::string& toml) {
    const auto loaded = load_files({{"pack.toml", toml}});
    const Context context{loaded.pack.events.empty() ? "" : loaded.pack.events.front().id, 2026y / 11 / 22};
    CHECK(decide(loaded.pack, context, {}).size() <= loaded.pack.procedures.size());
    const auto step = next_step(loaded.pack, context, {});
    CHECK((!step || step->question));
    return check(loaded);
}

bool has(const std::vector<Problem>& problems, std::string_view code) {
    return std::ranges::find(problems, code, &Problem::code) != problems.end();
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

/// Lines with their number where `#` stands, and that of the line before where `@` does.
std::string numbered(int from, int to, std::string_view line) {
    std::string text;
    for (int i = from; i < to; ++i)
        for (const char c : line) {
            if (c == '#') {
                text += std::to_string(i);
            } else if (c == '@') {
                text += std::to_string(i - 1);
            } else {
                text += c;
            }
        }
    return text;
}

}  // namespace

TEST_CASE("bytes that are no TOML, no UTF-8 or nothing at all give a message and no crash", "[forms][pack]") {
    const std::string nul("id = \"a\0b\"", 10);
    for (const auto& text : {std::string("\xff\xfe"), std::string("id = \""), nul, std::string("[[[[[[[["),
                             std::string("a = 2026-02-30"), std::string("id = \"\x83\x58\""),
                             std::string(100000, '['), "a = " + std::string(100000, '{')}) {
        const auto loaded = load_files({{"pack.toml", text}});
        REQUIRE_FALSE(loaded.problems.empty());
        CHECK(loaded.problems.front().code == codes::kTomlSyntax);
        CHECK_FALSE(loaded.usable());
    }
}

TEST_CASE("random bytes, and a sound pack with random bytes in it, give messages", "[forms][pack]") {
    std::mt19937 random(5);
    const auto byte = [&] { return static_cast<char>(random() % 256); };
    for (int i = 0; i < 200; ++i) {
        std::string text(1 + random() % 400, '\0');
        std::ranges::generate(text, byte);
        CHECK_FALSE(problems_of(text + '\xff').empty());
    }
    for (int i = 0; i < 200; ++i) {
        auto text = kSoundPack;
        for (auto edits = 1 + random() % 4; edits > 0; --edits) text[random() % text.size()] = byte();
        for (const auto& each : problems_of(text)) CHECK_FALSE(each.message.empty());
    }
}

TEST_CASE("a key of a million parts is a message, dots in words are not", "[forms][pack]") {
    const auto key = repeated("a.", 1'000'000);
    CHECK(has(problems_of(key + "a = 1"), codes::kTooMany));
    CHECK(has(problems_of("[" + repeated("\"a b\" . ", 1'000'000) + "a]"), codes::kTooMany));
    CHECK(has(problems_of("x = [\"\"\"quoted\"\"\"\", {" + key + "a = 1}]"), codes::kTooMany));
    const auto dots = repeated(". ", 100);
    const auto words =
        "# " + dots + "\nid = \"\\\"" + dots + "\"\ncity = '''\n" + dots + "'''\nversion = '" + dots + "'\n";
    CHECK_FALSE(has(problems_of(words), codes::kTooMany));
}

TEST_CASE("ten thousand items, and as many questions that wait for each other, are read and checked",
          "[forms][pack]") {
    const auto items = numbered(0, 10'000, "[item.\"a.x#\"]\ntype = \"yes_no\"\nlabel = \"x\"\n");
    const std::string question = "[[question]]\nid = \"q#\"\nasks = [\"a.x#\"]\ntext = \"x\"\n";
    const auto toml = "languages = [\"ja\"]\n" + items + numbered(0, 1, question) +
                      numbered(1, 9'999, question + "when = \"a.x@\"\n") +
                      numbered(9'999, 10'000, question + "when = \"a.x@\"\nalways = true\n");

    const auto loaded = load_files({{"pack.toml", toml}});

    CHECK(loaded.problems.empty());
    CHECK(loaded.pack.items.size() == 10'002);
    CHECK(check(loaded).empty());
}

TEST_CASE("ten thousand names that do not exist are ten thousand messages", "[forms][pack]") {
    const auto problems = problems_of(
        numbered(0, 10'000, "[item.\"a.x#\"]\ntype = \"yes_no\"\nlabel = \"x\"\n") +
        numbered(0, 10'000,
                 "[[question]]\nid = \"q#\"\nasks = [\"a.y#\"]\nwhen = \"a.z#\"\nlable = 1\ntext = \"x\"\n"));

    CHECK(std::ranges::count(problems, codes::kUnknownKey, &Problem::code) == 10'000);
    CHECK(std::ranges::count(problems, codes::kUnknownItem, &Problem::code) == 10'000);
    CHECK(std::ranges::count(problems, codes::kRuleUnknownName, &Problem::code) == 10'000);
}

TEST_CASE("rules that rest on each other without end in sight are refused, not followed", "[forms][pack]") {
    const std::string base = "item.\"a.b\" = {type = \"yes_no\", label = \"x\"}\n[condition]\nc0 = \"a.b\"\n";
    const auto too_deep = [&](int steps, const std::string& rule) {
        const auto last = std::to_string(steps - 1);
        return has(problems_of(base + numbered(1, steps, "c# = \"" + rule + "\"\n") +
                               "[[procedure]]\nid = \"p\"\nname = \"x\"\nkind = \"guide\"\nplace = \"x\"\n"
                               "because = \"x\"\napplies_when = \"c" +
                               last + "\"\n"),
                   codes::kRuleTooDeep);
    };

    CHECK(too_deep(10'000, "not c@"));
    CHECK(too_deep(60, "c@ and (c@ or not c@)"));
    CHECK_FALSE(too_deep(900, "not c@"));
}
