#include <map>
#include <set>

#include "forms/interview/families.hpp"
#include "forms/interview/field_values.hpp"
#include "forms/pack/cases.hpp"
#include "forms/sheets/field_words.hpp"
#include "forms/sheets/fit.hpp"
#include "forms/sheets/papers.hpp"
#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

struct OtherAnswer {
    std::string item;
    Value value;
};

const std::vector<Case>& all_cases() {
    static const auto cases = load_cases(model_city());
    return cases.cases;
}

/// A family of the cases, played, with some answers told otherwise.
FamilyVisit visit_of(const std::string& name, const std::vector<OtherAnswer>& told = {}) {
    const auto found = std::ranges::find(all_cases(), name, &Case::name);
    REQUIRE(found != all_cases().end());
    auto visit = play_family(model_city(), *found);
    for (const auto& each : told) visit.facts.set(each.item, {each.value, Provenance::Resident});
    return visit;
}

const SheetTemplate& sheet_called(const std::string& id) {
    const auto found = std::ranges::find(model_city().sheets, id, &SheetTemplate::id);
    REQUIRE(found != model_city().sheets.end());
    return *found;
}

/// What stands on one sheet: words by the field's item (or literal), and the ids of what is ringed or ticked.
struct Written {
    std::multimap<std::string, std::string> words;
    std::set<std::string> marks;

    [[nodiscard]] std::string of(const std::string& item) const {
        const auto found = words.find(item);
        return found == words.end() ? "" : found->second;
    }
    [[nodiscard]] bool any_of(const std::string& subject) const {
        return std::ranges::any_of(words, [&](const auto& each) { return each.first.starts_with(subject); });
    }
};

bool has_place_for_words(const Field& field) {
    using enum FieldKind;
    return field.kind == Text || field.kind == Cells || field.kind == DatePart || field.kind == Number;
}

/// `facts`: what the paper is written from.
Written written_from(Facts facts, const FamilyVisit& visit, const SheetTemplate& sheet) {
    facts.set("visit.date", {Value(visit.context.today), Provenance::Computed});
    const auto values = field_values(model_city(), visit.context, facts, sheet);
    Written result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& field = sheet.fields[i];
        if (!has_place_for_words(field)) {
            if (field_marked(field, values[i])) result.marks.insert(field.id);
            continue;
        }
        const auto words = field_words(field, values[i]);
        if (!words.empty()) result.words.emplace(field.item.empty() ? field.literal : field.item, words);
    }
    return result;
}

Written written(const FamilyVisit& visit, const std::string& sheet) {
    return written_from(reachable(model_city(), visit.context, visit.facts), visit, sheet_called(sheet));
}

/// Every sheet of every family, with some answers told otherwise, whether or not anybody would be asked for
/// them.
template <class Look>
void on_every_sheet(const std::vector<OtherAnswer>& told, const Look& look) {
    for (const auto& each : all_cases()) {
        auto visit = play_family(model_city(), each);
        for (const auto& other : told) visit.facts.set(other.item, {other.value, Provenance::Resident});
        const auto decisions = decide(model_city(), visit.context, visit.facts);
        for (const auto* sheet : sheets_of(model_city(), visit.context, decisions)) {
            INFO(each.name << ": " << sheet->id);
            look(*sheet, written_from(visit.facts, visit, *sheet));
        }
    }
}

std::string str(const char* text) {
    return text;
}

const std::string kKnowsNothing =
    "Nothing known at all but the two dates, at 76: nearly everything stays to be checked";

}  // namespace

