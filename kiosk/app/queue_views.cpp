#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "kiosk/app/queue_commands.hpp"
#include "kiosk/reception/codec.hpp"

namespace kiosk {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const reception::Summary& row) {
    return {{"number", row.number},        {"packageId", row.package_id.text()},
            {"state", word(row.state)},    {"counter", row.counter},
            {"event", row.event},          {"createdAt", row.created_at},
            {"changedAt", row.changed_at}, {"purged", row.purged}};
}

void print_rows(const Desk& desk, const std::vector<reception::Summary>& rows) {
    if (desk.options.json) {
        auto out = Json::array();
        for (const auto& row : rows) out.push_back(json_of(row));
        desk.out() << out.dump(2) << "\n";
        return;
    }
    for (const auto& row : rows)
        desk.out() << fmt::format("{}  {}  {}  {}  {}  {}{}\n", row.number,
                                  name(row.state, desk.options.language), row.counter, row.event,
                                  row.created_at, row.package_id.text(),
                                  row.purged ? desk.say("  （消去済）", "  (erased)") : "");
    desk.out() << fmt::format(fmt::runtime(desk.say("{} 件\n", "{} receptions\n")), rows.size());
}

std::string field_text(const Desk& desk, const reception::Field& field) {
    const auto value = field.unknown ? std::string(desk.say("わからない", "unknown")) : field.value;
    return fmt::format("{}  [{}]", value, field.source);
}

void print_reception(const Desk& desk, const reception::Summary& row, const reception::NewReception& from,
                     const std::vector<reception::PrintJob>& jobs) {
    auto& out = desk.out();
    out << fmt::format("{}  {}  {}\n{}  {}  {}  {}\n", row.number, name(row.state, desk.options.language),
                       from.package_id.text(), from.event_name, row.created_at, word(from.identity),
                       from.card_check);
    for (const auto& person : from.persons) {
        out << fmt::format("\n{} ({})\n", person.role, person.id);
        for (const auto& [item, field] : person.fields)
            out << fmt::format("  {}: {}\n", item, field_text(desk, field));
    }
    out << "\n";
    for (const auto& answer : from.answers) {
        const auto value = answer.unknown ? std::string(desk.say("わからない", "unknown")) : answer.text;
        out << fmt::format("{}: {}  [{}]\n", answer.label, value, answer.source);
    }
    out << "\n";
    for (const auto& procedure : from.procedures)
        out << fmt::format("{}  {}  {}  {}\n", procedure.outcome, procedure.name, procedure.division,
                           procedure.deadline);
    out << "\n";
    for (const auto& job : jobs)
        out << fmt::format("{}  {}  {}\n", job.job_name, job.document,
                           name(job.state, desk.options.language));
}

void print_json(const Desk& desk, const reception::Summary& row, const reception::NewReception& from,
                const std::vector<reception::PrintJob>& jobs) {
    auto out = json_of(row);
    out["reception"] = Json::parse(reception::to_json(from));
    out["printJobs"] = Json::array();
    for (const auto& job : jobs)
        out["printJobs"].push_back(
            {{"jobName", job.job_name}, {"document", job.document}, {"state", word(job.state)}});
    desk.out() << out.dump(2) << "\n";
}

}  // namespace

Exit complain(const Desk& desk, const reception::Error& error) {
    desk.err() << reception::short_code(error.code) << " " << sentence(error.code, desk.options.language)
               << " (" << error.detail << ")\n";
    return Exit::Problems;
}

Exit complain(const Desk& desk, const output::Error& error) {
    desk.err() << output::short_code(error.code) << " " << sentence(error.code, desk.options.language) << " ("
               << error.detail << ")\n";
    return Exit::Problems;
}

Exit queue_list(const Desk& desk) {
    const auto rows = desk.store.list();
    if (!rows) return complain(desk, rows.error());
    print_rows(desk, *rows);
    return Exit::Done;
}

Exit queue_show(const Desk& desk) {
    const auto row = desk.store.find(desk.options.wanted);
    if (!row) return complain(desk, row.error());
    // First the row in the audit, then the person's data: nobody looks unseen.
    if (const auto noted = desk.store.note("shown", row->package_id, desk.act()); !noted)
        return complain(desk, noted.error());
    const auto reception = desk.store.load(row->package_id);
    if (!reception) return complain(desk, reception.error());
    const auto jobs = desk.store.print_jobs(row->package_id);
    if (!jobs) return complain(desk, jobs.error());
    desk.options.json ? print_json(desk, *row, *reception, *jobs)
                      : print_reception(desk, *row, *reception, *jobs);
    return Exit::Done;
}

Exit queue_reconcile(const Desk& desk) {
    const auto rows = desk.store.list();
    if (!rows) return complain(desk, rows.error());
    std::vector<reception::Summary> waiting;
    for (const auto& row : *rows)
        if (row.state == reception::State::Exported) waiting.push_back(row);
    print_rows(desk, waiting);
    return waiting.empty() ? Exit::Done : Exit::Problems;
}

}  // namespace kiosk
