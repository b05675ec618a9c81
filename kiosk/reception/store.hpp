#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/reception/audit.hpp"
#include "kiosk/reception/content.hpp"
#include "kiosk/reception/error.hpp"
#include "kiosk/reception/place.hpp"
#include "kiosk/reception/random.hpp"
#include "kiosk/reception/state.hpp"

namespace kiosk::reception {

/// Who does it and when, for the audit chain. `who` is a staff id or "resident"; `terminal` the counter.
struct Act {
    Moment at;
    std::string who{};
    std::string terminal{};
};

/// What the list shows: nothing personal.
struct Summary {
    PackageId package_id;
    std::string number{};  // "1122-014"
    std::string counter{};
    std::string event{};
    State state{};
    std::string created_at{}, changed_at{};  // RFC 3339
    bool purged = false;
};

struct Accepted {
    std::string number{};
    bool already = false;  // this very reception had been accepted before
};

/// One document on its way to paper.
struct PrintJob {
    std::int64_t id = 0;
    PackageId package_id;
    std::string document{};  // Document::id
    std::string job_name{};  // "1122-014-03": all a printer or a print server ever learns
    int copies = 1;
    int attempt = 1;
    PrintState state{};
    std::string printer{};  // where it was sent
    int printer_job = 0;    // the printer's own number, 0 before it gave one
    std::string reason{};   // the printer's words
};

struct ReviewNote {
    std::string state = "none";  // none, confirmed
    std::string by{}, at{};
    bool operator==(const ReviewNote&) const = default;
};

/// What a package's manifest must say the same way each time it is written.
struct ExportTicket {
    std::int64_t sequence = 0;              // 1, 2, 3 … per counter
    std::string previous_package_sha256{};  // of the counter's package before this one; empty for the first
    std::string profile_id{}, profile_version{};
    ReviewNote review{};
    std::string package_sha256{};  // of this package's manifest.sha256
};

/// Receptions on disk: sealed rows in SQLite (WAL, synchronous=FULL), one connection, for one thread.
/// Any number of processes may have one each. A call that returns a value has reached the disk.
class Store {
public:
    /// Opens or makes the database and its key. `random` must outlive the store.
    static Result<Store> open(const Place& place, Random& random);
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// The number this visit will have ("1122-014": month, day, running number of the counter that day), so
    /// that it can stand on its sheets. Reserving is not accepting. The same id always gets the same number.
    Result<std::string> reserve_number(const PackageId& id, std::string_view counter, Moment now);

    /// Keeps the reception, its documents, their print jobs and an audit row in one commit. Twice the same:
    /// the same number. The same id with other contents: Errc::Conflict. Only a returned number may be shown
    /// to anybody.
    Result<Accepted> accept(const NewReception& reception);

    Result<std::vector<Summary>> list() const;
    Result<Summary> find(const PackageId& id) const;
    /// By number, or the beginning of a package id; Errc::NotFound unless exactly one fits (the latest day
    /// wins).
    Result<Summary> find(std::string_view number_or_id) const;
    /// Opens the sealed rows. With documents or without their bytes.
    enum class With : std::uint8_t { Documents, NoDocuments };
    Result<NewReception> load(const PackageId& id, With with = With::Documents) const;
    Result<Bytes> load_document(const PackageId& id, std::string_view document) const;

    /// State steps. Each is idempotent, audited, and Errc::NotAllowed when the state does not allow it.
    Result<void> confirm(const PackageId& id, const Act& act);
    Result<void> send_back(const PackageId& id, const Act& act, std::string_view reason_code);
    /// Pins what the manifest will say, and the package's sha256 as `sha256_of` computes it, in one commit,
    /// so that the packages of a counter form one chain. The same ticket again for the same id; another
    /// profile: Errc::Conflict.
    Result<ExportTicket> begin_export(
        const PackageId& id, std::string_view profile_id, std::string_view profile_version, const Act& act,
        const std::function<std::optional<std::string>(const ExportTicket&)>& sha256_of);
    Result<void> finish_export(const PackageId& id, const Act& act);
    /// Imported wins over every other word, in whatever order acknowledgements come. True when it changed
    /// something.
    Result<bool> acknowledge(const PackageId& id, bool imported, std::string_view external_reference,
                             const Act& act);

    Result<std::vector<PrintJob>> print_jobs(const PackageId& id) const;
    /// Every job that is not yet Done, Failed or Unclear: what a worker takes up after a restart.
    Result<std::vector<PrintJob>> open_print_jobs() const;
    /// Only a Waiting job can become Sending: of two workers that take up the same one, the second gets
    /// Errc::NotAllowed and sends nothing.
    Result<void> note_print(const PrintJob& job, const Act& act);
    /// A further attempt of one document, with its own job name, asked for by a person.
    Result<PrintJob> print_again(const PackageId& id, std::string_view document, const Act& act);

    /// Deletes what is personal of receptions imported on or before `until`; their numbers and the audit
    /// stay.
    Result<std::vector<PackageId>> purge(Moment until, const Act& act);
    /// Writes one row that has no other call: somebody looked ("show"), a reader failed. No personal data in
    /// `action`.
    Result<void> note(std::string_view action, const std::optional<PackageId>& id, const Act& act);
    Result<std::vector<AuditRow>> audit() const;
    /// Everything wrong with the chain, the seals and the database file; empty means sound.
    Result<std::vector<Damage>> verify() const;

private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace kiosk::reception
