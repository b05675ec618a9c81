#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "kiosk/screens/draw.hpp"
#include "kiosk/ui/words.hpp"
#include "tests/kiosk/screens/samples.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

constexpr float kHair = 0.12F;  // mm: what rounding to whole pixels may take

struct Finding {
    std::string rule;
    std::string part;
};

bool is_submit(Role role) {
    return role == Role::Primary || role == Role::Secondary;
}
bool has_words(Role role) {
    return role == Role::Text || role == Role::Heading || role == Role::Step;
}

/// Words without the air above and below them.
Rect ink_of(const Node& node) {
    const float air = std::min(node.rect.h * 0.3F, node.text_mm * 0.3F);
    return {node.rect.x + 0.3F, node.rect.y + air, node.rect.w - 0.6F, node.rect.h - 2 * air};
}

/// What the screens may do although a rule says otherwise, each with its reason: the lines of
/// lint_exceptions.txt, `rule | screen | part | panel | reason`, where * stands for any.
class Exceptions {
public:
    Exceptions() {
        std::ifstream file(std::filesystem::path(KAKANAI_SOURCE_DIR) /
                           "tests/kiosk/screens/lint_exceptions.txt");
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line.front() == '#') continue;
            std::vector<std::string> parts;
            std::istringstream cells(line);
            for (std::string cell; std::getline(cells, cell, '|');) parts.push_back(trimmed(cell));
            REQUIRE(parts.size() == 5);
            REQUIRE_FALSE(parts[4].empty());
            known_.push_back({std::move(parts), 0});
        }
    }
    bool allow(const std::string& rule, const std::string& screen, const std::string& part,
               const std::string& panel) {
        for (auto& [cells, used] : known_)
            if (cells[0] == rule && is(cells[1], screen) && is(cells[2], part) && is(cells[3], panel)) {
                ++used;
                return true;
            }
        return false;
    }
    void print() const {
        for (const auto& [cells, used] : known_)
            std::cout << "  allowed " << used << " times: " << cells[0] << ", " << cells[1] << ' ' << cells[2]
                      << ' ' << cells[3] << ": " << cells[4] << '\n';
    }
    [[nodiscard]] std::vector<std::string> unused() const {
        std::vector<std::string> found;
        for (const auto& [cells, used] : known_)
            if (used == 0) found.push_back(cells[0] + " " + cells[1] + " " + cells[2]);
        return found;
    }

private:
    static std::string trimmed(const std::string& text) {
        const auto from = text.find_first_not_of(' ');
        return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
    }
    static bool is(const std::string& pattern, const std::string& text) {
        return pattern == "*" || pattern == text ||
               (pattern.ends_with('*') && text.starts_with(pattern.substr(0, pattern.size() - 1)));
    }
    struct Known {
        std::vector<std::string> cells;
        int used;
    };
    std::vector<Known> known_;
};

/// The rules of facts/ux.md §7 that can be read from one frame.
class Lint {
public:
    Lint(const Look& look, const Palette& palette) : look_(look), palette_(palette) {}

    std::vector<Finding> judge(const Tree& tree) {
        for (const auto& node : tree) judge(node);
        for (std::size_t a = 0; a < tree.size(); ++a)
            for (std::size_t b = a + 1; b < tree.size(); ++b) judge(tree[a], tree[b]);
        const auto primaries = std::ranges::count(tree, Role::Primary, &Node::role);
        const auto headings = std::ranges::count(tree, Role::Heading, &Node::role);
        if (primaries > 1) found("one primary", "");
        if (headings != 1) found("one heading", "");
        return std::move(findings_);
    }

private:
    void found(const std::string& rule, const std::string& id) { findings_.push_back({rule, id}); }

    void judge(const Node& node) {
        const Rect glass{-kHair, -kHair, look_.panel.width_mm() + 2 * kHair,
                         look_.panel.height_mm() + 2 * kHair};
        const bool inside = node.rect.x >= glass.x && node.rect.y >= glass.y &&
                            node.rect.right() <= glass.right() && node.rect.bottom() <= glass.bottom();
        if (!inside) found("on the glass", node.id);
        if (node.state.clipped) found("nothing clipped", node.id);
        if (node.state.undrawable) found("every character drawn", node.id);
        if (node.text_mm > 0 && node.text_mm < type::kBody - 0.1F) found("words at least 5.7 mm", node.id);
        if (node.text_mm > 0 && contrast_ratio(palette_[node.ink], palette_[node.ground]) < 4.5)
            found("contrast 4.5", node.id);
        if (node.reading.empty() && !(node.role == Role::Field && node.label.empty()))
            found("a reading", node.id);
        if (!node.state.actionable) return;
        const float least = is_submit(node.role) ? 20.0F : 15.0F;
        if (std::min(node.rect.w, node.rect.h) < least - kHair)
            found(is_submit(node.role) ? "buttons 20 mm" : "targets 15 mm", node.id);
    }

