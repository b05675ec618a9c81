#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forms/facts/text.hpp"
#include "forms/pack/impossible.hpp"
#include "forms/pack/item.hpp"
#include "forms/pack/plan.hpp"
#include "forms/pack/procedure.hpp"
#include "forms/pack/question.hpp"
#include "forms/pack/settings.hpp"
#include "forms/pack/sheet_template.hpp"
#include "forms/rules/rules.hpp"

namespace forms {

/// A role in a visit: 届出をする方, 亡くなられた方; a repeated one (世帯の方, お子さん) stands for several
/// persons.
struct Person {
    std::string id;
    Text label;
    bool repeated = false;
    Position at;
};

/// What happened in a life; a visit opens on one.
struct LifeEvent {
    std::string id;
    Text label;
    Text note;
    std::string icon;
    Text condolence;
    bool available = true;
    Position at;
};

/// A group of questions on the review screen.
struct Section {
    std::string id;
    Text label;
    Position at;
};

/// An office in the city hall.
struct Division {
    std::string id;
    Text name;
    std::string counter;
    std::string phone;
    int order = 0;
    Position at;
};

/// A rule with a name, used by other rules.
struct Condition {
    std::string name;
    Expression expression;
};

/// A pack as read: data only, with its rules compiled. Pointers into it live as long as it is neither changed
/// nor moved.
struct Pack {
    std::filesystem::path folder;
    std::string id;
    std::string version;
    std::string city;
    std::string office;
    std::string mayor;  // as addressed on forms: 書かない市長; empty: city + 長
    std::string municipality_code;
    std::vector<std::string> languages;
    std::map<std::string, std::string> unreviewed_languages;  // machine-made words with gaps, 要確認: how the
                                                              // language itself says so
    std::vector<Person> persons;
    std::vector<Section> sections;
    std::vector<LifeEvent> events;
    Settings settings;
    std::vector<Division> divisions;
    std::vector<Item> items;
    std::vector<Condition> conditions;
    std::vector<Question> questions;  // in the order they are preferred
    std::vector<Impossible> impossible;
    std::vector<Procedure> procedures;
    std::vector<SheetTemplate> sheets;
    Rules rules;
    Plan plan;

    /// Each finds by id, or gives nullptr. An item is also found by the key of one person:
    /// `household[2].birth_date`.
    [[nodiscard]] const Item* item(std::string_view key) const;
    [[nodiscard]] const Person* person(std::string_view id) const;
    [[nodiscard]] const LifeEvent* event(std::string_view id) const;
    [[nodiscard]] const Section* section(std::string_view id) const;
    [[nodiscard]] const Division* division(std::string_view id) const;
    [[nodiscard]] const Question* question(std::string_view id) const;
    /// The procedure of that id in force on a day; without a day the first of that id.
    [[nodiscard]] const Procedure* procedure(std::string_view id) const;
    [[nodiscard]] const Procedure* procedure(std::string_view id, Date day) const;
    [[nodiscard]] const SheetTemplate* sheet(std::string_view id) const;

    /// The file of a sheet's blank PDF.
    [[nodiscard]] std::filesystem::path blank_of(const SheetTemplate& sheet) const;
};

}  // namespace forms
