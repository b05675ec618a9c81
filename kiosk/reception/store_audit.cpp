#include <fmt/core.h>

#include "kiosk/reception/store_inside.hpp"

namespace kiosk::reception {

namespace {

constexpr std::chrono::seconds kClockSlack{
    5};  // two processes write in turn, each with its own reading of the clock

std::vector<AuditRow> rows_of(const Database& database) {
    std::vector<AuditRow> rows;
    auto query = database.prepare(
        "SELECT sequence, at, who, terminal, action, package_id, previous, hash FROM audit ORDER BY "
        "sequence");
    while (query.step())
        rows.push_back({query.number(0), query.text(1), query.text(2), query.text(3), query.text(4),
                        query.text(5), query.text(6), query.text(7)});
    return rows;
}

std::vector<Damage> check_chain(const std::vector<AuditRow>& rows, const Sealer& sealer) {
    std::vector<Damage> damages;
    std::string previous;
    std::int64_t expected = 1;
    std::optional<Moment> before;
    for (const auto& row : rows) {
        const auto where = fmt::format("audit {}", row.sequence);
        if (row.sequence != expected)
            damages.push_back({fmt::format("audit {}", expected), "rows are missing"});
        if (row.hash != sealer.sign(chain_text(row)))
            damages.push_back({where, "changed"});
        else if (row.previous != previous)
            damages.push_back({where, "does not follow the row before it"});
        const auto at = parse_moment(row.at);
        if (at && before && at->utc + kClockSlack < before->utc)
            damages.push_back({where, "the clock went back"});
        if (at) before = at;
        previous = row.hash;
        expected = row.sequence + 1;
    }
    return damages;
}

// Rows cut off the end leave a chain that is whole: only the signed head tells.
void check_head(const Database& database, const Sealer& sealer, const std::vector<AuditRow>& rows,
                std::vector<Damage>& damages) {
    auto head = database.prepare("SELECT value FROM meta WHERE key = 'audit_head'");
    const auto signed_head = head.step() ? head.text(0) : std::string();
    const auto expected =
        rows.empty() ? std::string() : sealer.sign(head_text(rows.back().sequence, rows.back().hash));
    if (signed_head != expected)
        damages.push_back({fmt::format("audit {}", rows.size() + 1), "rows at the end are missing"});
}

void check_seals(const Database& database, const Sealer& sealer, std::vector<Damage>& damages) {
    auto query = database.prepare("SELECT package_id, part, body FROM sealed ORDER BY package_id, part");
    while (query.step()) {
        const auto place = seal_place(query.text(0), query.text(1));
        auto plain = sealer.open(query.blob(2), place);
        if (!plain)
            damages.push_back({"sealed " + place, "changed"});
        else
            wipe(*plain);
    }
    auto bare = database.prepare(
        "SELECT package_id FROM reception r WHERE purged = 0 AND NOT EXISTS "
        "(SELECT 1 FROM sealed s WHERE s.package_id = r.package_id AND s.part = 'reception')");
    while (bare.step()) damages.push_back({"sealed " + bare.text(0), "missing"});
}

void check_file(const Database& database, std::vector<Damage>& damages) {
    auto check = database.prepare("PRAGMA integrity_check(5)");
    while (check.step())
        if (check.text(0) != "ok") damages.push_back({"database", check.text(0)});
}

}  // namespace

Result<void> Store::note(std::string_view action, const std::optional<PackageId>& id, const Act& act) {
    return guarded([&]() -> Result<void> {
        Transaction transaction(inside_->database);
        inside_->audit(action, id ? id->text() : std::string(), act);
        transaction.commit();
        return {};
    });
}

Result<std::vector<AuditRow>> Store::audit() const {
    return guarded([&]() -> Result<std::vector<AuditRow>> { return rows_of(inside_->database); });
}

Result<std::vector<Damage>> Store::verify() const {
    return guarded([&]() -> Result<std::vector<Damage>> {
        // One snapshot: a reception accepted meanwhile is not damage.
        Transaction snapshot(inside_->database);
        const auto rows = rows_of(inside_->database);
        auto damages = check_chain(rows, inside_->sealer);
        check_head(inside_->database, inside_->sealer, rows, damages);
        check_seals(inside_->database, inside_->sealer, damages);
        check_file(inside_->database, damages);
        return damages;
    });
}

Result<std::vector<PackageId>> Store::purge(Moment until, const Act& act) {
    return guarded([&]() -> Result<std::vector<PackageId>> {
        std::vector<PackageId> purged;
        Transaction transaction(inside_->database);
        auto due = inside_->database.prepare(
            "SELECT package_id FROM reception WHERE state = ? AND purged = 0 AND changed_ms <= ? ORDER BY "
            "package_id");
        due.bind(static_cast<std::int64_t>(State::Imported)).bind(until.utc.time_since_epoch().count());
        while (due.step())
            if (const auto id = PackageId::parse(due.text(0))) purged.push_back(*id);
        for (const auto& id : purged) {
            inside_->database.prepare("DELETE FROM sealed WHERE package_id = ?").bind(id.text()).run();
            inside_->database.prepare("UPDATE reception SET purged = 1 WHERE package_id = ?")
                .bind(id.text())
                .run();
            inside_->audit("purged", id.text(), act);
        }
        transaction.commit();
        // secure_delete has zeroed the pages; the journal still holds their old images until it is cut.
        if (!purged.empty()) inside_->database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").run();
        return purged;
    });
}

}  // namespace kiosk::reception
