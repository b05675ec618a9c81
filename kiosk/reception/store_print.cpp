#include <fmt/core.h>

#include "kiosk/reception/store_inside.hpp"

namespace kiosk::reception {

namespace {

constexpr std::string_view kColumns =
    "SELECT id, package_id, document, job_name, copies, attempt, state, printer, printer_job, reason FROM "
    "print_job ";

PrintJob job_of(const Statement& row) {
    const auto id = PackageId::parse(row.text(1));
    if (!id) throw Broken{{Errc::Altered, "a package id in the database is not one"}};
    return {.id = row.number(0),
            .package_id = *id,
            .document = row.text(2),
            .job_name = row.text(3),
            .copies = static_cast<int>(row.number(4)),
            .attempt = static_cast<int>(row.number(5)),
            .state = static_cast<PrintState>(row.number(6)),
            .printer = row.text(7),
            .printer_job = static_cast<int>(row.number(8)),
            .reason = row.text(9)};
}

std::vector<PrintJob> jobs_of(Statement& query) {
    std::vector<PrintJob> jobs;
    while (query.step()) jobs.push_back(job_of(query));
    return jobs;
}

// "1122-014-03" for the first attempt, "1122-014-03-r2" for the second: a printer asked by name tells them
// apart.
std::string name_of_attempt(const PrintJob& last) {
    const auto first_name = last.job_name.substr(0, last.job_name.rfind("-r"));
    return fmt::format("{}-r{}", first_name, last.attempt + 1);
}

}  // namespace

Result<std::vector<PrintJob>> Store::print_jobs(const PackageId& id) const {
    return guarded([&]() -> Result<std::vector<PrintJob>> {
        auto query = inside_->database.prepare(std::string(kColumns) + "WHERE package_id = ? ORDER BY id");
        query.bind(id.text());
        return jobs_of(query);
    });
}

Result<std::vector<PrintJob>> Store::open_print_jobs() const {
    return guarded([&]() -> Result<std::vector<PrintJob>> {
        auto query = inside_->database.prepare(std::string(kColumns) + "WHERE state <= ? ORDER BY id");
        query.bind(static_cast<std::int64_t>(PrintState::Printing));
        return jobs_of(query);
    });
}

Result<void> Store::note_print(const PrintJob& job, const Act& act) {
    return guarded([&]() -> Result<void> {
        Transaction transaction(inside_->database);
        auto update = inside_->database.prepare(
            "UPDATE print_job SET state = ?1, printer = ?2, printer_job = ?3, reason = ?4 WHERE id = ?5 AND "
            "package_id = ?6 "
            "AND (?1 <> 2 OR state = 1)");
        update.bind(static_cast<std::int64_t>(job.state))
            .bind(job.printer)
            .bind(job.printer_job)
            .bind(job.reason);
        update.bind(job.id).bind(job.package_id.text()).run();
        if (inside_->database.changes() == 0) return fail(Errc::NotAllowed, job.job_name + " is not waiting");
        inside_->audit(fmt::format("print {} {}", job.job_name, word(job.state)), job.package_id.text(), act);
        transaction.commit();
        return {};
    });
}

Result<PrintJob> Store::print_again(const PackageId& id, std::string_view document, const Act& act) {
    return guarded([&]() -> Result<PrintJob> {
        Transaction transaction(inside_->database);
        auto query = inside_->database.prepare(
            std::string(kColumns) + "WHERE package_id = ? AND document = ? ORDER BY attempt DESC LIMIT 1");
        if (!query.bind(id.text()).bind(document).step()) return fail(Errc::NotFound, id.text());
        const auto last = job_of(query);
        auto next = PrintJob{.package_id = id,
                             .document = last.document,
                             .job_name = name_of_attempt(last),
                             .copies = last.copies,
                             .attempt = last.attempt + 1,
                             .state = PrintState::Waiting};
        auto insert = inside_->database.prepare(
            "INSERT INTO print_job (package_id, document, job_name, copies, attempt, state) VALUES (?, ?, ?, "
            "?, ?, 1) "
            "RETURNING id");
        insert.bind(id.text())
            .bind(next.document)
            .bind(next.job_name)
            .bind(next.copies)
            .bind(next.attempt)
            .step();
        next.id = insert.number(0);
        insert.run();
        inside_->audit("print again " + next.job_name, id.text(), act);
        transaction.commit();
        return next;
    });
}

}  // namespace kiosk::reception
