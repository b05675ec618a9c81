#include <catch2/catch.hpp>

#include "kiosk/screens/draw.hpp"
#include "tests/kiosk/screens/samples.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

struct Stage {
    HeadlessUi headless;
    Look look;

    std::optional<Event> frame(const Model& model) {
        return headless.frame(look_of(model, look.panel), screen_name(model),
                              [&](Ui& ui) { return draw(model, Moment{1000}, ui); });
    }
    /// What comes of touching a node: an event, or nothing.
    std::optional<Event> tap(const Model& model, const std::string& id) {
        (void)frame(model);
        if (!headless.touch(id)) return std::nullopt;
        return frame(model);
    }
    std::optional<Event> key(const Model& model, KeyName key) {
        (void)frame(model);
        headless.key(key);
        return frame(model);
    }
};

Model sample(const std::string& name) {
    for (auto& each : samples::all())
        if (each.name == name) return std::move(each.model);
    FAIL("no sample is called " << name);
    return {};
}

template <class E>
bool is(const std::optional<Event>& happened) {
    return happened && std::holds_alternative<E>(*happened);
}

}  // namespace

TEST_CASE("a touch on a life event is the act itself", "[kiosk][screens]") {
    Stage stage;
    const auto happened = stage.tap(sample("01-start"), "event.bereavement");
    REQUIRE(is<event::LifeEventChosen>(happened));
    CHECK(std::get<event::LifeEventChosen>(*happened).id == "bereavement");
}

TEST_CASE("the condolence is said once, and not again when the card has to be laid a second time",
          "[kiosk][screens]") {
    Stage stage;
    (void)stage.frame(sample("02-card"));
    CHECK(find(stage.headless.ui().tree(), "lead")->label.find("お悔やみ") != std::string::npos);
    (void)stage.frame(sample("02-card-lifted"));
    CHECK(find(stage.headless.ui().tree(), "lead")->label.find("お悔やみ") == std::string::npos);
    CHECK(find(stage.headless.ui().tree(), "trouble") != nullptr);
}

TEST_CASE("a language that no native speaker has read yet says so on every screen", "[kiosk][screens]") {
    Stage stage;
    for (const std::string language : {"vi", "en"})
        for (auto& each : samples::all()) {
            INFO(each.name << " " << language);
            each.model.preferences.language = language;
            (void)stage.frame(each.model);
            const auto* button = find(stage.headless.ui().tree(), "language");
            if (button == nullptr) continue;  // resting or under a panel: the screen before said it
            CHECK((button->label.find("要確認") != std::string::npos) == (language == "vi"));
        }
}

TEST_CASE("PIN digits go out one by one and are never in the tree", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("03-pin");
    const auto happened = stage.tap(model, "pad.7");
    REQUIRE(is<event::DigitPressed>(happened));
    CHECK(std::get<event::DigitPressed>(*happened).digit == '7');
    CHECK(find(stage.headless.ui().tree(), "pin.entry")->label == "**");
    CHECK(is<event::DigitErased>(stage.tap(model, "pad.erase")));
    CHECK(is<event::PinForgotten>(stage.tap(model, "pin.forgotten")));
    stage.headless.type(U'5');
    CHECK(is<event::DigitPressed>(stage.frame(model)));
}

TEST_CASE("a locked PIN leaves the other way open and no way to go on", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("03-pin-locked");
    (void)stage.frame(model);
    CHECK(find(stage.headless.ui().tree(), "next") == nullptr);
    CHECK(is<event::PinForgotten>(stage.tap(model, "pin.forgotten")));
}

TEST_CASE("the card's words are shown byte for byte and a difference can be said", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("04-confirm");
    (void)stage.frame(model);
    CHECK(find(stage.headless.ui().tree(), "confirm.name")->label == "𠮷邉\xF3\xA0\x84\x90　健一");
    CHECK(is<event::CardDisputed>(stage.tap(model, "dispute")));
    CHECK(is<event::NextPressed>(stage.tap(model, "next")));
}

TEST_CASE("an answer is picked by its tile, and わからない is one", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("05-question");
    const auto happened = stage.tap(model, "answer.family");
    REQUIRE(is<event::AnswerPicked>(happened));
    CHECK(std::get<event::AnswerPicked>(*happened).value == forms::Value(std::string("family")));
    CHECK(is<event::UnknownPicked>(stage.tap(model, "answer.unknown")));
    CHECK(is<event::AnswerPicked>(stage.tap(sample("05-yes-no"), "answer.no")));
}

