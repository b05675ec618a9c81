#include <algorithm>

#include "kiosk/model/results.hpp"
#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

namespace {

/// Somebody before the list of cards of the model city's pack.
class BeforeTheList {
public:
    BeforeTheList() : loaded_(forms::load_pack(KAKANAI_SOURCE_DIR "/forms/model-city")) {
        REQUIRE(loaded_.usable());
        model.setup = {.pack = &loaded_.pack, .panel_inches = 15.6, .today = kToday};
        model.visit.event = "bereavement";
        model.visit.today = kToday;
        model.visit.trail.push_back({"cards", 0});
        Question screen{.question = "cards", .several = true};
        for (const auto& key : loaded_.pack.question("cards")->asks)
            screen.drafts.push_back({key, PickDraft{}});
        model.screen = screen;
    }
    void does(const Event& event) {
        now_ += Moment{1000};
        (void)update(model, event, now_);
    }
    void touches(const std::string& item) { does(event::AnswerPicked{item, true}); }
    [[nodiscard]] const Question* list() const {
        const auto* screen = std::get_if<Question>(&model.screen);
        return screen && screen->question == "cards" ? screen : nullptr;
    }
    [[nodiscard]] std::optional<forms::Value> draft(const std::string& item) const {
        const auto found = std::ranges::find(list()->drafts, item, &ItemDraft::item);
        return std::get<PickDraft>(found->draft).picked;
    }
    [[nodiscard]] std::optional<forms::Value> told(const std::string& item) const {
        const auto* value = model.visit.facts.value(item);
        return value ? std::optional<forms::Value>(*value) : std::nullopt;
    }

    Model model;

private:
    Moment now_{1'000'000};
    forms::Loaded loaded_;
};

}  // namespace

TEST_CASE("in a list what is touched is so, what is touched again is not, and the rest is no",
          "[kiosk][model]") {
    BeforeTheList visitor;
    visitor.touches("deceased.seal_card");
    visitor.touches("deceased.lending_card");
    visitor.touches("deceased.lending_card");
    CHECK(visitor.draft("deceased.seal_card") == forms::Value(true));
    CHECK_FALSE(visitor.draft("deceased.lending_card"));

    visitor.does(event::NextPressed{});

    CHECK(visitor.told("deceased.seal_card") == forms::Value(true));
    CHECK(visitor.told("deceased.lending_card") == forms::Value(false));
    CHECK(visitor.told("deceased.disability_papers") == forms::Value(false));
}

TEST_CASE("a list with nothing touched is not answered: none of them is an answer of its own",
          "[kiosk][model]") {
    BeforeTheList visitor;
    visitor.does(event::NextPressed{});
    REQUIRE(visitor.list());
    CHECK(visitor.list()->trouble == DraftTrouble::Empty);

    visitor.does(event::NonePicked{});
    visitor.does(event::NextPressed{});

    CHECK(visitor.told("deceased.seal_card") == forms::Value(false));
}

TEST_CASE("touching a card gives up none of them, and I do not know gives up the cards", "[kiosk][model]") {
    BeforeTheList visitor;
    visitor.does(event::NonePicked{});
    visitor.touches("deceased.seal_card");
    CHECK(visitor.draft("deceased.seal_card") == forms::Value(true));
    CHECK_FALSE(visitor.draft("deceased.lending_card"));

    visitor.does(event::UnknownPicked{});
    CHECK(visitor.list()->unknown);
    CHECK_FALSE(visitor.draft("deceased.seal_card"));
}

TEST_CASE("the review says a list in one row: what is so", "[kiosk][model]") {
    BeforeTheList visitor;
    for (const auto& field : visitor.list()->drafts)
        visitor.model.visit.facts.set(
            field.item, {forms::Value(field.item == "deceased.seal_card"), forms::Provenance::Resident});
    const auto review =
        review_of(*visitor.model.setup.pack, {"bereavement", kToday}, visitor.model.visit.facts);
    std::vector<ReviewRow> rows;
    for (const auto& section : review.sections)
        std::ranges::copy_if(section.rows, std::back_inserter(rows),
                             [](const ReviewRow& row) { return row.question == "cards"; });
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().chosen == std::vector<std::string>{"deceased.seal_card"});
}

TEST_CASE("of the two days the funeral's may be left empty, the other may not", "[kiosk][model]") {
    BeforeTheList visitor;
    Question dates{.question = "dates"};
    for (const auto* key : {"deceased.death_date", "funeral.date"})
        dates.drafts.push_back({key, DateDraft{}});
    visitor.model.screen = dates;

    visitor.does(event::NextPressed{});
    CHECK(std::get<Question>(visitor.model.screen).trouble == DraftTrouble::Empty);

    visitor.does(event::EraPicked{"deceased.death_date", EraTile::Reiwa});
    visitor.does(event::DigitPressed{'8'});
    for (const auto& [part, digits] : {std::pair{DatePart::Month, "11"}, std::pair{DatePart::Day, "17"}}) {
        visitor.does(event::DatePartFocused{"deceased.death_date", part});
        for (const char digit : std::string_view(digits)) visitor.does(event::DigitPressed{digit});
    }
    visitor.does(event::NextPressed{});

    CHECK(visitor.told("deceased.death_date") == forms::Value(std::chrono::year{2026} / 11 / 17));
    CHECK(visitor.model.visit.facts.find("funeral.date"));
    CHECK_FALSE(visitor.told("funeral.date"));
}
