#include "forms/interview/families.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "forms/interview/sitting.hpp"

namespace forms {
namespace {

struct Person {
    std::string_view subject, name, kana;
};
constexpr std::array<Person, 5> kPersons{{{"applicant", "見本　花子", "ミホン　ハナコ"},
                                          {"deceased", "見本　太郎", "ミホン　タロウ"},
                                          {"new_householder", "見本　和子", "ミホン　カズコ"},
                                          {"child", "見本　一郎", "ミホン　イチロウ"},
                                          {"baby", "見本　さくら", "ミホン　サクラ"}}};

Person person_of(std::string_view key) {
    const auto subject = key.substr(0, key.find('.'));
    const auto found = std::ranges::find(kPersons, subject, &Person::subject);
    return found == kPersons.end() ? kPersons.front() : *found;
}

/// What an invented person writes where the case says nothing; empty where they would have to know.
std::optional<Value> invented(const Item& item, const Step& step) {
    using enum ItemType;
    switch (item.type) {
        case Name:
            return Value(std::string(person_of(item.key).name));
        case Kana:
            return Value(std::string(person_of(item.key).kana));
        case Address:
            return Value(std::string("見本県書かない市本町１丁目２番３号"));
        case Text:
            return Value(std::string("見本"));
        case Phone:
            return Value(std::string("00012345678"));
        case Postal:
            return Value(std::string("0000123"));
        case Digits:
            return Value(std::string("12345678901234567890")
                             .substr(0, static_cast<std::size_t>(item.max_length.value_or(7))));
        case Choice:
            if (!step.question->unknown) return Value(item.choices.back().id);
            return step.decides ? std::nullopt : std::optional<Value>(item.choices.front().id);
        case YesNo:
        case Number:
        case Day:
            return {};
    }
    return {};
}

class Play {
public:
    Play(const Pack& pack, const Case& family) : pack_(pack), family_(family) {
        visit_.context = {family.event, family.as_of};
        const auto card = [&](const char* key, Value value) {
            const auto* said = family.facts.find(key);
            visit_.facts.set(key, {said && said->value ? said->value : value, Provenance::Card});
        };
        const auto me = person_of("applicant.name");
        card("applicant.name", std::string(me.name));
        card("applicant.address", std::string("見本県書かない市本町１丁目２番３号"));
        card("applicant.birth_date", Date{std::chrono::year{1970} / 4 / 1});
        card("applicant.sex", std::string("female"));
    }

    FamilyVisit run() {
        Sitting sitting(pack_, visit_.context, std::move(visit_.facts));
        while (const auto step = sitting.next()) {
            visit_.questions.push_back(step->question->id);
            for (const auto& key : step->keys) sitting.set(key, answer(*step, key));
        }
        visit_.facts = sitting.facts();
        return std::move(visit_);
    }

private:
    Fact answer(const Step& step, const std::string& key) const {
        if (const auto* said = family_.facts.find(key)) return {said->value, Provenance::Resident};
        const auto told = [&](const std::string& other) { return family_.facts.find(other) != nullptr; };
        if (step.question->several && std::ranges::any_of(step.keys, told))
            return {Value(false), Provenance::Resident};
        const auto* item = pack_.item(key);
        return {item ? invented(*item, step) : std::nullopt, Provenance::Resident};
    }

    const Pack& pack_;
    const Case& family_;
    FamilyVisit visit_;
};

}  // namespace

FamilyVisit play_family(const Pack& pack, const Case& family) {
    return Play(pack, family).run();
}

int median(std::vector<int> counts) {
    if (counts.empty()) return 0;
    std::ranges::sort(counts);
    return counts[counts.size() / 2];
}

}  // namespace forms
