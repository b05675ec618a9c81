#include "kiosk/reception/store_inside.hpp"

namespace kiosk::reception {

namespace {

std::optional<ExportTicket> ticket_of(const Database& database, const PackageId& id) {
    auto row = database.prepare(
        "SELECT sequence, previous, profile_id, profile_version, review_state, review_by, review_at, "
        "package_sha256 "
        "FROM ticket WHERE package_id = ?");
    if (!row.bind(id.text()).step()) return std::nullopt;
    return ExportTicket{.sequence = row.number(0),
                        .previous_package_sha256 = row.text(1),
                        .profile_id = row.text(2),
                        .profile_version = row.text(3),
                        .review = {row.text(4), row.text(5), row.text(6)},
                        .package_sha256 = row.text(7)};
}

std::string counter_of(const Database& database, const PackageId& id) {
    auto row = database.prepare("SELECT counter FROM number WHERE package_id = ?");
    return row.bind(id.text()).step() ? row.text(0) : std::string();
}

// The ticket as it stands before its package is built: after the counter's last one, with the review as it is
// now.
ExportTicket next_ticket(const Database& database, const PackageId& id, const std::string& counter) {
    ExportTicket ticket{.sequence = 1};
    auto last = database.prepare(
        "SELECT sequence, package_sha256 FROM ticket WHERE counter = ? ORDER BY sequence DESC LIMIT 1");
    if (last.bind(counter).step()) {
        ticket.sequence = last.number(0) + 1;
        ticket.previous_package_sha256 = last.text(1);
    }
    auto review =
        database.prepare("SELECT review_state, review_by, review_at FROM reception WHERE package_id = ?");
    if (review.bind(id.text()).step()) ticket.review = {review.text(0), review.text(1), review.text(2)};
    return ticket;
}

void insert_ticket(const Database& database, const PackageId& id, const std::string& counter,
                   const ExportTicket& ticket) {
    auto insert = database.prepare("INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(id.text()).bind(counter).bind(ticket.sequence).bind(ticket.previous_package_sha256);
    insert.bind(ticket.profile_id).bind(ticket.profile_version).bind(ticket.review.state);
    insert.bind(ticket.review.by).bind(ticket.review.at).bind(ticket.package_sha256).run();
}

}  // namespace

Result<void> Store::confirm(const PackageId& id, const Act& act) {
    return guarded([&]() -> Result<void> {
        Transaction transaction(inside_->database);
        const auto state = inside_->state_of(id);
        if (state == State::Confirmed) return {};
        if (state != State::Received && state != State::SentBack) return fail(Errc::NotAllowed, id.text());
        inside_->set_state(id, State::Confirmed, act);
        auto review = inside_->database.prepare(
            "UPDATE reception SET review_state = 'confirmed', review_by = ?, review_at = ? WHERE package_id "
            "= ?");
        review.bind(act.who).bind(rfc3339(act.at)).bind(id.text()).run();
        inside_->audit("confirmed", id.text(), act);
        transaction.commit();
        return {};
    });
}

Result<void> Store::send_back(const PackageId& id, const Act& act, std::string_view reason_code) {
    return guarded([&]() -> Result<void> {
        Transaction transaction(inside_->database);
        const auto state = inside_->state_of(id);
        if (state == State::SentBack) return {};
        if (state == State::Imported) return fail(Errc::NotAllowed, id.text());
        inside_->set_state(id, State::SentBack, act);
        inside_->audit("sent back: " + std::string(reason_code), id.text(), act);
        transaction.commit();
        return {};
    });
}

Result<ExportTicket> Store::begin_export(
    const PackageId& id, std::string_view profile_id, std::string_view profile_version, const Act& act,
    const std::function<std::optional<std::string>(const ExportTicket&)>& sha256_of) {
    return guarded([&]() -> Result<ExportTicket> {
        Transaction transaction(inside_->database);
        if (inside_->state_of(id) == State::Imported) return fail(Errc::NotAllowed, id.text());
        if (const auto known = ticket_of(inside_->database, id)) {
            if (known->profile_id != profile_id || known->profile_version != profile_version)
                return fail(Errc::Conflict, id.text() + " was exported with profile " + known->profile_id);
            return *known;
        }
        const auto counter = counter_of(inside_->database, id);
        auto ticket = next_ticket(inside_->database, id, counter);
        ticket.profile_id = profile_id;
        ticket.profile_version = profile_version;
        const auto sha256 = sha256_of(ticket);
        if (!sha256) return fail(Errc::NotAllowed, "the package cannot be built");
        ticket.package_sha256 = *sha256;
        insert_ticket(inside_->database, id, counter, ticket);
        inside_->audit("export begun", id.text(), act);
        transaction.commit();
        return ticket;
    });
}

Result<void> Store::finish_export(const PackageId& id, const Act& act) {
    return guarded([&]() -> Result<void> {
        Transaction transaction(inside_->database);
        const auto state = inside_->state_of(id);
        if (!ticket_of(inside_->database, id)) return fail(Errc::NotAllowed, id.text());
        // The importer may have been quicker than we are: its word stands.
        if (state == State::Exported || state == State::Imported) return {};
        inside_->set_state(id, State::Exported, act);
        inside_->audit("exported", id.text(), act);
        transaction.commit();
        return {};
    });
}

Result<bool> Store::acknowledge(const PackageId& id, bool imported, std::string_view external_reference,
                                const Act& act) {
    return guarded([&]() -> Result<bool> {
        Transaction transaction(inside_->database);
        const auto state = inside_->state_of(id);
        if (!ticket_of(inside_->database, id))
            return fail(Errc::NotAllowed, id.text() + " was never exported");
        if (state == State::Imported || (!imported && state == State::SentBack)) return false;
        inside_->set_state(id, imported ? State::Imported : State::SentBack, act);
        if (imported) {
            auto reference =
                inside_->database.prepare("UPDATE reception SET external_reference = ? WHERE package_id = ?");
            reference.bind(external_reference).bind(id.text()).run();
        }
        inside_->audit(imported ? "import confirmed" : "rejected by import", id.text(), act);
        transaction.commit();
        return true;
    });
}

}  // namespace kiosk::reception
