#include "kiosk/output/acknowledgement.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "kiosk/output/files.hpp"
#include "kiosk/reception/sealer.hpp"

namespace kiosk::output {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSuffix = ".ack.json";
constexpr std::uintmax_t kMostBytes = 64 * 1024;

std::optional<ImportOutcome> outcome_from(std::string_view status) {
    if (status == "imported") return ImportOutcome::Imported;
    if (status == "rejected") return ImportOutcome::Rejected;
    if (status == "duplicate") return ImportOutcome::Duplicate;
    return std::nullopt;
}

std::vector<fs::path> package_folders(const fs::path& outbox) {
    std::vector<fs::path> folders;
    std::error_code problem;
    for (const auto& day : fs::directory_iterator(outbox, problem)) {
        if (!day.is_directory()) continue;
        for (const auto& entry : fs::directory_iterator(day.path(), problem))
            if (entry.is_directory()) folders.push_back(entry.path());
    }
    return folders;
}

// The lines of sha256sum: 64 digits, two blanks, a name below the folder.
void check_sums(const fs::path& folder, std::vector<reception::Damage>& damages) {
    const auto where = "package " + folder.filename().string();
    const auto sums = read_file(folder / "manifest.sha256");
    if (!sums) return damages.push_back({where, "manifest.sha256 is missing"});
    std::string_view rest(reinterpret_cast<const char*>(sums->data()), sums->size());
    constexpr std::size_t kName = 66;
    std::set<std::string> listed{"manifest.sha256", "READY"};
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (line.size() <= kName) return damages.push_back({where, "manifest.sha256 is damaged"});
        const std::string name(line.substr(kName));
        listed.insert(name);
        const auto bytes = read_file(folder / name);
        if (!bytes)
            damages.push_back({where, name + " is missing"});
        else if (reception::sha256(*bytes) != line.substr(0, kName - 2))
            damages.push_back({where, name + " changed"});
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() &&
            !listed.contains(entry.path().lexically_relative(folder).generic_string()))
            damages.push_back({where, entry.path().filename().string() + " does not belong here"});
}

}  // namespace

Result<Acknowledgement> parse_acknowledgement(const std::string& name, std::string_view text) try {
    const auto wrong = [&](std::string_view what) {
        return fail(Errc::BadAcknowledgement, name + ": " + std::string(what));
    };
    if (!name.ends_with(kSuffix)) return wrong("the name must end in .ack.json");
    const auto id =
        reception::PackageId::parse(std::string_view(name).substr(0, name.size() - kSuffix.size()));
    if (!id) return wrong("the name does not begin with a package id");
    const auto json = nlohmann::json::parse(text);
    const auto outcome = outcome_from(json.at("status").get<std::string>());
    if (!outcome) return wrong("status is none of imported, rejected, duplicate");
    return Acknowledgement{*id, *outcome, json.value("externalRef", std::string())};
} catch (const nlohmann::json::exception&) {
    return fail(Errc::BadAcknowledgement, name + ": not the JSON that was agreed");
}

Result<Acknowledgement> read_acknowledgement(const fs::path& file) {
    const auto name = file.filename().string();
    std::error_code problem;
    if (const auto size = fs::file_size(file, problem); problem || size > kMostBytes)
        return fail(Errc::BadAcknowledgement, name + ": missing or too large");
    const auto bytes = read_file(file);
    if (!bytes) return fail(Errc::BadAcknowledgement, name + ": cannot be read");
    return parse_acknowledgement(name, {reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

std::vector<reception::Damage> check_packages(const fs::path& outbox) {
    std::vector<reception::Damage> damages;
    for (const auto& folder : package_folders(outbox))
        if (fs::exists(folder / "READY")) check_sums(folder, damages);
    return damages;
}

Result<void> remove_package(const fs::path& outbox, const reception::PackageId& id) {
    for (const auto& folder : package_folders(outbox)) {
        if (!folder.filename().string().ends_with("_" + id.text())) continue;
        std::error_code problem;
        fs::remove(folder / "READY", problem);
        if (!problem) fs::remove_all(folder, problem);
        if (problem) return fail(Errc::CannotWrite, folder.string() + ": " + problem.message());
    }
    return {};
}

}  // namespace kiosk::output