TEST_CASE("an account is written whole or not at all: its rings only where its letters stand",
          "[model-city]") {
    int whole = 0;
    const std::vector<OtherAnswer> account{{"bank.name", str("見本銀行")},
                                           {"bank.branch", str("本店")},
                                           {"bank.type", str("bank")},
                                           {"bank.number", str("1234567")},
                                           {"bank.holder_kana", str("ミホン　ハナコ")}};
    on_every_sheet(account, [&](const SheetTemplate& sheet, const Written& paper) {
        if (std::ranges::none_of(sheet.fields,
                                 [](const Field& field) { return field.item == "bank.number"; }))
            return;
        const bool written = !paper.of("bank.number").empty();
        for (const auto* item : {"bank.name", "bank.branch", "bank.holder_kana"})
            CHECK(paper.of(item).empty() != written);
        for (const auto* ring : {"ring_bank", "ring_ordinary"}) CHECK(paper.marks.contains(ring) == written);
        whole += written;
    });
    CHECK(whole > 20);
}

TEST_CASE("a bank with its branch and ゆうちょ銀行's 記号 never stand on one sheet", "[model-city]") {
    int symbols = 0;
    const std::vector<OtherAnswer> both{{"pension_bank.kind", str("yucho")},
                                        {"pension_bank.name", str("見本銀行")},
                                        {"pension_bank.branch", str("本店")},
                                        {"pension_bank.symbol", str("12345")},
                                        {"pension_bank.number", str("12345678")}};
    on_every_sheet(both, [&](const SheetTemplate&, const Written& paper) {
        if (paper.of("pension_bank.symbol").empty()) return;
        ++symbols;
        CHECK(paper.of("pension_bank.name").empty());
        CHECK(paper.of("pension_bank.branch").empty());
        CHECK_FALSE(paper.of("pension_bank.number").empty());
        CHECK(paper.words.count("applicant.name_kana") == 2);
    });
    CHECK(symbols > 5);
}

TEST_CASE("a new head of household is named exactly where the change is ringed", "[model-city]") {
    int named = 0;
    on_every_sheet({}, [&](const SheetTemplate& sheet, const Written& paper) {
        const auto* ring = sheet.id == "nhi_change_notice"             ? "head_changes"
                           : sheet.id == "resident_change_householder" ? "head_died"
                                                                       : nullptr;
        if (!ring) return;
        CHECK(paper.marks.contains(ring) == !paper.of("new_householder.name").empty());
        named += paper.marks.contains(ring);
    });
    CHECK(named > 5);
    const auto alone = written(visit_of("The only tenant of city housing"), "nhi_change_notice");
    CHECK_FALSE(alone.any_of("new_householder"));
    const auto unknown = written(visit_of("The household is not known"), "resident_change_householder");
    CHECK_FALSE(unknown.any_of("new_householder"));
    CHECK_FALSE(unknown.any_of("deceased.death_date"));
}

TEST_CASE("the rows of a change of household are for those who remain, never for the one who died",
          "[model-city]") {
    for (const auto& field : sheet_called("resident_change_householder").fields) {
        CHECK(field.item != "deceased.birth_date");
        CHECK(field.literal != "死亡");
    }
}

TEST_CASE("nobody but an heir is written as the heirs' representative, nor is their account",
          "[model-city]") {
    const std::vector<std::string> of_heirs{"late_elderly_heir_notice", "nhi_high_cost_application",
                                            "care_high_cost_application", "premium_refund_claim"};
    for (const auto* who : {"other", "sibling", "spouse", "child"}) {
        INFO(who);
        const bool heir = who == str("spouse") || who == str("child");
        const auto visit =
            visit_of("The landlord of a man who lived alone", {{"applicant.relationship", str(who)},
                                                               {"bank.name", str("見本銀行")},
                                                               {"bank.type", str("bank")},
                                                               {"bank.number", str("1234567")}});
        for (const auto& sheet : of_heirs) {
            INFO(sheet);
            const auto paper = written(visit, sheet);
            CHECK(paper.any_of("applicant.") == heir);
            CHECK(paper.any_of("bank.") == heir);
            CHECK(paper.marks.contains("ring_bank") == heir);
        }
        CHECK(written(visit, "heir_representative").any_of("applicant.") == heir);
        CHECK_FALSE(written(visit, "welfare_card_return").any_of("bank."));
    }
}