TEST_CASE("at 150 % four answers stand on a page and the others on the next", "[kiosk][screens]") {
    Stage stage;
    auto model = sample("05-question");
    model.preferences.text_percent = 150;
    model.preferences.ruby = true;
    const auto happened = stage.tap(model, "answer.more");
    REQUIRE(is<event::PageTurned>(happened));
    CHECK(std::get<event::PageTurned>(*happened).page == 1);
    CHECK(find(stage.headless.ui().tree(), "answer.national") != nullptr);
    CHECK(find(stage.headless.ui().tree(), "answer.union") == nullptr);
    std::get<Question>(model.screen).page = 1;
    CHECK(is<event::AnswerPicked>(stage.tap(model, "answer.union")));
}

TEST_CASE(
    "of a list of several pages every tile is seen before 次へ goes on, and どれもない is said of all of "
    "them",
    "[kiosk][screens]") {
    Stage stage;
    auto lists = samples::city_questions();
    auto& model = std::ranges::find(lists, "cards", &samples::Sample::name)->model;
    auto& list = std::get<Question>(model.screen);
    list.drafts.front().draft = PickDraft{forms::Value(true)};
    const auto turned = stage.tap(model, "next");
    REQUIRE(is<event::PageTurned>(turned));
    CHECK(std::get<event::PageTurned>(*turned).page == 1);
    CHECK(find(stage.headless.ui().tree(), "answer.none") == nullptr);
    list.page = 1;
    CHECK(is<event::NonePicked>(stage.tap(model, "answer.none")));
    CHECK(is<event::NextPressed>(stage.tap(model, "next")));
    list.page = 0;
    list.unknown = true;
    CHECK(is<event::NextPressed>(stage.tap(model, "next")));
}

TEST_CASE("a typed name keeps its rare characters and the edit is reported whole", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("07-typing");
    (void)stage.frame(model);
    stage.headless.type(U'あ');
    const auto happened = stage.frame(model);
    REQUIRE(is<event::TextEdited>(happened));
    CHECK(std::get<event::TextEdited>(*happened).text == "𠮷あ邉\xF3\xA0\x84\x90　正一");
    CHECK(is<event::ItemFocused>(stage.tap(model, "field.deceased.name_kana")));
}

TEST_CASE("a date is era, three fields and one pad, with the other calendar as echo", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("08-date");
    (void)stage.frame(model);
    CHECK(find(stage.headless.ui().tree(), "date.echo")->label == "昭和29年（1954年）5月3日");
    CHECK(find(stage.headless.ui().tree(), "date.age")->label == "72歳");
    CHECK(is<event::EraPicked>(stage.tap(model, "era.heisei")));
    CHECK(is<event::DatePartFocused>(stage.tap(model, "date.month")));
}

TEST_CASE("the results' pages are walked with the primary and left with it at the end", "[kiosk][screens]") {
    Stage stage;
    auto model = sample("09-result");
    const auto turned = stage.tap(model, "next");
    REQUIRE(is<event::PageTurned>(turned));
    CHECK(std::get<event::PageTurned>(*turned).group == 1);
    std::get<Results>(model.screen).group = 3;
    CHECK(is<event::NextPressed>(stage.tap(model, "next")));
    CHECK(is<event::PageTurned>(stage.tap(model, "back")));
}

TEST_CASE("each row of the review can be corrected", "[kiosk][screens]") {
    Stage stage;
    const auto happened = stage.tap(sample("10-check"), "review.deceased.birth_date.fix");
    REQUIRE(is<event::FixChosen>(happened));
    CHECK(std::get<event::FixChosen>(*happened).question == "birth_date");
}

TEST_CASE("under a panel nothing can be touched but the panel's own acts", "[kiosk][screens]") {
    Stage stage;
    const auto model = sample("13-timeout");
    CHECK(is<event::ContinuePressed>(stage.tap(model, "continue")));
    CHECK_FALSE(stage.tap(model, "answer.national"));
    CHECK_FALSE(stage.tap(model, "back"));
    CHECK(is<event::StaffButtonPressed>(stage.tap(model, "staff")));
}

TEST_CASE("while somebody rests nothing of the visit is on the screen", "[kiosk][screens]") {
    Stage stage;
    (void)stage.frame(sample("resting"));
    for (const auto& node : stage.headless.ui().tree())
        CHECK(node.label.find("健康保険") == std::string::npos);
}

TEST_CASE("the keyboard alone reaches everything a finger reaches", "[kiosk][screens]") {
    for (auto& each : samples::all()) {
        Stage stage;
        (void)stage.frame(each.model);
        std::size_t targets = 0;
        for (const auto& node : stage.headless.ui().tree()) targets += node.state.actionable ? 1 : 0;
        std::vector<std::string> visited;
        for (std::size_t i = 0; i < targets; ++i) {
            (void)stage.key(each.model, KeyName::Tab);
            for (const auto& node : stage.headless.ui().tree())
                if (node.state.focused) visited.push_back(node.id);
        }
        INFO(each.name);
        CHECK(visited.size() == targets);
        std::ranges::sort(visited);
        CHECK(std::ranges::adjacent_find(visited) == visited.end());
    }
}
