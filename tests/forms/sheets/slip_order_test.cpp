#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/pack/cases.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/routing_slip.hpp"
#include "forms/sheets/slip_lead.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const PaperOptions kOptions{"1122-014", "", false};
constexpr Date kToday = 2026y / 11 / 28;

const Pack& city() {
    static const Pack pack = load_pack(KAKANAI_SOURCE_DIR "/forms/model-city").pack;
    return pack;
}

Decision decided(const char* procedure, std::optional<Date> until = {}, Outcome outcome = Outcome::Applies) {
    Decision decision;
    decision.procedure = procedure;
    decision.outcome = outcome;
    if (until) decision.deadline.emplace().date = *until;
    return decision;
}

SlipPlan planned(const std::vector<Decision>& decisions) {
    return plan_slip(city(), {"bereavement", kToday}, decisions);
}

std::string lead_words(const SlipPlan& plan) {
    std::string words;
    for (const auto& paragraph : slip_lead(plan, kToday))
        for (const auto& part : paragraph) words += part.text;
    return words;
}

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what comes before the funeral stands first, what must not wait before days far off, money by day",
          "[forms][sheets][slip]") {
    const auto plan =
        planned({decided("seal_registration_return"), decided("unpaid_pension", 2031y / 11 / 17),
                 decided("nhi_funeral_grant", 2028y / 11 / 20), decided("nhi_high_cost"),
                 decided("property_owner_report", 2027y / 2 / 17), decided("physical_certificate_return"),
                 decided("care_loss", 2026y / 12 / 1), decided("child_allowance_new", 2026y / 12 / 2),
                 decided("public_assistance_death")});
    std::vector<std::string> headings;
    for (const auto& group : plan.groups) headings.push_back(group.heading);
    CHECK(headings == std::vector<std::string>{"先にするもの", "12月1日（火）まで", "12月2日（水）まで",
                                               "早めにするもの", "令和9年2月17日（水）まで", "受け取れるお金",
                                               "急がないもの"});
    std::vector<std::string> money;
    for (const auto& row : plan.groups.at(5).rows) money.push_back(row.procedure);
    CHECK(money == std::vector<std::string>{"nhi_high_cost", "nhi_funeral_grant", "unpaid_pension"});
    CHECK(plan.next == 2026y / 12 / 1);
}

TEST_CASE("a limit without a day is said in the pack's words on its row", "[forms][sheets][slip]") {
    std::vector<Decision> all;
    for (const auto& procedure : city().procedures)
        if (!procedure.deadline) all.push_back(decided(procedure.id.c_str()));
    const auto plan = planned(all);
    int said = 0;
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows) {
            const auto& note = city().procedure(row.procedure)->deadline_note.ja;
            INFO(row.procedure);
            CHECK(row.until == note);
            said += note.empty() ? 0 : 1;
        }
    CHECK(said > 40);
}

TEST_CASE("nothing that is urgent in the pack's own words stands under what can wait",
          "[forms][sheets][slip]") {
    std::vector<Decision> all;
    for (const auto& procedure : city().procedures)
        if (!procedure.deadline) all.push_back(decided(procedure.id.c_str()));
    const auto plan = planned(all);
    REQUIRE(plan.groups.back().heading == "急がないもの");
    for (const auto& row : plan.groups.back().rows)
        for (const auto* urgent : {"速やかに", "火葬の前", "葬式の前", "日前まで", "日以内", "から14日"}) {
            INFO(row.procedure << " " << row.until);
            CHECK_FALSE(has(row.until, urgent));
        }
}

TEST_CASE("a day that is over at another office is said to be over, and the next day to come is named",
          "[forms][sheets][slip]") {
    const auto plan =
        planned({decided("care_loss", 2026y / 12 / 1), decided("employee_pension_report", 2026y / 11 / 27),
                 decided("final_tax_return", 2027y / 3 / 17)});
    REQUIRE(plan.elsewhere.size() == 2);
    CHECK(plan.elsewhere.front().passed);
    CHECK(has(plan.elsewhere.front().until, "11月27日（金）の期限を過ぎています"));
    const auto lead = lead_words(plan);
    CHECK(has(lead,
              "厚生年金　受給権者死亡届（年金事務所）は、11月27日（金）の期限を過ぎています。"));
    CHECK_FALSE(has(lead, "11月27日（金）まで"));
    CHECK(has(lead, "準確定申告（税務署）が令和9年3月17日（水）までです。"));
    CHECK(has(lead, "いちばん早い期限は、12月1日（火）です。"));
}

TEST_CASE("what may not concern the family at another office is never stated as a fact",
          "[forms][sheets][slip]") {
    const auto plan = planned({decided("care_loss", 2026y / 12 / 1),
                               decided("renounce_inheritance", 2027y / 2 / 17, Outcome::Ask)});
    CHECK(has(lead_words(plan), "までです（対象かどうかは要確認）。"));
    Typesetter typesetter;
    const auto slip = draw_slip(city(), {"bereavement", kToday}, {}, plan, {}, typesetter);
    REQUIRE(slip);
    const auto text = text_of(slip->pdf);
    CHECK(has(
        text.substr(text.find("市役所のほかで相続") == std::string::npos ? text.rfind("市役所のほかで") : 0),
        "要確認"));
}