TEST_CASE("when a child has died the parent is no new guardian and claims no money of the child's",
          "[model-city]") {
    const auto visit = visit_of("A child of 10 with the special allowance");
    const auto medical = written(visit, "child_medical_change");
    CHECK(medical.marks.contains("child_died"));
    CHECK_FALSE(medical.marks.contains("new_guardian"));
    CHECK(medical.of("母") == "母");
    const auto allowance = written(visit, "special_allowance_death");
    CHECK(allowance.marks.contains("child_died"));
    CHECK_FALSE(allowance.marks.contains("recipient_died"));
    CHECK_FALSE(allowance.any_of("bank."));
    CHECK_FALSE(allowance.marks.contains("ring_bank"));
    const auto rearing = written(
        visit_of("A child of 4", {{"child.rearing_allowance", true}, {"child_bank.number", str("1234567")}}),
        "child_rearing_unpaid_claim");
    CHECK(rearing.marks.contains("child_died"));
    CHECK_FALSE(rearing.any_of("child_bank."));
}

TEST_CASE("the day of the funeral stands on the claim for 葬祭扶助", "[model-city]") {
    const auto paper =
        written(visit_of("A person on public assistance, living alone"), "funeral_assistance_claim");
    CHECK(paper.words.count("funeral.date") == 4);
}

TEST_CASE("who is to be moved to another grave is never the person who has just died", "[model-city]") {
    for (const auto& field : sheet_called("reburial_permit").fields) {
        INFO(field.id);
        CHECK_FALSE(field.item.starts_with("deceased."));
        CHECK_FALSE(field.item == "applicant.relationship");
    }
}

TEST_CASE("what is not known of a sheet stays open as a whole; what the sheet itself says is marked",
          "[model-city]") {
    const auto visit = visit_of(kKnowsNothing);
    const auto nhi = written(visit, "nhi_change_notice");
    for (const auto* part : {"lost", "died", "head_changes"}) CHECK_FALSE(nhi.marks.contains(part));
    CHECK_FALSE(nhi.any_of("deceased.insurance_lost_on"));
    const auto elderly = written(visit, "late_elderly_notice");
    CHECK(elderly.marks.contains("lost"));
    CHECK(elderly.any_of("deceased.insurance_lost_on"));
    for (const auto* grant : {"nhi_funeral_grant_application", "late_elderly_funeral_grant_application"})
        for (const auto& field : sheet_called(grant).fields)
            if (field.kind == FieldKind::Number) CHECK(field.when.given());
    for (const auto* sheet :
         {"septic_manager_change", "welfare_card_return", "housing_return", "moped_scrapping"})
        CHECK_FALSE(written(visit, sheet).marks.empty());
}

TEST_CASE("a claim to a pension says nothing of a claimant it does not name", "[model-city]") {
    int unnamed = 0;
    on_every_sheet({}, [&](const SheetTemplate& sheet, const Written& paper) {
        if (sheet.id != "unpaid_pension_claim" && sheet.id != "death_lump_sum_claim") return;
        if (!paper.of("applicant.name").empty()) return;
        ++unnamed;
        CHECK(paper.marks.empty() == false);  // the era of the person who died
        CHECK_FALSE(paper.marks.contains("same_livelihood"));
        CHECK_FALSE(paper.marks.contains("none_before"));
    });
    CHECK(unnamed > 10);
    const auto wife =
        written(visit_of("City housing in the name of the deceased, the wife stays"), "unpaid_pension_claim");
    CHECK(wife.marks.contains("same_livelihood"));
    CHECK(wife.marks.contains("none_before"));
    const auto nobody = written(visit_of("Lived alone, nobody shared a livelihood"), "pension_death_report");
    CHECK(nobody.marks.contains("nobody"));
    CHECK_FALSE(nobody.marks.contains("claimed"));
}