    void judge(const Node& a, const Node& b) {
        if (a.id == b.id) found("ids are unique", a.id);
        if (a.state.actionable && b.state.actionable &&
            gap_between(a.rect, b.rect) <
                (a.role == Role::Key && b.role == Role::Key ? 2.0F : 3.0F) - kHair &&
            !beside_bars(a, b))
            found("gap 3 mm", a.id + " | " + b.id);
        if (a.state.actionable && has_words(b.role) && a.rect.overlaps(ink_of(b)))
            found("words beside targets", a.id + " | " + b.id);
        if (has_words(a.role) && b.state.actionable && b.rect.overlaps(ink_of(a)))
            found("words beside targets", a.id + " | " + b.id);
        if (has_words(a.role) && has_words(b.role) && ink_of(a).overlaps(ink_of(b)))
            found("words do not overlap", a.id + " | " + b.id);
    }
    // The utilities of the top bar are words without boxes; what is between them is air enough.
    static bool beside_bars(const Node& a, const Node& b) {
        return a.role == Role::Utility && b.role == Role::Utility && gap_between(a.rect, b.rect) > 1.4F;
    }

    const Look& look_;
    const Palette& palette_;
    std::vector<Finding> findings_;
};

const std::vector<std::pair<std::string, Panel>> kPanels{{"15.6", {15.6F, 1920, 1080}},
                                                         {"21.5", {21.5F, 1920, 1080}},
                                                         {"13.3", {13.3F, 1920, 1080}},
                                                         {"10.1", {10.1F, 1920, 1200}}};

struct Totals {
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    int frames = 0;
    int nodes = 0;
    std::map<std::string, int> by_rule;
    std::map<std::string, std::set<std::string>> examples;
    std::map<std::string, std::pair<float, std::string>> smallest;  // panel and size asked for → least shown
    Exceptions exceptions;
};

struct Wish {
    std::string panel_name;
    Panel panel;
    std::string language;
    int percent = 100;
    bool contrast = false;
    bool ruby = false;
};

void judge_one(HeadlessUi& headless, samples::Sample& each, const Wish& wish, Totals& totals) {
    static const Themes themes(std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets");
    each.model.preferences = {.language = wish.language,
                              .text_percent = wish.percent,
                              .ruby = wish.ruby,
                              .high_contrast = wish.contrast};
    const auto look = look_of(each.model, wish.panel);
    headless.frame(look, screen_name(each.model), [&](Ui& ui) { return draw(each.model, Moment{1000}, ui); });
    const auto& tree = headless.ui().tree();
    for (const auto& finding : Lint(look, themes.of(look.contrast)).judge(tree)) {
        if (totals.exceptions.allow(finding.rule, each.name, finding.part, wish.panel_name)) continue;
        ++totals.by_rule[finding.rule];
        totals.examples[finding.rule].insert(each.name + " " + wish.language + (wish.ruby ? "+ruby " : " ") +
                                             std::to_string(wish.percent) + " " + wish.panel_name +
                                             (wish.contrast ? " contrast " : " ") + finding.part);
    }
    auto& least = totals.smallest[wish.panel_name + "\" asked " + std::to_string(wish.percent) + " %"];
    if (least.first == 0 || headless.ui().scale() < least.first)
        least = {headless.ui().scale(), each.name + " " + wish.language};
    totals.nodes += static_cast<int>(tree.size());
    ++totals.frames;
}

void judge_all(HeadlessUi& headless, const Wish& wish, Totals& totals) {
    for (auto& each : samples::all()) judge_one(headless, each, wish, totals);
}

std::vector<std::string> ids(const Tree& tree) {
    std::vector<std::string> all;
    for (const auto& node : tree) all.push_back(node.id);
    return all;
}

/// The model city's own questions, each page of their tiles.
void judge_city(HeadlessUi& headless, const Wish& wish, Totals& totals) {
    for (auto& each : samples::city_questions()) {
        std::vector<std::string> before;
        do {
            before = ids(headless.ui().tree());
            judge_one(headless, each, wish, totals);
            ++std::get<Question>(each.model.screen).page;
        } while (find(headless.ui().tree(), "answer.more") != nullptr && ids(headless.ui().tree()) != before);
    }
}

void print(const Totals& totals) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - totals.began;
    std::cout << "lint: " << totals.frames << " frames, " << totals.nodes << " parts, "
              << took.count() / std::max(1, totals.frames) << " ms a frame with the judging\n";
    for (const auto& [what, least] : totals.smallest)
        std::cout << "  " << what << ": the fullest page, " << least.second << ", shows "
                  << std::lround(least.first * 100) << " %\n";
    totals.exceptions.print();
    for (const auto& [rule, count] : totals.by_rule) {
        std::cout << "  " << rule << ": " << count << '\n';
        for (const auto& where : totals.examples.at(rule)) std::cout << "      " << where << '\n';
    }
}

