#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/interview/answers.hpp"
#include "forms/pack/cases.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/eyes.hpp"
#include "forms/sheets/papers.hpp"
#include "forms/sheets/routing_plan.hpp"
#include "forms/sheets/slip.hpp"
#include "tests/forms/sheets/paper_trial.hpp"

using namespace forms;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path kPack = KAKANAI_SOURCE_DIR "/forms/model-city";

struct Visit {
    Pack pack;
    Answers answers;
    std::vector<Decision> decisions;
};

Visit yoshibe() {
    auto loaded = load_pack(kPack);
    auto answers = read_answers_file(loaded.pack, kPack / "examples/yoshibe.json", 2026y / 11 / 22);
    REQUIRE(answers);
    Visit visit{std::move(loaded.pack), std::move(*answers), {}};
    visit.decisions = decide(visit.pack, visit.answers.context, visit.answers.facts);
    return visit;
}

std::vector<std::string> procedures_of(const SlipPlan& plan) {
    std::vector<std::string> found;
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows) found.push_back(row.procedure);
    for (const auto& row : plan.elsewhere) found.push_back(row.procedure);
    std::ranges::sort(found);
    return found;
}

Decision decision_of(const char* procedure, Outcome outcome) {
    Decision decision;
    decision.procedure = procedure;
    decision.outcome = outcome;
    return decision;
}

Pack small_pack() {
    auto loaded = load_pack(kPack);
    return std::move(loaded.pack);
}

}  // namespace

TEST_CASE("every procedure that applies or is to be asked about is on the slip once",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    std::vector<std::string> expected;
    for (const auto& decision : visit.decisions)
        if (decision.outcome != Outcome::DoesNotApply) expected.push_back(decision.procedure);
    std::ranges::sort(expected);

    CHECK(procedures_of(plan_slip(visit.pack, visit.answers.context, visit.decisions)) == expected);
}

TEST_CASE("the slip goes by urgency: soon due, what must not wait, later days, money, what can wait",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    const auto plan = plan_slip(visit.pack, visit.answers.context, visit.decisions);

    REQUIRE(plan.groups.size() >= 6);
    CHECK(plan.groups[0].heading == "12月1日（火）まで");
    CHECK(plan.groups[1].heading == "12月2日（水）まで");
    CHECK(plan.groups[2].heading == "早めにするもの");
    CHECK(plan.groups[3].heading == "令和9年2月17日（水）まで");
    CHECK(plan.groups[plan.groups.size() - 2].heading == "受け取れるお金");
    CHECK(plan.groups.back().heading == "急がないもの");
    int number = 0;
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows) CHECK(row.number == ++number);
}

TEST_CASE("a row to be checked says who checks it", "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    const auto plan = plan_slip(visit.pack, visit.answers.context, visit.decisions);
    int asks = 0;
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows) {
            INFO(row.procedure);
            CHECK(row.ask == !row.who_checks.empty());
            asks += row.ask ? 1 : 0;
        }
    CHECK(asks > 0);
    CHECK(plan.to_check == asks);
}

TEST_CASE("a deadline that has passed is said, not hidden", "[forms][sheets][slip]") {
    const auto pack = small_pack();
    auto late = decision_of(pack.procedures.front().id.c_str(), Outcome::Applies);
    late.deadline.emplace().date = 2026y / 11 / 20;
    const auto plan = plan_slip(pack, {"bereavement", 2026y / 11 / 22}, {late});
    REQUIRE(plan.groups.size() == 1);
    CHECK(plan.groups.front().note == "期限を過ぎています。窓口でご相談ください");
}

