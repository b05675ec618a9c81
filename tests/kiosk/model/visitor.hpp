#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "forms/pack/load.hpp"
#include "kiosk/model/model.hpp"

namespace kiosk {

using namespace std::chrono_literals;

constexpr forms::Date kToday = std::chrono::year{2026} / 11 / 22;

/// Somebody who stands before the kiosk: says what they do and remembers what the kiosk wanted of its
/// workers.
class Visitor {
public:
    Visitor() : loaded_(forms::load_pack(KAKANAI_SOURCE_DIR "/tests/kiosk/model/pack")) {
        REQUIRE(loaded_.usable());
        model.setup = {.pack = &loaded_.pack, .panel_inches = 15.6, .today = kToday};
    }

    Visitor& does(const Event& event) {
        wanted = update(model, event, now);
        return *this;
    }
    Visitor& next() { return does(event::NextPressed{}); }
    Visitor& back() { return does(event::BackPressed{}); }
    Visitor& waits(Moment time) {
        now += time;
        return does(event::TimePassed{});
    }
    Visitor& types(std::string_view digits) {
        for (const char digit : digits) does(event::DigitPressed{digit});
        return *this;
    }
    Visitor& picks(const std::string& item, forms::Value value) {
        return does(event::AnswerPicked{item, std::move(value)});
    }
    Visitor& writes(const std::string& item, const std::string& text) {
        return does(event::TextEdited{item, text, text.size()});
    }
    /// 令和8年11月17日 and the like, on whichever date is asked.
    Visitor& types_date(const std::string& item, std::string_view year, std::string_view month,
                        std::string_view day) {
        does(event::EraPicked{item, EraTile::Reiwa}).types(year);
        does(event::DatePartFocused{item, DatePart::Month}).types(month);
        return does(event::DatePartFocused{item, DatePart::Day}).types(day);
    }

    template <class Wanted>
    [[nodiscard]] const Wanted* asked_for() const {
        for (const auto& command : wanted)
            if (const auto* found = std::get_if<Wanted>(&command)) return found;
        return nullptr;
    }
    template <class Shown>
    const Shown& sees() const {
        INFO("screen number " << model.screen.index());
        const auto* shown = std::get_if<Shown>(&model.screen);
        REQUIRE(shown);
        return *shown;
    }
    [[nodiscard]] VisitId visit() const { return model.visit.id; }

    // --- ways into the middle of a visit ---

    Visitor& lays_card() {
        does(event::LifeEventChosen{"bereavement"});
        does(event::CardSeen{visit(), event::Presence::Present});
        return does(event::TriesAnswered{visit(), cardreader::Entry::ByPin, 3});
    }
    Visitor& enters_pin() { return lays_card().types("1234").next(); }
    Visitor& is_read() { return enters_pin().does(event::CardRead{visit(), holder()}); }
    Visitor& begins_questions() { return is_read().next(); }
    /// National insurance, a funeral, where the money goes; then the results.
    Visitor& reaches_results() {
        begins_questions();
        picks("deceased.health_insurance", std::string("national_health")).next();
        picks("funeral.held", true).next();
        return types("1234567").next();
    }
    /// The dates that only the paper needs; then the review.
    Visitor& reaches_review() {
        reaches_results().next();
        types_date("funeral.date", "8", "11", "20").next();
        return types_date("deceased.death_date", "8", "11", "17").next();
    }
    Visitor& reaches_printing() {
        reaches_review().next();
        return does(event::Accepted{visit(), {"1122-014", {{"葬祭費支給申請書", 1}, {"手続き案内書", 2}}}});
    }

    [[nodiscard]] static cardreader::FourItems holder() {
        cardreader::FourItems items;
        items.name = "𠮷邉󠄐　健一";
        items.address = "言葉県書かない市本町３丁目１２番５号";
        items.birth_date = "1983-08-09";
        items.sex = '1';
        return items;
    }

    Model model;
    Moment now{1'000'000};
    Commands wanted;

private:
    forms::Loaded loaded_;
};

}  // namespace kiosk