std::vector<std::string> languages() {
    return Words(std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets").languages();
}

}  // namespace

TEST_CASE(
    "every screen in every language keeps the rules of size, distance and contrast, standard and largest",
    "[kiosk][lint]") {
    HeadlessUi headless;
    Totals totals;
    for (const auto& language : languages())
        for (const int percent : {100, 200})
            judge_all(headless,
                      {kPanels[0].first, kPanels[0].second, language, percent, percent == 200, false},
                      totals);
    for (const auto& [name, panel] : kPanels)
        judge_all(headless, {name, panel, "ja", 150, false, true}, totals);
    judge_all(headless, {"10.1", kPanels[3].second, "vi", 200, false, false}, totals);
    print(totals);
    CHECK(totals.by_rule.empty());
}

TEST_CASE("every screen, language, size, theme and panel keeps them", "[.full]") {
    HeadlessUi headless;
    Totals totals;
    for (const auto& [name, panel] : kPanels)
        for (const auto& language : languages())
            for (const int percent : {100, 125, 150, 200})
                for (const bool contrast : {false, true}) {
                    judge_all(headless, {name, panel, language, percent, contrast, false}, totals);
                    if (language == "ja")
                        judge_all(headless, {name, panel, language, percent, contrast, true}, totals);
                }
    print(totals);
    CHECK(totals.by_rule.empty());
    CHECK(totals.exceptions.unused().empty());
}

TEST_CASE("the model city's own questions keep them, every page of their tiles", "[kiosk][lint]") {
    HeadlessUi headless;
    Totals totals;
    judge_city(headless, {"15.6", kPanels[0].second, "ja", 100, false, false}, totals);
    judge_city(headless, {"15.6", kPanels[0].second, "vi", 200, true, false}, totals);
    judge_city(headless, {"10.1", kPanels[3].second, "easy", 150, false, false}, totals);
    print(totals);
    CHECK(totals.by_rule.empty());
}

TEST_CASE("the model city's own questions keep them in every language, size and panel", "[.full]") {
    HeadlessUi headless;
    Totals totals;
    for (const auto& [name, panel] : kPanels)
        for (const auto& language : languages())
            for (const int percent : {100, 125, 150, 200})
                judge_city(headless, {name, panel, language, percent, percent == 200, false}, totals);
    print(totals);
    CHECK(totals.by_rule.empty());
}

TEST_CASE("what is fixed stays on the same rectangles on every screen, at every size", "[kiosk][lint]") {
    HeadlessUi headless;
    for (const auto& [name, panel] : kPanels) {
        std::map<std::string, Rect> fixed;
        for (const int percent : {100, 150})
            for (auto& each : samples::all()) {
                each.model.preferences.text_percent = percent;
                headless.frame(look_of(each.model, panel), screen_name(each.model),
                               [&](Ui& ui) { return draw(each.model, Moment{1000}, ui); });
                for (const auto* id : {"back", "language", "text_size", "ruby", "voice", "staff", "rest",
                                       "stop", "next", "continue"}) {
                    const auto* node = find(headless.ui().tree(), id);
                    if (node == nullptr) continue;
                    const std::string place = id == std::string("continue") ? "next" : id;
                    const auto [known, is_new] = fixed.emplace(place, node->rect);
                    INFO(name << ' ' << each.name << ' ' << id);
                    CHECK((is_new || known->second == node->rect));
                }
            }
    }
}
