#include "kiosk/reception/store_inside.hpp"

namespace kiosk::reception {

namespace {

constexpr std::string_view kColumns =
    "SELECT r.package_id, n.number, n.counter, r.event, r.state, r.created_at, r.changed_at, r.purged, n.day "
    "FROM reception r JOIN number n USING (package_id) ";

Summary summary_of(const Statement& row) {
    const auto id = PackageId::parse(row.text(0));
    if (!id) throw Broken{{Errc::Altered, "a package id in the database is not one"}};
    return {.package_id = *id,
            .number = row.text(1),
            .counter = row.text(2),
            .event = row.text(3),
            .state = static_cast<State>(row.number(4)),
            .created_at = row.text(5),
            .changed_at = row.text(6),
            .purged = row.number(7) != 0};
}

}  // namespace

Result<std::vector<Summary>> Store::list() const {
    return guarded([&]() -> Result<std::vector<Summary>> {
        std::vector<Summary> rows;
        auto query = inside_->database.prepare(std::string(kColumns) +
                                               "ORDER BY n.day, r.created_ms, n.counter, n.running");
        while (query.step()) rows.push_back(summary_of(query));
        return rows;
    });
}

Result<Summary> Store::find(const PackageId& id) const {
    return guarded([&]() -> Result<Summary> {
        auto query = inside_->database.prepare(std::string(kColumns) + "WHERE r.package_id = ?");
        if (!query.bind(id.text()).step()) return fail(Errc::NotFound, id.text());
        return summary_of(query);
    });
}

Result<Summary> Store::find(std::string_view number_or_id) const {
    return guarded([&]() -> Result<Summary> {
        const std::string wanted(number_or_id);
        if (wanted.size() < 4) return fail(Errc::NotFound, wanted);
        auto query = inside_->database.prepare(
            std::string(kColumns) +
            "WHERE n.number = ?1 OR substr(r.package_id, 1, length(?1)) = ?1 ORDER BY n.day DESC LIMIT 2");
        if (!query.bind(wanted).step()) return fail(Errc::NotFound, wanted);
        auto found = summary_of(query);
        const auto day = query.text(8);
        // Two counters may both have a 014 today, and a beginning may fit two ids: then only the whole id
        // will do.
        if (query.step() && (query.text(8) == day || found.number != wanted))
            return fail(Errc::NotFound, wanted + ": more than one");
        return found;
    });
}

}  // namespace kiosk::reception
