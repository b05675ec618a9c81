#include "kiosk/workers/reception_content.hpp"

#include <algorithm>

#include "forms/facts/date.hpp"
#include "kiosk/model/overloaded.hpp"
#include "kiosk/workers/card_evidence.hpp"

namespace kiosk {

namespace {

std::string source_of(forms::Provenance from) {
    switch (from) {
        case forms::Provenance::Card:
            return "card";
        case forms::Provenance::Record:
            return "record";
        case forms::Provenance::Qr:
            return "qr";
        case forms::Provenance::Resident:
            return "resident";
        case forms::Provenance::Clerk:
            return "clerk";
        case forms::Provenance::Computed:
            return "computed";
    }
    return "computed";
}

/// For machines: dates ISO 8601, choices by id, truth as true/false.
std::string machine_text(const std::optional<forms::Value>& value) {
    if (!value) return {};
    return std::visit(Overloaded{
                          [](bool yes) { return std::string(yes ? "true" : "false"); },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](forms::Date date) { return forms::iso_text(date); },
                          [](const std::string& text) { return text; },
                      },
                      *value);
}

/// For people: a choice's label, 令和8年11月22日, はい.
std::string people_text(const forms::Item* item, const std::optional<forms::Value>& value) {
    if (!value) return "わからない";
    if (const auto* yes = std::get_if<bool>(&*value)) return *yes ? "はい" : "いいえ";
    if (const auto* date = std::get_if<forms::Date>(&*value)) return forms::wareki_text(*date);
    const auto* text = std::get_if<std::string>(&*value);
    const auto* choice = item && text ? item->choice(*text) : nullptr;
    return choice ? choice->label.ja : machine_text(value);
}

/// The roles the core systems read (住民記録システム標準仕様書, facts/linkage-security.md §1.3).
std::string role_of(std::string_view subject) {
    if (subject == "applicant") return "届出人";
    if (subject == "deceased") return "死亡者";
    return "世帯員";
}

reception::Person& person_for(std::vector<reception::Person>& persons, const forms::KeyParts& parts) {
    auto id = std::string(parts.subject);
    if (parts.person > 0) id += "[" + std::to_string(parts.person) + "]";
    const auto found = std::ranges::find(persons, id, &reception::Person::id);
    if (found != persons.end()) return *found;
    return persons.emplace_back(reception::Person{id, role_of(parts.subject), {}});
}

void add_fact(reception::NewReception& reception, const forms::Pack& pack, const std::string& key,
              const forms::Fact& fact) {
    const auto* item = pack.item(key);
    const bool unknown = !fact.value;
    reception.answers.push_back({.item = key,
                                 .label = item ? item->label.ja : key,
                                 .value = machine_text(fact.value),
                                 .text = people_text(item, fact.value),
                                 .source = source_of(fact.from),
                                 .unknown = unknown});
    const auto parts = forms::split_key(key);
    if (!parts || !pack.person(parts->subject)) return;
    person_for(reception.persons, *parts)
        .fields.insert_or_assign(std::string(parts->name),
                                 reception::Field{machine_text(fact.value), source_of(fact.from), unknown});
}

reception::Procedure procedure_of(const forms::Pack& pack, const forms::Decision& decision,
                                  const std::vector<MadePaper>& papers) {
    reception::Procedure found{.id = decision.procedure};
    found.outcome = decision.outcome == forms::Outcome::Applies ? "applies" : "ask";
    if (decision.deadline) found.deadline = forms::iso_text(decision.deadline->date);
    const auto* procedure = pack.procedure(decision.procedure);
    if (!procedure) return found;
    found.name = procedure->name.ja;
    const auto* division = pack.division(procedure->division);
    found.division = division ? division->name.ja : procedure->place.ja;
    for (const auto& sheet : procedure->sheets)
        if (std::ranges::any_of(papers, [&](const MadePaper& paper) { return paper.document.id == sheet; }))
            found.documents.push_back(sheet);
    return found;
}

}  // namespace

reception::NewReception reception_of(const Submission& submission, const ReceptionFrame& frame,
                                     const std::vector<MadePaper>& papers) {
    reception::NewReception reception{.package_id = frame.package_id, .created_at = frame.created_at};
    const auto& pack = *submission.pack;
    reception.municipality_code = pack.municipality_code;
    reception.counter = frame.counter;
    reception.event = submission.event;
    if (const auto* life_event = pack.event(submission.event)) reception.event_name = life_event->label.ja;
    reception.card_check = card_check(submission);
    if (submission.identity == Identity::Card)
        reception.identity = reception.card_check == "verified"
                                 ? reception::IdentityEvidence::Card4itemsSignatureVerified
                                 : reception::IdentityEvidence::Card4itemsPin;
    reception.pack_id = pack.id;
    reception.pack_version = pack.version;
    for (const auto& [key, fact] : submission.facts) add_fact(reception, pack, key, fact);
    for (const auto& decision : submission.decisions)
        if (decision.outcome != forms::Outcome::DoesNotApply)
            reception.procedures.push_back(procedure_of(pack, decision, papers));
    for (const auto& paper : papers) reception.documents.push_back(paper.document);
    if (submission.needs_eyes || submission.card_disputed)
        reception.needs_eyes = {"applicant.name", "applicant.address"};
    return reception;
}

}  // namespace kiosk
