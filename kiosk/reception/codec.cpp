#include "kiosk/reception/codec.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "kiosk/reception/sealer.hpp"

namespace kiosk::reception {

using Json = nlohmann::ordered_json;

void to_json(Json& out, const Field& field) {
    out = {{"value", field.value}, {"source", field.source}, {"unknown", field.unknown}};
}

void from_json(const Json& in, Field& field) {
    field = {.value = in.at("value"), .source = in.at("source"), .unknown = in.at("unknown")};
}

void to_json(Json& out, const Person& person) {
    out = {{"id", person.id}, {"role", person.role}, {"fields", Json::object()}};
    for (const auto& [item, field] : person.fields) out["fields"][item] = field;
}

void from_json(const Json& in, Person& person) {
    person = {.id = in.at("id"), .role = in.at("role"), .fields = {}};
    for (const auto& [item, field] : in.at("fields").items()) person.fields[item] = field.get<Field>();
}

void to_json(Json& out, const Procedure& procedure) {
    out = {
        {"id", procedure.id},           {"name", procedure.name},         {"division", procedure.division},
        {"outcome", procedure.outcome}, {"deadline", procedure.deadline}, {"documents", procedure.documents}};
}

void from_json(const Json& in, Procedure& procedure) {
    procedure = {.id = in.at("id"),
                 .name = in.at("name"),
                 .division = in.at("division"),
                 .outcome = in.at("outcome"),
                 .deadline = in.at("deadline"),
                 .documents = in.at("documents")};
}

void to_json(Json& out, const Answer& answer) {
    out = {{"item", answer.item}, {"label", answer.label},   {"value", answer.value},
           {"text", answer.text}, {"source", answer.source}, {"unknown", answer.unknown}};
}

void from_json(const Json& in, Answer& answer) {
    answer = {.item = in.at("item"),
              .label = in.at("label"),
              .value = in.at("value"),
              .text = in.at("text"),
              .source = in.at("source"),
              .unknown = in.at("unknown")};
}

void to_json(Json& out, const Document& document) {
    out = {{"id", document.id},
           {"title", document.title},
           {"division", document.division},
           {"copies", document.copies},
           {"in_package", document.in_package},
           {"bytes", document.pdf.size()},
           {"sha256", sha256(document.pdf)}};
}

void from_json(const Json& in, Document& document) {
    document = {.id = in.at("id"),
                .title = in.at("title"),
                .division = in.at("division"),
                .copies = in.at("copies"),
                .in_package = in.at("in_package"),
                .pdf = {}};
}

namespace {

constexpr std::array kEvidence{IdentityEvidence::None, IdentityEvidence::Card4itemsPin,
                               IdentityEvidence::Card4itemsSignatureVerified,
                               IdentityEvidence::JpkiCertVerified};

std::optional<IdentityEvidence> evidence_from(const std::string& text) {
    for (const auto evidence : kEvidence)
        if (word(evidence) == text) return evidence;
    return std::nullopt;
}

}  // namespace

std::string_view word(IdentityEvidence evidence) {
    switch (evidence) {
        case IdentityEvidence::None:
            return "none";
        case IdentityEvidence::Card4itemsPin:
            return "card4items-pin";
        case IdentityEvidence::Card4itemsSignatureVerified:
            return "card4items-signature-verified";
        case IdentityEvidence::JpkiCertVerified:
            return "jpki-cert-verified";
    }
    return {};
}

std::string to_json(const NewReception& reception) {
    const Json out = {{"packageId", reception.package_id.text()},
                      {"createdAt", rfc3339(reception.created_at)},
                      {"municipalityCode", reception.municipality_code},
                      {"counterId", reception.counter},
                      {"event", reception.event},
                      {"eventName", reception.event_name},
                      {"clerk", reception.clerk},
                      {"identityEvidence", word(reception.identity)},
                      {"cardCheck", reception.card_check},
                      {"pack", {{"id", reception.pack_id}, {"version", reception.pack_version}}},
                      {"persons", reception.persons},
                      {"procedures", reception.procedures},
                      {"answers", reception.answers},
                      {"documents", reception.documents},
                      {"needsEyes", reception.needs_eyes}};
    return out.dump();
}

std::optional<NewReception> from_json(std::string_view text) try {
    const auto in = Json::parse(text);
    const auto id = PackageId::parse(in.at("packageId").get<std::string>());
    const auto created = parse_moment(in.at("createdAt").get<std::string>());
    const auto evidence = evidence_from(in.at("identityEvidence"));
    if (!id || !created || !evidence) return std::nullopt;
    return NewReception{.package_id = *id,
                        .created_at = *created,
                        .municipality_code = in.at("municipalityCode"),
                        .counter = in.at("counterId"),
                        .event = in.at("event"),
                        .event_name = in.at("eventName"),
                        .clerk = in.at("clerk"),
                        .identity = *evidence,
                        .card_check = in.value("cardCheck", ""),
                        .pack_id = in.at("pack").at("id"),
                        .pack_version = in.at("pack").at("version"),
                        .persons = in.at("persons").get<std::vector<Person>>(),
                        .procedures = in.at("procedures").get<std::vector<Procedure>>(),
                        .answers = in.at("answers").get<std::vector<Answer>>(),
                        .documents = in.at("documents").get<std::vector<Document>>(),
                        .needs_eyes = in.at("needsEyes").get<std::vector<std::string>>()};
} catch (const nlohmann::json::exception&) {
    return std::nullopt;
}

}  // namespace kiosk::reception
