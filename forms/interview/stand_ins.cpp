#include "forms/interview/stand_ins.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace forms {
namespace {

using namespace std::string_view_literals;

struct Person {
    std::string_view subject, name, kana;
};
constexpr std::array<Person, 5> kPersons{{{"applicant", "見本　花子", "ミホン　ハナコ"},
                                          {"deceased", "見本　太郎", "ミホン　タロウ"},
                                          {"new_householder", "見本　和子", "ミホン　カズコ"},
                                          {"child", "見本　一郎", "ミホン　イチロウ"},
                                          {"baby", "見本　さくら", "ミホン　サクラ"}}};

/// Years by which the person at the counter was born after the deceased.
struct Gap {
    std::string_view relationship;
    int years;
};
constexpr std::array<Gap, 5> kGaps{
    {{"spouse", 2}, {"sibling", 3}, {"child", 30}, {"parent", -28}, {"grandchild", 55}}};

/// The age of the person at the counter where nobody has died.
struct EventAge {
    std::string_view event;
    int years;
};
constexpr std::array<EventAge, 3> kAges{{{"birth", 32}, {"marriage", 30}, {"moving", 40}}};
constexpr int kAgeOfLateElderly = 78;  // 高齢者の医療の確保に関する法律50条: from 75
constexpr int kFullAge = 18;           // 民法4条

const Person& person(std::string_view subject) {
    const auto found = std::ranges::find(kPersons, subject, &Person::subject);
    return found == kPersons.end() ? kPersons.front() : *found;
}

Value text(std::string_view words) {
    return std::string(words);
}

}  // namespace

StandIns::StandIns(const Case& family) : family_(family) {
    const auto* told = family.facts.value("applicant.relationship");
    const auto* id = told ? std::get_if<std::string>(told) : nullptr;
    relationship_ = id ? *id : "child";
}

bool StandIns::said(std::string_view key, const Value& value) const {
    const auto* told = family_.facts.value(key);
    return told && *told == value;
}

/// One adult left of a household with the spouse in it: that is not the child at the counter.
bool StandIns::lives_apart() const {
    if (family_.event != "bereavement") return false;
    if (said("household.others", false)) return true;
    if (relationship_ == "spouse") return false;
    if (said("spouse.living", true) && said("household.two_adults", false)) return true;
    return relationship_ != "parent" && !said("household.others", true);
}

bool StandIns::leads_next() const {
    return !lives_apart() && (relationship_ == "spouse" || said("household.two_adults", false));
}

StandIns::Home StandIns::home() const {
    if (said("move.kind", text("into"))) return {"言葉県遥か郡彼方町２丁目３番４号", "0000301"};
    if (lives_apart()) return {"言葉県書かない市緑町４丁目５番６号", "0000124"};
    return {"言葉県書かない市本町１丁目２番３号", "0000123"};
}

Date StandIns::birth_date() const {
    const auto on_1_april = [](std::chrono::year year) { return Date{year / 4 / 1}; };
    const auto today = family_.as_of.year();
    const auto* age = std::ranges::find(kAges, family_.event, &EventAge::event);
    if (age != kAges.end())
        return on_1_april(today - std::chrono::years{said("move.insurance", text("late_elderly"))
                                                         ? kAgeOfLateElderly
                                                         : age->years});
    const auto* told = family_.facts.value("deceased.birth_date");
    const auto* deceased = told ? std::get_if<Date>(told) : nullptr;
    const auto* gap = std::ranges::find(kGaps, relationship_, &Gap::relationship);
    if (!deceased || gap == kGaps.end()) return on_1_april(std::chrono::year{1970});
    // Whoever is 18 on 1 April of this year is of full age on the day of the visit, or turns it that spring.
    return on_1_april(std::min(deceased->year() + std::chrono::years{gap->years},
                               today - std::chrono::years{kFullAge + 1}));
}

std::string_view StandIns::person_of(std::string_view key) const {
    const auto subject = key.substr(0, key.find('.'));
    if (subject == "child_bank") return "child";
    return subject == "new_householder" && leads_next() ? "applicant"sv : subject;
}

/// What is not the same for every item of its type.
std::optional<Value> StandIns::written(std::string_view key) const {
    if (key == "applicant.relationship") return text(relationship_);
    if (key == "applicant.postal") return text(home().postal);
    if (key == "applicant.address") return text(home().address);
    if (key == "move.new_address") {
        if (said("move.kind", text("away"))) return text("言葉県遥か郡彼方町２丁目３番４号");
        if (said("move.kind", text("within"))) return text("言葉県書かない市緑町４丁目５番６号");
    }
    if (key == "pension_bank.name" || key == "child_bank.name") return text("見本銀行");
    if (key.ends_with("bank.branch")) return text("本町");
    if (key.ends_with("bank.number")) return text(key.starts_with("child") ? "7654321" : "1234567");
    return {};
}

Facts StandIns::card() const {
    Facts card;
    const auto says = [&](const char* key, Value value) {
        const auto* told = family_.facts.value(key);
        card.set(key, {told ? *told : std::move(value), Provenance::Card});
    };
    says("applicant.name", text(person("applicant").name));
    says("applicant.address", text(home().address));
    says("applicant.birth_date", birth_date());
    says("applicant.sex", text("female"));
    return card;
}

std::optional<Value> StandIns::answer(const Item& item, const Step& step) const {
    if (const auto own = written(item.key)) return own;
    using enum ItemType;
    switch (item.type) {
        case Name:
            return text(person(person_of(item.key)).name);
        case Kana:
            return text(person(person_of(item.key)).kana);
        case Address:
            return text("言葉県書かない市本町１丁目２番３号");
        case Text:
            return text("見本");
        case Phone:
            return text("00012345678");
        case Postal:
            return text("0000123");
        case Digits:
            return text(
                "12345678901234567890"sv.substr(0, static_cast<std::size_t>(item.max_length.value_or(7))));
        case Choice:
            if (!step.question->unknown) return text(item.choices.back().id);
            return step.decides ? std::nullopt : std::optional<Value>(text(item.choices.front().id));
        case YesNo:
        case Number:
        case Day:
            return {};
    }
    return {};
}

}  // namespace forms
