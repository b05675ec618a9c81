#include "kiosk/reception/store_inside.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::reception {

std::string seal_place(std::string_view package_id, std::string_view part) {
    return std::string(package_id) + "/" + std::string(part);
}

std::string chain_text(const AuditRow& row) {
    // A JSON array, so that no field can borrow a character from its neighbour.
    return nlohmann::json::array(
               {row.sequence, row.at, row.who, row.terminal, row.action, row.package_id, row.previous})
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string head_text(std::int64_t sequence, std::string_view hash) {
    return "head " + std::to_string(sequence) + " " + std::string(hash);
}

void Store::Inside::audit(std::string_view action, const std::string& package_id, const Act& act) {
    auto last = database.prepare("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
    AuditRow row{.sequence = 1,
                 .at = rfc3339(act.at),
                 .who = act.who,
                 .terminal = act.terminal,
                 .action = std::string(action),
                 .package_id = package_id,
                 .previous = {},
                 .hash = {}};
    if (last.step()) {
        row.sequence = last.number(0) + 1;
        row.previous = last.text(1);
    }
    row.hash = sealer.sign(chain_text(row));
    auto insert = database.prepare("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(row.sequence).bind(row.at).bind(row.who).bind(row.terminal).bind(row.action);
    insert.bind(row.package_id).bind(row.previous).bind(row.hash).run();
    // Without the signed head, cutting rows off the end would leave a chain that still looks whole.
    auto head = database.prepare("INSERT OR REPLACE INTO meta VALUES ('audit_head', ?)");
    head.bind(sealer.sign(head_text(row.sequence, row.hash))).run();
}

void Store::Inside::seal_part(const PackageId& id, std::string_view part,
                              std::span<const std::uint8_t> plain) {
    const auto sealed = sealer.seal(plain, seal_place(id.text(), part), random);
    database.prepare("INSERT INTO sealed VALUES (?, ?, ?)").bind(id.text()).bind(part).bind(sealed).run();
}

Result<Bytes> Store::Inside::open_part(const PackageId& id, std::string_view part) const {
    auto row = database.prepare("SELECT body FROM sealed WHERE package_id = ? AND part = ?");
    if (!row.bind(id.text()).bind(part).step()) return fail(Errc::NotFound, seal_place(id.text(), part));
    auto plain = sealer.open(row.blob(0), seal_place(id.text(), part));
    if (!plain) return fail(Errc::Altered, seal_place(id.text(), part));
    return *std::move(plain);
}

State Store::Inside::state_of(const PackageId& id) const {
    auto row = database.prepare("SELECT state FROM reception WHERE package_id = ?");
    if (!row.bind(id.text()).step()) throw Broken{{Errc::NotFound, id.text()}};
    return static_cast<State>(row.number(0));
}

void Store::Inside::set_state(const PackageId& id, State state, const Act& act) {
    auto update = database.prepare(
        "UPDATE reception SET state = ?, changed_at = ?, changed_ms = ? WHERE package_id = ?");
    update.bind(static_cast<std::int64_t>(state))
        .bind(rfc3339(act.at))
        .bind(act.at.utc.time_since_epoch().count());
    update.bind(id.text()).run();
}

}  // namespace kiosk::reception
