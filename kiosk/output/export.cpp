#include "kiosk/output/package.hpp"

namespace kiosk::output {

namespace {

template <class T>
tl::unexpected<Error> fail_store(const reception::Result<T>& failed) {
    return fail(Errc::Reception,
                std::string(reception::short_code(failed.error().code)) + " " + failed.error().detail);
}

}  // namespace

Result<std::filesystem::path> export_package(reception::Store& store, const reception::PackageId& id,
                                             const Profile& profile, const std::filesystem::path& outbox,
                                             Files& files, const reception::Act& act) {
    const auto summary = store.find(id);
    if (!summary) return fail_store(summary);
    const auto reception = store.load(id);
    if (!reception) return fail_store(reception);

    Result<Package> package = fail(Errc::Failed);
    const auto build = [&](const reception::ExportTicket& ticket) -> std::optional<std::string> {
        package = build_package(*reception, summary->number, ticket, profile);
        return package ? std::optional(package->sha256) : std::nullopt;
    };
    const auto ticket = store.begin_export(id, profile.id, profile.version, act, build);
    if (!ticket && !package && package.error() != Error{Errc::Failed, {}}) return fail(package);
    if (!ticket) return fail_store(ticket);
    if (!package) (void)build(*ticket);  // the ticket is from an earlier attempt
    if (!package) return fail(package);
    if (package->sha256 != ticket->package_sha256)
        return fail(Errc::Altered, "the package is no longer what was announced; was the profile changed?");

    const auto folder = write_package(*package, outbox, files);
    if (!folder) return folder;
    if (const auto done = store.finish_export(id, act); !done) return fail_store(done);
    return folder;
}

}  // namespace kiosk::output