TEST_CASE("the slip in the hand says names, reasons, dates, law and number to the byte",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    Typesetter typesetter;
    const auto papers = make_papers(visit.pack, visit.answers.context, visit.answers.facts,
                                    {"1122-014", "", false}, typesetter);
    REQUIRE(papers);
    const auto slip = std::ranges::find(*papers, "slip", &PaperDocument::id);
    REQUIRE(slip != papers->end());
    const auto text = text_of(slip->pdf);
    for (const auto* words :
         {"𠮷邉\U000E0110健一", "𠮷邉\U000E0110正一", "1122-014", "12月1日（火）まで", "世帯主変更届",
          "50,000円", "要確認", "お持ちいただくもの", "市役所のほかで", "家庭裁判所", "国民健康保険法"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    for (const auto* never : {"登録済", "標準準拠"}) CHECK(text.find(never) == std::string::npos);
}

TEST_CASE("larger letters lose nothing", "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    const auto& context = visit.answers.context;
    const auto plan = plan_slip(visit.pack, context, visit.decisions);
    Typesetter typesetter;
    const auto usual =
        draw_slip(visit.pack, context, visit.answers.facts, plan, {"1", "", false}, typesetter);
    const auto large = draw_slip(visit.pack, context, visit.answers.facts, plan, {"1", "", true}, typesetter);
    REQUIRE(usual);
    REQUIRE(large);
    CHECK(large->pages >= usual->pages);
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows)
            CHECK(text_of(large->pdf).find(without_space(row.reason).substr(0, 12)) != std::string::npos);
}

TEST_CASE("the routing slip walks the counters in their order with what to hand over",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    const auto stops = plan_routing(visit.pack, visit.answers.context, visit.decisions);
    std::vector<std::string> counters;
    for (const auto& stop : stops) counters.push_back(stop.counter);
    CHECK(counters == std::vector<std::string>{"2", "5", "7", "9", "10", "12"});
    const auto& first = stops.front();
    CHECK(std::ranges::find(first.hand_over, "住民異動届（署名）") != first.hand_over.end());
    CHECK(std::ranges::find(first.hand_over, "印鑑登録証") != first.hand_over.end());
}

TEST_CASE("characters that other systems may change are given to the clerk's eyes, each once",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    Faces faces;
    std::vector<std::string> characters;
    for (const auto& each : characters_for_eyes(visit.pack, visit.answers.facts, faces))
        characters.push_back(each.character);
    CHECK(characters == std::vector<std::string>{"𠮷", "邉\U000E0110"});
}

TEST_CASE("the papers of a visit come out all together and the same every time", "[forms][sheets]") {
    const auto visit = yoshibe();
    Typesetter typesetter;
    const PaperOptions options{"1122-014", "午前10時45分", false};
    const auto once =
        make_papers(visit.pack, visit.answers.context, visit.answers.facts, options, typesetter);
    Typesetter fresh;
    const auto again = make_papers(visit.pack, visit.answers.context, visit.answers.facts, options, fresh);
    REQUIRE(once);
    REQUIRE(again);
    REQUIRE(once->size() == again->size());
    for (std::size_t i = 0; i < once->size(); ++i) {
        INFO(once->at(i).id);
        CHECK(once->at(i).pdf == again->at(i).pdf);
        CHECK(count_pages(once->at(i).pdf).value() == once->at(i).pages);
        CHECK(once->at(i).report.clean());
    }
}

TEST_CASE("who has nothing to do at the city hall is told so, and sent to no counter",
          "[forms][sheets][slip]") {
    const auto pack = small_pack();
    const auto families = load_cases(pack);
    const auto family = std::ranges::find(families.cases, "Nothing changes", &Case::name);
    REQUIRE(family != families.cases.end());
    Typesetter typesetter;
    const auto papers =
        make_papers(pack, {family->event, family->as_of}, family->facts, {"1122-014", "", false}, typesetter);
    REQUIRE(papers);
    const auto slip = text_of(std::ranges::find(*papers, "slip", &PaperDocument::id)->pdf);
    CHECK(slip.find("市役所での手続きはありません") != std::string::npos);
    CHECK(slip.find("0件") == std::string::npos);
    CHECK(slip.find("根拠") == std::string::npos);
    const auto routing = text_of(std::ranges::find(*papers, "routing_slip", &PaperDocument::id)->pdf);
    CHECK(routing.find("お進みいただく窓口はありません") != std::string::npos);
    CHECK(routing.find("0つ") == std::string::npos);
}

TEST_CASE("a family with a dozen sheets still has a routing slip of one page", "[forms][sheets][slip]") {
    const auto pack = small_pack();
    const auto families = load_cases(pack);
    Typesetter typesetter;
    for (const auto* name : {"A widow with two children, and the city record says what the family cannot",
                             "A self-employed father of three, aged 45"}) {
        const auto family = std::ranges::find(families.cases, name, &Case::name);
        REQUIRE(family != families.cases.end());
        auto facts = family->facts;
        for (const auto* none : {"farm.pension", "disability.mutual_aid", "deceased.employees_pension"})
            facts.set(none, {Value(false), Provenance::Resident});
        const auto papers =
            make_papers(pack, {family->event, family->as_of}, facts, {"1122-014", "", false}, typesetter);
        REQUIRE(papers);
        CHECK(papers->size() >= 14);
        CHECK(std::ranges::find(*papers, "routing_slip", &PaperDocument::id)->pages == 1);
    }
}

TEST_CASE("a heading never stands alone at the foot of a page", "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    auto plan = plan_slip(visit.pack, visit.answers.context, visit.decisions);
    Typesetter typesetter;
    int broken = 0;
    for (int lines = 0; lines < 20; ++lines) {
        for (auto& group : plan.groups) group.rows.front().reason += "手続きの理由がもう一行続きます。";
        const auto slip = draw_slip(visit.pack, visit.answers.context, visit.answers.facts, plan,
                                    {"1", "", false}, typesetter);
        REQUIRE(slip);
        const auto text = text_of(slip->pdf);
        for (const auto& group : plan.groups) {
            const auto again = text.find(without_space(group.heading) + "（つづき）");
            if (again == std::string::npos) continue;
            ++broken;
            INFO(group.heading << " after " << lines);
            CHECK(text.find(without_space(group.rows.front().name)) < again);
        }
    }
    CHECK(broken > 0);
}

TEST_CASE("a reader of やさしい日本語 finds every row again in plain words, with readings over the kanji",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    const auto& context = visit.answers.context;
    const auto plan = plan_slip(visit.pack, context, visit.decisions, "easy");
    int rows = 0;
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows) {
            INFO(row.procedure);
            CHECK(row.own_words.find("》") != std::string::npos);
            ++rows;
        }
    CHECK(rows > 10);
    Typesetter typesetter;
    const auto slip =
        draw_slip(visit.pack, context, visit.answers.facts, plan, {"1", "", false, "easy"}, typesetter);
    REQUIRE(slip);
    const auto text = text_of(slip->pdf);
    CHECK(text.find("せたいぬし") != std::string::npos);
    CHECK(text.find("《") == std::string::npos);
    CHECK(plan_slip(visit.pack, context, visit.decisions).groups.front().rows.front().own_words.empty());
}