TEST_CASE("what has to be paid is called a fee, what is paid out is not", "[forms][sheets][slip]") {
    auto fee = decided("city_cemetery");
    fee.amount = 200;
    auto grant = decided("nhi_funeral_grant", 2028y / 11 / 20);
    grant.amount = 50000;
    const auto plan = planned({fee, grant});
    CHECK(plan.groups.front().rows.front().name == "市営墓地の使用権の承継　手数料200円");
    CHECK(plan.groups.back().rows.front().name == "国民健康保険　葬祭費　50,000円");
}

TEST_CASE("a yearly or monthly amount says so, and that only one of two pensions is paid is said",
          "[forms][sheets][slip]") {
    const auto plan =
        planned({decided("survivor_basic_pension", 2031y / 11 / 17),
                 decided("death_lump_sum", 2028y / 11 / 17), decided("widow_pension", 2031y / 11 / 17)});
    Typesetter typesetter;
    const auto slip = draw_slip(city(), {"bereavement", kToday}, {}, plan, {}, typesetter);
    REQUIRE(slip);
    const auto text = text_of(slip->pdf);
    CHECK(has(text, "年額。お子さん2人まで"));
    CHECK(has(text, "死亡一時金も受けられるときは、どちらか一つを選びます"));
}

TEST_CASE(
    "the box of what to ask holds exactly what the slip marks, with a line where yes or no is no answer",
    "[forms][sheets][slip]") {
    for (const auto& each : load_cases(city()).cases) {
        const Context context{each.event, each.as_of};
        const auto decisions = decide(city(), context, each.facts);
        const auto plan = plan_slip(city(), context, decisions);
        const auto notes = what_to_ask(city(), context, decisions);
        const auto holds = [&](const std::string& words) {
            return std::ranges::find(notes, words, &ToAsk::words) != notes.end();
        };
        int marked = 0;
        const auto see = [&](const SlipRow& row) {
            if (!row.ask) return;
            ++marked;
            const auto decision = std::ranges::find(decisions, row.procedure, &Decision::procedure);
            INFO(each.name << ": " << row.procedure);
            CHECK((holds(city().procedure(row.procedure)->name.ja) ||
                   std::ranges::any_of(decision->missing,
                                       [&](const Missing& missing) { return holds(missing.label.ja); })));
        };
        for (const auto& group : plan.groups) std::ranges::for_each(group.rows, see);
        std::ranges::for_each(plan.elsewhere, see);
        INFO(each.name);
        CHECK((marked == 0) == notes.empty());
        for (const auto& note : notes) {
            if (note.words == "健康保険") CHECK(note.answer == ToAsk::Answer::Words);
            if (note.words == "生年月日") CHECK(note.answer == ToAsk::Answer::Day);
        }
    }
}

TEST_CASE("a sheet is handed over at one counter, and none twice under two names", "[forms][sheets][slip]") {
    for (const auto& each : load_cases(city()).cases) {
        const Context context{each.event, each.as_of};
        std::vector<std::string> handed;
        for (const auto& stop : plan_routing(city(), context, decide(city(), context, each.facts)))
            for (const auto& thing : stop.hand_over)
                if (has(thing, "（署名）")) handed.push_back(thing);
        std::ranges::sort(handed);
        INFO(each.name);
        CHECK(std::ranges::adjacent_find(handed) == handed.end());
        CHECK(std::ranges::find(handed, "委任状（署名）") == handed.end());
    }
}

TEST_CASE("every page of a long routing slip says whose it is, counters are counted as one counts them",
          "[forms][sheets][slip]") {
    std::vector<RoutingStop> stops;
    for (int i = 1; i <= 20; ++i) stops.push_back({std::to_string(i), "課", {"届"}, {}, {}, {}});
    for (int i = 0; i < 60; ++i)
        stops.at(2).hand_over.push_back("たいへん長い名前の申請書 " + std::to_string(i));
    Typesetter typesetter;
    const auto slip = draw_routing_slip(city(), {"bereavement", kToday}, stops, {}, kOptions, typesetter);
    REQUIRE(slip);
    REQUIRE(slip->pages >= 3);
    const auto text = text_of(slip->pdf);
    CHECK(has(text, "上から順に、20の窓口へ"));
    for (int page = 2; page <= slip->pages; ++page)
        CHECK(has(text, "受付案内票（" + std::to_string(page) + "ページ）受付番号1122-014"));
    CHECK(has(text, "（つづき）"));  // the long row begins on the first page, below the two before it
    CHECK(text.find("名前の申請書0") < text.find("受付案内票（2ページ）"));
    for (int i = 0; i < 60; ++i) CHECK(has(text, "名前の申請書" + std::to_string(i)));

    const auto alone =
        draw_routing_slip(city(), {"bereavement", kToday}, {stops.front()}, {}, kOptions, typesetter);
    REQUIRE(alone);
    CHECK(has(text_of(alone->pdf), "次の窓口へお進みください。"));
    CHECK_FALSE(has(text_of(alone->pdf), "上から順に"));
}
