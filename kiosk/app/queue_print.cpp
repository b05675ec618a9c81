#include <fmt/core.h>

#include <map>
#include <nlohmann/json.hpp>

#include "kiosk/app/queue_commands.hpp"
#include "kiosk/output/print_run.hpp"

namespace kiosk {

namespace {

using reception::PrintJob;
using reception::PrintState;

/// The newest attempt of each document, in printing order.
std::vector<PrintJob> newest(const std::vector<PrintJob>& jobs, const std::string& only) {
    std::vector<PrintJob> latest;
    std::map<std::string, std::size_t> places;
    for (const auto& job : jobs) {
        if (!only.empty() && job.document != only) continue;
        const auto [place, fresh] = places.try_emplace(job.document, latest.size());
        if (fresh)
            latest.push_back(job);
        else
            latest[place->second] = job;
    }
    return latest;
}

void print_line(const Desk& desk, const PrintJob& job) {
    desk.out() << fmt::format("{}  {}  {}\n", job.job_name, job.document,
                              name(job.state, desk.options.language));
}

// What failed or nobody can tell is sent again only on the word of a person who has looked at the tray; so is
// a sheet that came out, when it is asked for by name.
bool needs_word(const Desk& desk, const PrintJob& job) {
    if (job.state == PrintState::Failed || job.state == PrintState::Unclear) return true;
    return job.state == PrintState::Done && !desk.options.document.empty();
}

Exit print_one(const Desk& desk, const output::Printer& printer, PrintJob job) {
    if (needs_word(desk, job)) {
        if (!desk.options.again) {
            print_line(desk, job);
            desk.err() << desk.say("紙が出ていないことを確かめてから --again を付けてください\n",
                                   "look whether paper came out, then add --again\n");
            return Exit::Problems;
        }
        const auto next = desk.store.print_again(job.package_id, job.document, desk.act());
        if (!next) return complain(desk, next.error());
        job = *next;
    }
    if (job.state != PrintState::Done) {
        const auto printed = output::run_print_job(
            desk.store, printer, job, desk.act(), {}, {}, [&](const output::JobStatus& status) {
                desk.err() << output::sentence(status.printer, desk.options.language) << "\n";
            });
        if (!printed) return complain(desk, printed.error());
        job = *printed;
    }
    print_line(desk, job);
    return job.state == PrintState::Done ? Exit::Done : Exit::Problems;
}

}  // namespace

Exit queue_confirm(const Desk& desk) {
    const auto row = desk.store.find(desk.options.wanted);
    if (!row) return complain(desk, row.error());
    if (const auto confirmed = desk.store.confirm(row->package_id, desk.act()); !confirmed)
        return complain(desk, confirmed.error());
    desk.out() << fmt::format("{}  {}\n", row->number,
                              name(reception::State::Confirmed, desk.options.language));
    return Exit::Done;
}

Exit queue_print(const Desk& desk) {
    const auto address = output::parse_address(desk.options.printer);
    if (!address) return complain(desk, address.error());
    const auto row = desk.store.find(desk.options.wanted);
    if (!row) return complain(desk, row.error());
    const auto jobs = desk.store.print_jobs(row->package_id);
    if (!jobs) return complain(desk, jobs.error());
    const auto wanted = newest(*jobs, desk.options.document);
    if (wanted.empty())
        return complain(desk, reception::Error{reception::Errc::NotFound, desk.options.document});
    const output::Printer printer(*address);
    auto result = Exit::Done;
    for (const auto& job : wanted)
        if (print_one(desk, printer, job) != Exit::Done) result = Exit::Problems;
    return result;
}

}  // namespace kiosk
