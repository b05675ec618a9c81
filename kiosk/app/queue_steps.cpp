#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "kiosk/app/queue_commands.hpp"
#include "kiosk/output/acknowledgement.hpp"
#include "kiosk/output/package.hpp"

namespace kiosk {

namespace fs = std::filesystem;

fs::path Desk::outbox() const {
    return options.outbox.empty() ? outbox_folder(place) : fs::path(options.outbox);
}

namespace {

using reception::PackageId;

Exit worse(Exit one, Exit other) {
    return static_cast<Exit>(std::max(static_cast<int>(one), static_cast<int>(other)));
}

Exit export_one(const Desk& desk, const PackageId& id, const output::Profile& profile,
                nlohmann::ordered_json& report) {
    output::DiskFiles files;
    const auto folder = output::export_package(desk.store, id, profile, desk.outbox(), files, desk.act());
    if (!folder) {
        report.push_back({{"packageId", id.text()}, {"error", output::short_code(folder.error().code)}});
        return complain(desk, folder.error());
    }
    report.push_back({{"packageId", id.text()}, {"folder", folder->string()}});
    if (!desk.options.json) desk.out() << folder->string() << "\n";
    return Exit::Done;
}

// Without names: everything that was accepted and has no package yet.
reception::Result<std::vector<PackageId>> wanted(const Desk& desk) {
    std::vector<PackageId> ids;
    for (const auto& name : desk.options.several) {
        const auto row = desk.store.find(name);
        if (!row) return reception::fail(row);
        ids.push_back(row->package_id);
    }
    if (!desk.options.several.empty()) return ids;
    const auto rows = desk.store.list();
    if (!rows) return reception::fail(rows);
    for (const auto& row : *rows)
        if (row.state == reception::State::Received || row.state == reception::State::Confirmed)
            ids.push_back(row.package_id);
    return ids;
}

std::vector<fs::path> acknowledgement_files(const Desk& desk) {
    if (!desk.options.several.empty()) return {desk.options.several.begin(), desk.options.several.end()};
    std::vector<fs::path> files;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(inbox_folder(desk.place), problem))
        if (entry.path().filename().string().ends_with(".ack.json")) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

bool takes_in(const Desk& desk, const fs::path& file, nlohmann::ordered_json& report) {
    const auto acknowledgement = output::read_acknowledgement(file);
    if (!acknowledgement) {
        (void)complain(desk, acknowledgement.error());
        return false;
    }
    const auto& [id, outcome, reference] = *acknowledgement;
    const auto changed =
        desk.store.acknowledge(id, outcome != output::ImportOutcome::Rejected, reference, desk.act());
    if (!changed) {
        (void)complain(desk, changed.error());
        return false;
    }
    const auto row = desk.store.find(id);
    if (!row) return false;
    report.push_back({{"packageId", id.text()}, {"state", word(row->state)}, {"changed", *changed}});
    if (!desk.options.json)
        desk.out() << fmt::format("{}  {}\n", row->number, name(row->state, desk.options.language));
    std::error_code ignored;  // a file that stays is taken in again without effect
    if (desk.options.several.empty()) fs::remove(file, ignored);
    return true;
}

void print_report(const Desk& desk, const nlohmann::ordered_json& report) {
    if (desk.options.json) desk.out() << report.dump(2) << "\n";
}

}  // namespace

Exit queue_export(const Desk& desk) {
    const auto profile =
        output::load_profile(fs::path(desk.around.assets) / "profiles" / (desk.options.profile + ".toml"));
    if (!profile) return complain(desk, profile.error());
    const auto ids = wanted(desk);
    if (!ids) return complain(desk, ids.error());
    auto report = nlohmann::ordered_json::array();
    auto result = Exit::Done;
    for (const auto& id : *ids) result = worse(result, export_one(desk, id, *profile, report));
    print_report(desk, report);
    return result;
}

Exit queue_resend(const Desk& desk) {
    return queue_export(desk);
}

Exit queue_acknowledge(const Desk& desk) {
    auto report = nlohmann::ordered_json::array();
    auto result = Exit::Done;
    for (const auto& file : acknowledgement_files(desk))
        if (!takes_in(desk, file, report)) result = Exit::Problems;
    print_report(desk, report);
    return result;
}

Exit queue_purge(const Desk& desk) {
    auto until = desk.around.now;
    until.utc -= std::chrono::days(desk.options.days);
    const auto purged = desk.store.purge(until, desk.act());
    if (!purged) return complain(desk, purged.error());
    auto result = Exit::Done;
    for (const auto& id : *purged)
        if (const auto gone = output::remove_package(desk.outbox(), id); !gone)
            result = complain(desk, gone.error());
    if (desk.options.json)
        desk.out() << nlohmann::ordered_json{{"purged", purged->size()}}.dump() << "\n";
    else
        desk.out() << fmt::format(fmt::runtime(desk.say("{} 件を消しました\n", "{} erased\n")),
                                  purged->size());
    return result;
}

Exit queue_verify(const Desk& desk) {
    auto damages = desk.store.verify();
    if (!damages) return complain(desk, damages.error());
    for (auto& damage : output::check_packages(desk.outbox())) damages->push_back(std::move(damage));
    if (desk.options.json) {
        auto report = nlohmann::ordered_json::array();
        for (const auto& damage : *damages)
            report.push_back({{"where", damage.where}, {"what", damage.what}});
        desk.out() << report.dump(2) << "\n";
    } else {
        for (const auto& damage : *damages) desk.out() << damage.where << ": " << damage.what << "\n";
        if (damages->empty()) desk.out() << desk.say("異常はありません\n", "nothing is wrong\n");
    }
    return damages->empty() ? Exit::Done : Exit::Problems;
}

}  // namespace kiosk