TEST_CASE("what the family answered is marked: ten years of marriage, a living spouse, nobody else insured",
          "[model-city]") {
    const auto widow =
        visit_of("National Pension for ten years, a wife under 65: widow's pension or lump sum");
    CHECK(written(widow, "widow_pension_claim").marks.contains("ten_years"));
    const auto notice = visit_of("The funeral is still to come and the death notice too");
    CHECK(written(notice, "death_notice").marks.contains("married"));
    const auto joins = written(visit_of("A company employee of 50 with dependants"), "nhi_join_notice");
    CHECK(joins.marks.contains("no_member"));
    CHECK_FALSE(joins.of("new_householder.name").empty());
    CHECK(joins.words.count("applicant.name") == 2);
}

TEST_CASE("what a certificate is for is ticked only where the family said it", "[model-city]") {
    const auto unknown = written(visit_of(kKnowsNothing), "certificate_request");
    CHECK_FALSE(unknown.marks.contains("inheritance"));
    const auto asked = visit_of("A dog and a grave to be moved", {{"wish.certificates", true}});
    CHECK(written(asked, "certificate_request").marks.contains("inheritance"));
}

TEST_CASE("a child of six or more is not said to be at a nursery", "[model-city]") {
    for (const int year : {2014, 2024}) {
        const auto visit =
            visit_of("A mother raising a child alone, with the child rearing allowance",
                     {{"child.nursery", true}, {"child.birth_date", Date{std::chrono::year{year} / 6 / 1}}});
        CHECK(written(visit, "nursery_change").marks.contains("nursery") == (year == 2024));
    }
}

TEST_CASE("続柄 on paper is 妻, 母 or 弟, not the tile's 配偶者 or 兄弟姉妹", "[model-city]") {
    struct Kin {
        const char *tile, *sex, *word;
        int born;
    };
    for (const auto& kin : {Kin{"spouse", "female", "妻", 1960}, Kin{"spouse", "male", "夫", 1960},
                            Kin{"sibling", "male", "弟", 1985}, Kin{"sibling", "female", "姉", 1940},
                            Kin{"parent", "female", "母", 1930}, Kin{"child", "female", "子", 1990}}) {
        INFO(kin.word);
        const auto visit = visit_of("The only tenant of city housing",
                                    {{"applicant.relationship", str(kin.tile)},
                                     {"applicant.sex", str(kin.sex)},
                                     {"applicant.birth_date", Date{std::chrono::year{kin.born} / 4 / 1}}});
        const auto paper = written(visit, "nhi_change_notice");
        int words = 0;
        for (const auto* word : {"夫", "妻", "父", "母", "兄", "姉", "弟", "妹"})
            words += static_cast<int>(paper.words.count(word));
        words += static_cast<int>(paper.words.count("applicant.relationship"));
        CHECK(words == 1);
        CHECK(std::ranges::any_of(paper.words, [&](const auto& each) { return each.second == kin.word; }));
    }
}

TEST_CASE("the digits of a date are one size, and every letter of a kana row is clear of its cell's rules",
          "[model-city]") {
    Typesetter typesetter;
    constexpr double kClear = 0.5;  // mm on either side
    for (const auto& sheet : model_city().sheets)
        for (const auto& field : sheet.fields) {
            INFO(sheet.id << " " << field.id);
            if (field.kind == FieldKind::Cells)
                CHECK(field.at.w / field.cells - field.size * 25.4 / 72 > 2 * kClear);
            if (field.kind != FieldKind::DatePart || field.part == DatePart::Wareki) continue;
            const Wording widest{field.part == DatePart::Era ? "令和" : "58",
                                 {TextRole::Ui, "ja"},
                                 field.size,
                                 field.align,
                                 FieldFit::None};
            CHECK(fit_words(typesetter.faces(), widest, {field.at.x, field.at.y, field.at.w, field.at.h}));
        }
}
