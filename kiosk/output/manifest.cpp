#include "kiosk/output/manifest.hpp"

#include <nlohmann/json.hpp>

#include "kiosk/reception/codec.hpp"

namespace kiosk::output {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

Json file_json(const FileNote& file) {
    Json out = {{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}};
    if (file.rows >= 0) {
        out["rows"] = file.rows;
        out["charset"] = file.charset;
        out["columns"] = file.columns;
    }
    return out;
}

Json character_json(const CharacterReport& report, const reception::NewReception& reception) {
    return {{"outside0208", report.outside0208},
            {"outside0212", report.outside0212},
            {"outside0213", report.outside0213},
            {"ivs", report.ivs},
            {"pua", report.pua},
            {"substitutedByCard", reception.needs_eyes}};
}

}  // namespace

std::string manifest_text(const ManifestSource& source) {
    const auto& from = source.reception;
    Json procedures = Json::array();
    for (const auto& procedure : from.procedures)
        procedures.push_back(
            {{"id", procedure.id}, {"outcome", procedure.outcome}, {"division", procedure.division}});
    Json files = Json::array();
    for (const auto& file : source.files) files.push_back(file_json(file));
    const auto& review = source.ticket.review;
    const Json out = {
        {"schemaVersion", kSchemaVersion},
        {"packageId", from.package_id.text()},
        {"receptionNumber", source.number},
        {"municipalityCode", from.municipality_code},
        {"counterId", from.counter},
        {"sequence", source.ticket.sequence},
        {"createdAt", reception::rfc3339(from.created_at)},
        {"event", from.event},
        {"procedures", procedures},
        {"identityEvidence", reception::word(from.identity)},
        {"personalNumberIncluded", false},
        {"clerkReview", {{"state", review.state}, {"by", review.by}, {"at", review.at}}},
        {"characterReport", character_json(source.characters, from)},
        {"lossy", !source.losses.empty()},
        {"mappingProfile", {{"id", source.ticket.profile_id}, {"version", source.ticket.profile_version}}},
        {"prevPackageSha256", source.ticket.previous_package_sha256},
        {"files", files}};
    return out.dump(2) + "\n";
}

std::string reception_text(const reception::NewReception& reception, const std::string& number) {
    auto out = Json::parse(reception::to_json(reception));
    Json whole = {{"schemaVersion", kSchemaVersion}, {"receptionNumber", number}};
    whole.update(out);
    return whole.dump(2) + "\n";
}

}  // namespace kiosk::output
