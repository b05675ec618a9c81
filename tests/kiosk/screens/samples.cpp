#include "tests/kiosk/screens/samples.hpp"

#include <algorithm>
#include <utility>

#include "forms/pack/load.hpp"
#include "kiosk/model/drafts.hpp"

using namespace kiosk;
using forms::ItemType;
using forms::Text;
using std::chrono::year;

namespace samples {
namespace {
constexpr forms::Date day(int y, unsigned m, unsigned d) {
    return {year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

const std::string kSon = "𠮷邉󠄐　健一";
const std::string kFather = "𠮷邉󠄐　正一";
const std::string kAddress = "言葉県書かない市本町3丁目12番5号";

forms::Fact from_card(forms::Value value) {
    return {std::move(value), forms::Provenance::Card};
}

ConfirmCard confirm() {
    ConfirmCard screen;
    screen.holder.set("applicant.name", from_card(kSon));
    screen.holder.set("applicant.address", from_card(kAddress));
    screen.holder.set("applicant.birth_date", from_card(day(1983, 8, 9)));
    screen.holder.set("applicant.sex", from_card(std::string("male")));
    return screen;
}

Question asked(const char* id, std::vector<ItemDraft> drafts, std::size_t focus = 0) {
    Question screen;
    screen.question = id;
    screen.focus = focus;
    screen.drafts = std::move(drafts);
    screen.number = 2;
    screen.of = 20;
    return screen;
}

Results results() {
    Results screen;
    const auto add = [&](const char* id, forms::Outcome outcome, std::optional<forms::Date> by,
                         std::optional<std::int64_t> amount) {
        forms::Decision decision;
        decision.procedure = id;
        decision.outcome = outcome;
        if (by) {
            decision.deadline.emplace();
            decision.deadline->date = decision.deadline->by_calendar = *by;
        }
        decision.amount = amount;
        screen.decisions.push_back(decision);
    };
    add("householder_change", forms::Outcome::Applies, day(2026, 12, 1), {});
    add("nhi_householder", forms::Outcome::Applies, day(2026, 12, 1), {});
    add("care_card", forms::Outcome::Applies, day(2026, 12, 1), {});
    add("pension_notice", forms::Outcome::Ask, day(2026, 12, 1), {});
    add("funeral_grant", forms::Outcome::Applies, day(2028, 11, 20), 50000);
    screen.groups = {{GroupKind::Dated, day(2026, 12, 1), {0, 1, 2, 3}},
                     {GroupKind::Money, {}, {4}},
                     {GroupKind::NoHurry, {}, {0, 2}},
                     {GroupKind::Elsewhere, {}, {1}}};
    return screen;
}

Review review() {
    Review screen;
    const auto row = [](const char* question, const char* item, std::optional<forms::Value> value,
                        bool missing = false) {
        return ReviewRow{question, 0, item, std::move(value), forms::Provenance::Resident, missing};
    };
    screen.sections = {
        {"applicant", {row("phone", "applicant.phone", std::string("09012345678"))}},
        {"deceased",
         {row("name", "deceased.name", kFather), row("birth_date", "deceased.birth_date", day(1954, 5, 3)),
          row("birth_date", "deceased.death_date", day(2026, 11, 17)),
          row("name", "deceased.address", kAddress),
          row("health_insurance", "deceased.health_insurance", std::string("national"))}},
        {"answers", {row("householder", "deceased.was_householder", true)}},
        {"bank", {row("phone", "bank.holder_kana", std::nullopt, true)}}};
    screen.section = 1;
    return screen;
}

Receipt receipt() {
    using enum PaperState;
    return {"1122-014",
            {{"住民異動届（世帯変更）", 1, Printed},
             {"国民健康保険異動届", 1, Printed},
             {"国民健康保険葬祭費支給申請書", 1, Printing},
             {"介護保険資格喪失届", 1, Waiting},
             {"相続人代表者指定届兼現所有者申告書", 2, Waiting},
             {"手続き案内書", 1, Waiting}}};
}

Question undoing() {
    auto screen = asked("health_insurance",
                        {{"deceased.health_insurance", PickDraft{forms::Value(std::string("family"))}}});
    forms::Change change;
    change.label = pack().procedure("funeral_grant")->name;
    screen.undoing = {change};
    return screen;
}

std::vector<ItemDraft> bank_drafts() {
    return {{"bank.name", TextDraft{"ことのは銀行", 18}},
            {"bank.type", PickDraft{forms::Value(std::string("ordinary"))}},
            {"bank.branch", TextDraft{}},
            {"bank.number", DigitsDraft{"0123", 7}},
            {"bank.holder_kana", TextDraft{"ヨシベ　ケンイチ", 24}}};
}

Question no_such_day() {
    auto screen = asked("birth_date",
                        {{"deceased.birth_date", DateDraft{EraTile::Showa, "64", "1", "8", DatePart::Day}}});
    screen.trouble = DraftTrouble::NoSuchDate;
    return screen;
}

Question empty_answer() {
    auto screen = asked("health_insurance", {{"deceased.health_insurance", PickDraft{}}});
    screen.trouble = DraftTrouble::Empty;
    return screen;
}

EnterPin pin(std::optional<cardreader::Error> trouble) {
    EnterPin screen;
    screen.entry.push('1');
    screen.entry.push('2');
    screen.tries_left = !trouble ? 3 : trouble->code == cardreader::Errc::PinLocked ? 0 : 2;
    screen.trouble = trouble;
    return screen;
}

EnterNumberB number_b() {
    EnterNumberB screen;
    for (const char c : std::string("8308092031")) screen.entry.push(c);
    screen.tries_left = 10;
    return screen;
}

void add_panels(std::vector<Sample>& list) {
    const auto question = [] {
        return asked("health_insurance",
                     {{"deceased.health_insurance", PickDraft{forms::Value(std::string("national"))}}});
    };
    const auto with = [&](const char* name, Overlay overlay) {
        auto made = model(question());
        made.overlay = std::move(overlay);
        list.push_back({name, std::move(made)});
    };
    with("13-timeout", TimeOut{Moment{0}, Moment{240'000}});
    with("language", LanguagePanel{});
    with("text-size", TextSizePanel{});
    with("staff-called", StaffCalled{});
    with("resting", Resting{});
    with("resting-number", Resting{.number = "1122-014"});
    with("resting-hidden", Resting{.number = "1122-014", .noted = true, .typed = "01"});
    with("resting-wrong", Resting{.number = "1122-014", .noted = true, .wrong = 1});
    with("stop-asked", StopAsked{});
}

}  // namespace

Model model(Screen screen) {
    Model made;
    made.setup.pack = &pack();
    made.setup.today = day(2026, 11, 22);
    made.setup.has_voice = true;
    made.visit.event = "bereavement";
    made.screen = std::move(screen);
    return made;
}

// Two cards of the model city's list touched, on one of its pages.
Sample list_of_cards(const char* name, int page) {
    auto questions = city_questions();
    auto& cards = *std::ranges::find(questions, "cards", &Sample::name);
    auto& screen = std::get<Question>(cards.model.screen);
    screen.page = page;
    for (std::size_t touched = 0; touched < 2; ++touched)
        screen.drafts[touched].draft = PickDraft{forms::Value(true)};
    return {name, std::move(cards.model)};
}

std::vector<Sample> all() {
    using cardreader::Errc;
    std::vector<Sample> list;
    const auto add = [&](const char* name, Screen screen) {
        list.push_back({name, model(std::move(screen))});
    };
    add("01-start", Start{});
    add("02-card", PlaceCard{});
    add("02-card-lifted", PlaceCard{cardreader::Error{.code = Errc::CardRemoved}});
    add("03-pin", pin({}));
    add("03-pin-wrong", pin(cardreader::Error{.code = Errc::WrongPin, .tries_left = 2}));
    add("03-pin-locked", pin(cardreader::Error{.code = Errc::PinLocked}));
    add("03-number-b", number_b());
    add("03-reading", Reading{});
    add("04-confirm", confirm());
    add("05-question", asked("health_insurance", {{"deceased.health_insurance",
                                                   PickDraft{forms::Value(std::string("national"))}}}));
    add("05-question-empty", empty_answer());
    add("05-yes-no", asked("householder", {{"deceased.was_householder", PickDraft{}}}));
    list.push_back(list_of_cards("05-list", 0));
    list.push_back(list_of_cards("05-list-more", 1));
    add("07-typing", asked("name", {{"deceased.name", TextDraft{kFather, 4}},
                                    {"deceased.name_kana", TextDraft{"よしべ　しょういち", 0}}}));
    add("07-kana",
        asked("name", {{"deceased.name", TextDraft{"", 0}}, {"deceased.name_kana", TextDraft{"よしべ", 9}}},
              1));
    list.back().model.visit.facts.set("applicant.name", from_card(kSon));
    add("07-empty",
        asked("name", {{"deceased.name", TextDraft{"", 0}}, {"deceased.name_kana", TextDraft{"", 0}}}));
    add("07-forms", asked("name", {{"deceased.name", TextDraft{"邉", 3}},
                                   {"deceased.name_kana", TextDraft{"よしべ", 9}}}));
    add("07-address", asked("address", {{"deceased.address", TextDraft{kAddress, kAddress.size()}}}));
    add("07-group-text", asked("bank", bank_drafts(), 0));
    add("07-group-digits", asked("bank", bank_drafts(), 3));
    add("08-date-empty", asked("birth_date", {{"deceased.birth_date", DateDraft{}}}));
    add("08-date-impossible", no_such_day());
    add("08-date-unknown",
        asked("death_date",
              {{"deceased.death_date", DateDraft{EraTile::Western, "2026", "11", "17", DatePart::Day}}}));
    add("08-date", asked("birth_date", {{"deceased.birth_date",
                                         DateDraft{EraTile::Showa, "29", "5", "3", DatePart::Day}}}));
    add("08-phone", asked("phone", {{"applicant.phone", DigitsDraft{"0901234", 11}}}));
    add("09-result", results());
    add("10-check", review());
    add("11-submitting", Submitting{});
    add("11-progress", Printing{receipt(), Moment{0}, {}, Moment{0}});
    add("12-finish", Finish{receipt(), "citizens", false});
    add("14-paper-out", Printing{receipt(), Moment{0}, PrinterTrouble::NoPaper, Moment{0}});
    add("14-printer-off", Printing{receipt(), Moment{0}, PrinterTrouble::Unreachable, Moment{0}});
    add("15-disk-full", Trouble{TroubleKind::StoreFull, Moment{0}});
    add("15-pack-broken", Trouble{TroubleKind::PackBroken, Moment{0}});
    add("05-undoing", undoing());
    add_panels(list);
    return list;
}

std::vector<Sample> city_questions() {
    static const auto city = forms::load_pack(KAKANAI_SOURCE_DIR "/forms/model-city");
    std::vector<Sample> questions;
    for (const auto& question : city.pack.questions) {
        Question screen{.question = question.id, .several = question.several};
        for (const auto& key : question.asks)
            if (const auto* item = city.pack.item(key))
                screen.drafts.push_back({key, draft_for(*item, nullptr)});
        questions.push_back({question.id, model(std::move(screen))});
        questions.back().model.setup.pack = &city.pack;
    }
    return questions;
}

}  // namespace samples
