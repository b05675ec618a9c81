#include <random>

#include "tests/kiosk/model/visitor.hpp"

using namespace kiosk;

namespace {

constexpr int kEvents = 100'000;
const std::vector<std::string> kItems{
    "applicant.name", "deceased.health_insurance", "funeral.held", "funeral.date",
    "bank.account",   "deceased.death_date",       "no.such.thing"};

/// Presses everything at random: sensible things mostly, and whatever a worker may say, late or out of turn.
class RandomVisitor {
public:
    explicit RandomVisitor(unsigned seed) : random_(seed) {}

    Event anything(const Model& model) {
        const VisitId visit =
            chance(10) ? VisitId{static_cast<std::uint32_t>(model.visit.id) - 1} : model.visit.id;
        switch (below(32)) {
            case 0:
                return event::LifeEventChosen{chance(4) ? "birth" : "bereavement"};
            case 1:
                return event::CardSeen{visit, chance(2) ? event::Presence::Present : event::Presence::Absent};
            case 2:
                return event::CardSeen{visit, cardreader::fail({.code = error()})};
            case 3:
                return event::TriesAnswered{visit, entry(), below(4)};
            case 4:
                return event::TriesAnswered{visit, entry(), cardreader::fail({.code = error()})};
            case 5:
                return event::CardRead{visit, Visitor::holder()};
            case 6:
                return event::CardRead{visit, cardreader::fail({.code = error(), .tries_left = below(3)})};
            case 7:
                return event::Accepted{visit, {"1122-014", {{"a", 1}, {"b", 2}}}};
            case 8:
                return event::AcceptFailed{visit, AcceptTrouble::StoreFull};
            case 9:
                return event::PaperMoved{visit, static_cast<std::size_t>(below(3)), paper_state()};
            case 10:
                return event::PrinterChanged{
                    visit, chance(2) ? std::optional(PrinterTrouble::NoPaper) : std::nullopt};
            case 11:
                return event::BackPressed{};
            case 12:
                return event::NoCardChosen{};
            case 13:
                return chance(6) ? Event(event::StopPressed{}) : Event(event::PinForgotten{});
            case 14:
                return chance(6) ? Event(event::StopConfirmed{}) : Event(event::ContinuePressed{});
            case 15:
                return event::UnknownPicked{};
            case 16:
                return event::FixChosen{"bank_account", 0};
            case 17:
                return chance(2) ? Event(event::ChangeConfirmed{}) : Event(event::ChangeWithdrawn{});
            case 18:
                return event::PageTurned{static_cast<std::size_t>(below(5)),
                                         static_cast<std::size_t>(below(3))};
            case 19:
                return event::AnswerPicked{item(), forms::Value(chance(2))};
            case 20:
                return event::AnswerPicked{
                    item(), forms::Value(std::string(chance(2) ? "national_health" : "employee"))};
            case 21:
                return event::EraPicked{item(), EraTile::Reiwa};
            case 22:
                return event::DatePartFocused{item(), static_cast<DatePart>(below(3))};
            case 23:
                return event::TextEdited{item(), "𠮷邉󠄐", static_cast<std::size_t>(below(40))};
            case 24:
                return rest(visit);
            case 25:
                return chance(3) ? Event(event::PrintingLeft{}) : Event(event::SlipAgainPressed{});
            case 26:
                return event::RetryPressed{};
            case 27:
                return event::TimePassed{};
            case 28:
                return chance(2) ? Event(event::DigitErased{}) : Event(event::CardDisputed{});
            case 29:
            case 30:
                return event::DigitPressed{static_cast<char>('0' + below(10))};
            default:
                return event::NextPressed{};
        }
    }
    /// What a visitor who knows the way would do next, so that the far screens are reached too.
    Event onward(const Model& model) {
        const auto visit = model.visit.id;
        if (const auto* resting = std::get_if<Resting>(&model.overlay)) {
            const bool ready = !resting->noted || resting->typed.size() == Resting::kDigits;
            return ready ? Event(event::ContinuePressed{}) : Event(event::DigitPressed{'1'});
        }
        if (std::holds_alternative<Start>(model.screen)) return event::LifeEventChosen{"bereavement"};
        if (std::holds_alternative<PlaceCard>(model.screen))
            return event::CardSeen{visit, event::Presence::Present};
        if (const auto* pad = std::get_if<EnterPin>(&model.screen); pad && !pad->entry.complete())
            return event::DigitPressed{'1'};
        if (const auto* pad = std::get_if<EnterNumberB>(&model.screen); pad && !pad->entry.complete())
            return event::DigitPressed{'1'};
        if (std::holds_alternative<Reading>(model.screen)) return event::CardRead{visit, Visitor::holder()};
        if (std::holds_alternative<Submitting>(model.screen))
            return event::Accepted{visit, {"1122-014", {{"a", 1}}}};
        if (std::holds_alternative<Printing>(model.screen))
            return event::PaperMoved{visit, 0, PaperState::Printed};
        if (std::holds_alternative<Question>(model.screen) && chance(2)) return event::UnknownPicked{};
        return event::NextPressed{};
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
    bool chance(int one_in) { return below(one_in) == 0; }

private:
    Event rest(VisitId visit) {
        switch (below(4)) {
            case 0:
                return event::RestPressed{};
            case 1:
                return event::NumberReserved{visit, "1122-111"};
            case 2:
                return event::RestNumberNoted{};
            default:
                return event::PanelClosed{};
        }
    }
    std::string item() { return kItems.at(static_cast<std::size_t>(below(static_cast<int>(kItems.size())))); }
    cardreader::Errc error() {
        return static_cast<cardreader::Errc>(below(static_cast<int>(cardreader::Errc::Cancelled) + 1));
    }
    cardreader::Entry entry() { return chance(2) ? cardreader::Entry::ByPin : cardreader::Entry::ByNumberB; }
    PaperState paper_state() { return static_cast<PaperState>(below(4)); }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a hundred thousand random acts lead nowhere one cannot leave, and reach every screen",
          "[kiosk][model]") {
    Visitor visitor;
    RandomVisitor hand(20261122);
    std::vector<int> seen(std::variant_size_v<Screen>);
    int forgotten = 0;

    for (int i = 0; i < kEvents; ++i) {
        visitor.now += Moment{hand.below(2'000)};
        visitor.does(hand.chance(2) ? hand.onward(visitor.model) : hand.anything(visitor.model));
        ++seen.at(visitor.model.screen.index());
        if (visitor.asked_for<command::Forget>()) {
            ++forgotten;
            REQUIRE(visitor.model.visit.facts.empty());
            REQUIRE(visitor.model.visit.trail.empty());
        }
        const bool waits_for_worker = std::holds_alternative<Submitting>(visitor.model.screen) ||
                                      std::holds_alternative<Printing>(visitor.model.screen);
        if (!std::holds_alternative<Start>(visitor.model.screen) && !waits_for_worker)
            REQUIRE(next_deadline(visitor.model));
        if (hand.chance(500) && !std::holds_alternative<Resting>(visitor.model.overlay)) {
            visitor.does(event::StopPressed{}).does(event::StopConfirmed{});
            REQUIRE(std::holds_alternative<Start>(visitor.model.screen));
        }
    }

    CHECK(forgotten > 100);
    for (std::size_t screen = 0; screen < seen.size(); ++screen) {
        INFO("screen " << screen);
        CHECK(seen.at(screen) > 0);
    }
}
