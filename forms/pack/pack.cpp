#include "forms/pack/pack.hpp"

#include <algorithm>

#include "forms/facts/facts.hpp"

namespace forms {
namespace {

template <class Things, class Projection>
auto found_in(const Things& things, std::string_view id, Projection by) -> const
    typename Things::value_type* {
    const auto found = std::ranges::find(things, id, by);
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const Choice* Item::choice(std::string_view id) const {
    return found_in(choices, id, &Choice::id);
}

const Setting* Settings::find(std::string_view id) const {
    return found_in(all, id, &Setting::id);
}

const Item* Pack::item(std::string_view key) const {
    const auto parts = split_key(key);
    if (!parts || parts->person == 0) return found_in(items, key, &Item::key);
    return found_in(items, person_key(parts->subject, 0, parts->name), &Item::key);
}

const Person* Pack::person(std::string_view name) const {
    return found_in(persons, name, &Person::id);
}
const LifeEvent* Pack::event(std::string_view name) const {
    return found_in(events, name, &LifeEvent::id);
}
const Section* Pack::section(std::string_view name) const {
    return found_in(sections, name, &Section::id);
}
const Division* Pack::division(std::string_view name) const {
    return found_in(divisions, name, &Division::id);
}
const Question* Pack::question(std::string_view name) const {
    return found_in(questions, name, &Question::id);
}
const Procedure* Pack::procedure(std::string_view name) const {
    return found_in(procedures, name, &Procedure::id);
}
const SheetTemplate* Pack::sheet(std::string_view name) const {
    return found_in(sheets, name, &SheetTemplate::id);
}

const Procedure* Pack::procedure(std::string_view name, Date day) const {
    const auto found = std::ranges::find_if(
        procedures, [&](const Procedure& each) { return each.id == name && each.valid_on(day); });
    return found == procedures.end() ? nullptr : &*found;
}

std::filesystem::path Pack::blank_of(const SheetTemplate& sheet) const {
    return folder / "sheets" / sheet.blank;
}

}  // namespace forms
