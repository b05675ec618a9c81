#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <random>

#include "forms/pack/load.hpp"
#include "kiosk/model/model.hpp"
#include "kiosk/model/overloaded.hpp"
#include "kiosk/screens/draw.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

constexpr forms::Date kToday = std::chrono::year{2026} / 11 / 22;

cardreader::FourItems holder() {
    cardreader::FourItems items;
    items.name = "𠮷邉\xF3\xA0\x84\x90　健一";
    items.address = "言葉県書かない市本町３丁目１２番５号";
    items.birth_date = "1983-08-09";
    items.sex = '1';
    return items;
}

/// Somebody who touches whatever there is and types whatever comes, on the real screens over the real
/// update(), before workers that answer now well and now badly.
class RandomVisitor {
public:
    explicit RandomVisitor(std::uint32_t seed)
        : dice_(seed), loaded_(forms::load_pack(KAKANAI_SOURCE_DIR "/forms/model-city")) {
        REQUIRE(loaded_.usable());
        model_.setup = {.pack = &loaded_.pack, .panel_inches = 15.6, .today = kToday};
    }

    void act() {
        frame();
        const auto roll = throw_dice(100);
        if (roll < 86)
            touch();
        else if (roll < 92)
            headless_.type(std::u32string(U"0123456789あ邉A々")[throw_dice(14)]);
        else if (roll < 97)
            headless_.key(static_cast<KeyName>(throw_dice(12)));
        else
            wait();
        frame();
        ++seen_[model_.screen.index()];
    }
    /// From wherever it is, out to the start screen by what can be touched there.
    void leave() {
        int touches = 0;
        for (frame(); !std::holds_alternative<Start>(model_.screen) || model_.overlay.index() != 0; frame()) {
            INFO("screen " << model_.screen.index() << " overlay " << model_.overlay.index());
            REQUIRE(touches < 20);
            REQUIRE(headless_.touch(way_out()));
            ++touches;
            frame();
        }
        ++left_;
        earnest_ = left_ % 2 == 1;
        longest_ = std::max(longest_, touches);
    }
    [[nodiscard]] int left() const { return left_; }
    [[nodiscard]] int longest() const { return longest_; }
    [[nodiscard]] const std::map<std::size_t, int>& seen() const { return seen_; }
    [[nodiscard]] int finished() const { return finished_; }

private:
    std::size_t throw_dice(std::size_t sides) {
        return std::uniform_int_distribution<std::size_t>(0, sides - 1)(dice_);
    }

    void frame() {
        const auto happened = headless_.frame(look_of(model_, Panel{}), screen_name(model_),
                                              [&](Ui& ui) { return draw(model_, now_, ui); });
        check();
        if (happened) does(*happened);
    }

    void check() {
        const auto& tree = headless_.ui().tree();
        const auto* staff = find(tree, "staff");
        INFO("screen " << model_.screen.index() << " overlay " << model_.overlay.index());
        REQUIRE(staff != nullptr);
        REQUIRE(staff->state.actionable);
        // And back, from the card to the review, where nothing lies over the page.
        const auto screen = model_.screen.index();
        const bool under_way =
            screen >= 1 && screen <= 8 && std::holds_alternative<std::monostate>(model_.overlay);
        const auto* question = std::get_if<Question>(&model_.screen);
        if (under_way && (question == nullptr || question->undoing.empty())) {
            const auto* back = find(tree, "back");
            REQUIRE(back != nullptr);
            REQUIRE(back->state.actionable);
        }
        // A way on besides calling somebody, unless the kiosk itself is at work or out of order.
        const auto ways = std::ranges::count_if(tree, [](const Node& node) { return node.state.actionable; });
        REQUIRE(ways >= 2);
    }

    std::string way_out() {
        const auto& tree = headless_.ui().tree();
        if (const auto* resting = std::get_if<Resting>(&model_.overlay);
            resting != nullptr && resting->noted) {
            const std::string number = "014";
            const auto& typed = resting->typed;
            if (!number.starts_with(typed)) return "pad.clear";
            if (typed.size() < number.size()) return "pad." + number.substr(typed.size(), 1);
        }
        for (const auto* id : {"stop.confirm", "continue", "panel.close", "undoing.keep", "stop",
                               "leave_printing", "stop_printing", "back", "next"})
            if (const auto* node = find(tree, id); node != nullptr && node->state.actionable) return id;
        return "nothing";
    }