TEST_CASE("what runs out first at another office stands at the head, and the pack's version at the foot",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    Typesetter typesetter;
    const auto papers =
        make_papers(visit.pack, visit.answers.context, visit.answers.facts,
                    {.number = "1122-014", .time = {}, .large = false, .language = "ja"}, typesetter);
    REQUIRE(papers);
    const auto slip = std::ranges::find(*papers, "slip", &PaperDocument::id);
    const auto words = text_of(slip->pdf);
    const auto lead = words.find("相続放棄・限定承認（家庭裁判所）が令和9年2月17日（水）まで");
    REQUIRE(lead != std::string::npos);
    CHECK(lead < words.find("世帯主変更届"));
    CHECK(words.find("（手続パックmodel-city2026.11）") != std::string::npos);
    const auto routing = std::ranges::find(*papers, "routing_slip", &PaperDocument::id);
    CHECK(routing->pages == 1);
}

TEST_CASE("what the next clerk has to know stands on the routing slip, and not on the slip to keep",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    Typesetter typesetter;
    const auto papers = make_papers(visit.pack, visit.answers.context, visit.answers.facts,
                                    {.number = "1122-014",
                                     .time = {},
                                     .large = false,
                                     .language = "ja",
                                     .handover = "カードの署名：確認済"},
                                    typesetter);
    REQUIRE(papers);
    const auto routing = std::ranges::find(*papers, "routing_slip", &PaperDocument::id);
    CHECK(text_of(routing->pdf).find("カードの署名：確認済") != std::string::npos);
    CHECK(routing->pages == 1);
    CHECK(text_of(std::ranges::find(*papers, "slip", &PaperDocument::id)->pdf).find("署名：確認済") ==
          std::string::npos);
}

TEST_CASE("who reads another language finds the counter's name and what to bring in it",
          "[forms][sheets][slip]") {
    const auto visit = yoshibe();
    Typesetter typesetter;
    const auto papers =
        make_papers(visit.pack, visit.answers.context, visit.answers.facts,
                    {.number = "1122-014", .time = {}, .large = false, .language = "vi"}, typesetter);
    REQUIRE(papers);
    const auto slip = text_of(std::ranges::find(*papers, "slip", &PaperDocument::id)->pdf);
    CHECK(slip.find("Thayđổichủhộ") != std::string::npos);
    CHECK(slip.find("Giấytờtùythân") != std::string::npos);
    CHECK(slip.find("chưađượckiểmtra(要確認)") != std::string::npos);  // nobody has reviewed these words yet
    const auto routing = text_of(std::ranges::find(*papers, "routing_slip", &PaperDocument::id)->pdf);
    CHECK(routing.find("PhòngBảohiểmvàLươnghưu") != std::string::npos);
}
