#include "kiosk/output/package.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "kiosk/output/manifest.hpp"
#include "kiosk/output/tables.hpp"
#include "kiosk/reception/sealer.hpp"

namespace kiosk::output {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kReady = "READY";
constexpr std::string_view kSums = "manifest.sha256";

reception::Bytes bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

/// Collects files with what the manifest says about each.
class Builder {
public:
    explicit Builder(const Profile& profile) : profile_(profile) {}

    void add(const std::string& name, reception::Bytes bytes) {
        notes_.push_back({.name = name, .bytes = bytes.size(), .sha256 = reception::sha256(bytes)});
        package_.files[name] = std::move(bytes);
    }
    void add(const Table& table) {
        auto csv = to_csv(table, profile_);
        losses_.insert(losses_.end(), csv.losses.begin(), csv.losses.end());
        add(table.name, bytes_of(csv.bytes));
        notes_.back().charset = word(profile_.charset);
        notes_.back().rows = static_cast<int>(table.rows.size());
        notes_.back().columns = table.header;
    }
    void add_unlisted(const std::string& name, reception::Bytes bytes) {
        package_.files[name] = std::move(bytes);
    }

    [[nodiscard]] const std::vector<FileNote>& notes() const { return notes_; }
    [[nodiscard]] const std::vector<Loss>& losses() const { return losses_; }
    [[nodiscard]] Package& package() { return package_; }

private:
    const Profile& profile_;
    Package package_;
    std::vector<FileNote> notes_;
    std::vector<Loss> losses_;
};

std::string folder_of(const reception::NewReception& from) {
    return fmt::format("{}/{}_{}_{}", reception::compact_day(local_day(from.created_at)),
                       from.municipality_code, from.counter, from.package_id.text());
}

CharacterReport count_characters(const std::vector<Table>& tables) {
    CharacterReport report;
    JisLookup lookup;
    for (const auto& table : tables)
        for (const auto& row : table.rows)
            for (const auto& cell : row) count(cell, lookup, report);
    return report;
}

// Where the first character went, without saying which: the detail may reach a log.
std::string place_of(const Loss& loss) {
    return fmt::format("{} row {} {}", loss.file, loss.row, loss.column);
}

// The format of sha256sum: two blanks, names as they lie below the folder.
std::string sums_of(const std::map<std::string, reception::Bytes>& files) {
    std::string text;
    for (const auto& [name, bytes] : files) text += reception::sha256(bytes) + "  " + name + "\n";
    return text;
}

bool same_on_disk(const fs::path& file, const reception::Bytes& wanted) {
    std::error_code problem;
    if (fs::file_size(file, problem) != wanted.size() || problem) return false;
    const auto found = read_file(file);
    return found && *found == wanted;
}

// What an earlier, interrupted attempt may have left that does not belong.
Result<void> remove_strangers(const fs::path& folder, const Package& package, Files& files) {
    std::error_code problem;
    for (auto entry = fs::recursive_directory_iterator(folder, problem);
         !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
        if (entry->is_directory()) continue;
        const auto name = entry->path().lexically_relative(folder).generic_string();
        if (package.files.contains(name)) continue;
        if (auto removed = files.remove(entry->path()); !removed) return removed;
    }
    return {};
}

Result<void> write_all(const fs::path& folder, const Package& package, Files& files) {
    std::set<fs::path> folders{folder};
    for (const auto& [name, bytes] : package.files) folders.insert((folder / name).parent_path());
    for (const auto& one : folders)
        if (auto made = files.make_folder(one); !made) return made;
    if (auto clean = remove_strangers(folder, package, files); !clean) return clean;
    for (const auto& [name, bytes] : package.files)
        if (auto written = files.write(folder / name, bytes); !written) return written;
    for (const auto& one : folders)
        if (auto synced = files.sync_folder(one); !synced) return synced;
    return {};
}

}  // namespace

Result<Package> build_package(const reception::NewReception& reception, const std::string& number,
                              const reception::ExportTicket& ticket, const Profile& profile) try {
    const auto tables = make_tables({reception, number, ticket.review}, profile);
    if (!tables) return fail(tables);
    Builder builder(profile);
    for (const auto& document : reception.documents)
        if (document.in_package) builder.add("forms/" + document.id + ".pdf", document.pdf);
    for (const auto& table : *tables) builder.add(table);
    if (!builder.losses().empty() && !profile.lossy_allowed)
        return fail(Errc::Lossy, place_of(builder.losses().front()));
    const auto losses = builder.losses();
    builder.add(character_list(*tables, losses));
    builder.add(column_dictionary(profile));
    builder.add("reception.json", bytes_of(reception_text(reception, number)));
    const auto characters = count_characters(*tables);
    builder.add_unlisted(
        "manifest.json",
        bytes_of(manifest_text({reception, number, ticket, builder.notes(), characters, losses})));
    auto& package = builder.package();
    package.folder = folder_of(reception);
    const auto sums = bytes_of(sums_of(package.files));
    package.sha256 = reception::sha256(sums);
    package.files[std::string(kSums)] = sums;
    return std::move(package);
} catch (const std::exception& problem) {
    return fail(Errc::Failed, problem.what());
}

Result<fs::path> write_package(const Package& package, const fs::path& outbox, Files& files) {
    const auto folder = outbox / package.folder;
    const auto ready = folder / kReady;
    if (fs::exists(ready)) {
        // Released is immutable: somebody may be reading it now.
        for (const auto& [name, bytes] : package.files)
            if (!same_on_disk(folder / name, bytes)) return fail(Errc::Altered, package.folder + "/" + name);
        return folder;
    }
    if (auto written = write_all(folder, package, files); !written) return fail(written);
    const auto almost = folder / "READY.tmp";
    if (auto written = files.write(almost, bytes_of(package.sha256 + "\n")); !written) return fail(written);
    if (auto released = files.rename(almost, ready); !released) return fail(released);
    if (auto synced = files.sync_folder(folder); !synced) return fail(synced);
    return folder;
}

}  // namespace kiosk::output