    void touch() {
        std::vector<std::string> ids;
        for (const auto& node : headless_.ui().tree())
            if (node.state.actionable && !(earnest_ && leads_away(node.id))) ids.push_back(node.id);
        if (earnest_ && can("answer.unknown") && throw_dice(3) == 0) ids = {"answer.unknown"};
        // 次へ is what moves a visit: it is touched more often than chance would.
        if (throw_dice(earnest_ ? 2 : 3) == 0 && can("next")) ids = {"next"};
        headless_.touch(ids[throw_dice(ids.size())]);
    }
    [[nodiscard]] bool can(std::string_view id) {
        const auto* node = find(headless_.ui().tree(), std::string(id));
        return node != nullptr && node->state.actionable;
    }
    // What somebody who wants the papers leaves alone.
    static bool leads_away(const std::string& id) {
        constexpr std::array<std::string_view, 9> kAway{
            "back", "stop", "rest", "staff", "language", "text_size", "voice", "review", "stop_printing"};
        return std::ranges::any_of(kAway, [&](std::string_view away) { return id.starts_with(away); });
    }

    void wait() {
        now_ += Moment{throw_dice(600'000)};
        does(event::TimePassed{});
    }

    void does(const Event& event) {
        for (auto& command : update(model_, event, now_)) answer(command);
    }

    void answer(Command& command) {
        const auto visit = model_.visit.id;
        const bool well = throw_dice(10) != 0;
        const auto bad =
            cardreader::Error{.code = static_cast<cardreader::Errc>(throw_dice(18)), .tries_left = 2};
        std::visit(Overloaded{
                       [&](const command::WatchCard&) {
                           does(event::CardSeen{visit, event::Presence::Present});
                       },
                       [&](const command::ReadTries& asked) {
                           does(event::TriesAnswered{visit, asked.entry, 3});
                       },
                       [&](const command::ReadCard&) {
                           if (well)
                               does(event::CardRead{visit, holder()});
                           else
                               does(event::CardRead{visit, cardreader::fail(bad)});
                       },
                       [&](const command::ReserveNumber&) {
                           does(event::NumberReserved{visit, well ? "1122-014" : ""});
                       },
                       [&](const command::SuggestWriting& asked) {
                           does(event::WritingSuggested{visit, asked.item, asked.from, {"緑町", "中央区"}});
                       },
                       [&](const command::Submit&) { accept(visit, well); },
                       [](const auto&) {},
                   },
                   command);
    }

    void accept(VisitId visit, bool well) {
        if (!well) return does(event::AcceptFailed{visit, static_cast<AcceptTrouble>(throw_dice(3))});
        does(event::Accepted{visit,
                             {"1122-014",
                              {{"国民健康保険葬祭費支給申請書", 1, PaperState::Waiting},
                               {"手続き案内書", 2, PaperState::Waiting}}}});
        if (throw_dice(3) == 0)
            does(event::PrinterChanged{visit, static_cast<PrinterTrouble>(throw_dice(8))});
        if (throw_dice(2) == 0) return;  // the printer is at it for as long as the visitor stays
        does(event::PrinterChanged{visit, std::nullopt});
        for (const std::size_t paper : {0U, 1U}) does(event::PaperMoved{visit, paper, PaperState::Printed});
        ++finished_;
    }

    std::mt19937 dice_;
    forms::Loaded loaded_;
    HeadlessUi headless_;
    Model model_;
    Moment now_{1000};
    std::map<std::size_t, int> seen_;
    bool earnest_ = false;  // every other visit wants to come to its end
    int finished_ = 0;
    int left_ = 0;
    int longest_ = 0;
};

// At least so many kinds of screens are seen on the way.
void walk(int events, std::uint32_t seed, std::size_t screens) {
    RandomVisitor visitor(seed);
    for (int i = 0; i < events; ++i) {
        visitor.act();
        if (i % 250 == 249) visitor.leave();
    }
    std::cout << "random visitor: " << events << " acts, " << visitor.finished() << " receptions, left "
              << visitor.left() << " times with at most " << visitor.longest() << " touches, screens";
    for (const auto& [screen, times] : visitor.seen()) std::cout << ' ' << screen << ':' << times;
    std::cout << '\n';
    CHECK(visitor.seen().size() >= screens);
}

}  // namespace

TEST_CASE("whatever a visitor touches, somebody can be called and there is a way on", "[kiosk][screens]") {
    walk(1500, 20261122, 6);
}

TEST_CASE("a hundred thousand acts of a random visitor end nowhere", "[kiosk][screens][.long]") {
    walk(100'000, 7, 11);
}
