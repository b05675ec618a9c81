#include "kiosk/workers/delivery_worker.hpp"

#include <algorithm>
#include <utility>

#include "kiosk/output/files.hpp"
#include "kiosk/output/package.hpp"
#include "kiosk/workers/reception_content.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

constexpr auto kExportRetry = 5s;  // a full disk or an unplugged share is mended by people, not by hurry
constexpr auto kIdle = 1h;         // nothing to come back to: the mailbox wakes us

AcceptTrouble trouble_of(const reception::Error& error) {
    return error.code == reception::Errc::DiskFull ? AcceptTrouble::StoreFull
                                                   : AcceptTrouble::StoreUnavailable;
}

std::string_view reason_word(command::CallReason reason) {
    switch (reason) {
        case command::CallReason::Asked:
            return "staff called: asked";
        case command::CallReason::Card:
            return "staff called: card";
        case command::CallReason::Store:
            return "staff called: reception not stored";
        case command::CallReason::Printer:
            return "staff called: printer";
        case command::CallReason::TimedOut:
            return "staff called: visitor left";
    }
    return "staff called";
}

}  // namespace

DeliveryWorker::DeliveryWorker(DeliveryDesk desk, Mailbox<Event>& to_ui)
    : desk_(std::move(desk)), to_ui_(to_ui), working_([this](const std::stop_token& stop) { run(stop); }) {}

void DeliveryWorker::run(const std::stop_token& stop) {
    if (open_store()) take_up_unfinished();
    while (!stop.stop_requested()) {
        if (auto request = requests_.wait_for(stop, until_next())) {
            std::visit([this](const auto& wanted) { handle(wanted); }, *request);
            continue;  // what people ask for comes before packages and paper
        }
        export_packages();
        print_next(stop);
    }
}

std::chrono::milliseconds DeliveryWorker::until_next() const {
    if (!to_print_.empty()) return to_print_.front().pause;
    return to_export_.empty() ? std::chrono::milliseconds(kIdle) : export_pause_;
}

reception::Act DeliveryWorker::act() const {
    return {.at = desk_.clock(), .who = "resident", .terminal = desk_.counter};
}

bool DeliveryWorker::open_store() {
    if (store_) return true;
    if (const auto ready = reception::prepare(desk_.place); !ready) {
        desk_.log(ready.error().detail);
        return false;
    }
    auto opened = reception::Store::open(desk_.place, random_);
    if (!opened) {
        desk_.log(opened.error().detail);
        return false;
    }
    store_.emplace(std::move(*opened));
    return true;
}

void DeliveryWorker::take_up_unfinished() {
    if (const auto jobs = store_->open_print_jobs(); jobs && desk_.printer)
        for (const auto& job : *jobs) to_print_.push_back({job, 0ms});
    if (const auto receptions = store_->list())
        for (const auto& one : *receptions)
            if (one.state == reception::State::Received) to_export_.push_back(one.package_id);
}

void DeliveryWorker::handle(const command::ReserveNumber& request) {
    std::string number;
    if (open_store()) {
        if (auto reserved = number_for(request.visit)) {
            number = std::move(*reserved);
            desk_.log("resting under number " + number);  // for a clerk whom the visitor asks
        } else {
            desk_.log(reserved.error().detail);
        }
    }
    to_ui_.post(event::NumberReserved{request.visit, std::move(number)});
}

/// The number of the visit under way. Asked again, it is the same: a second try keeps its identity, and if
/// the first one did reach the disk, nothing is kept twice.
reception::Result<std::string> DeliveryWorker::number_for(VisitId visit) {
    const auto now = desk_.clock();
    if (!current_ || current_->visit != visit)
        current_ = Current{visit, reception::PackageId::make(now, random_), {}, {}, std::nullopt};
    return store_->reserve_number(current_->package, desk_.counter, now);
}

void DeliveryWorker::handle(const command::Submit& request) {
    if (const auto trouble = accept(request)) {
        to_ui_.post(event::AcceptFailed{request.visit, *trouble});
        return;
    }
    to_ui_.post(event::Accepted{request.visit, *current_->receipt});
    to_export_.push_back(current_->package);
    export_pause_ = 0ms;
    if (desk_.printer) {
        queue_papers(current_->package);
    } else {
        leave_at_desk(current_->package, "no printer is set up");
    }
}

std::optional<AcceptTrouble> DeliveryWorker::accept(const command::Submit& request) {
    if (!open_store()) return AcceptTrouble::StoreUnavailable;
    const auto number = number_for(request.visit);
    if (number && current_->receipt) return std::nullopt;
    if (!number) {
        desk_.log(number.error().detail);
        return trouble_of(number.error());
    }
    // Its own time again at a second try, or the two would not be the same reception.
    if (!current_->created_at) current_->created_at = desk_.clock();
    const auto created_at = *current_->created_at;
    const auto papers = desk_.make_papers(request.submission, *number, created_at);
    if (!papers) {
        desk_.log(papers.error().detail);
        return AcceptTrouble::SheetsFailed;
    }
    const auto reception =
        reception_of(request.submission, {current_->package, created_at, desk_.counter}, *papers);
    const auto kept = store_->accept(reception);
    if (!kept) {
        desk_.log(kept.error().detail);
        return trouble_of(kept.error());
    }
    Receipt receipt{kept->number, {}};
    for (const auto& paper : *papers) {
        current_->documents.push_back(paper.document.id);
        receipt.papers.push_back({.title = paper.document.title,
                                  .pages = paper.pages,
                                  .state = desk_.printer ? PaperState::Waiting : PaperState::AtDesk});
    }
    current_->receipt = std::move(receipt);
    return std::nullopt;
}

void DeliveryWorker::queue_papers(const reception::PackageId& package) {
    const auto jobs = store_->print_jobs(package);
    if (!jobs) return desk_.log(jobs.error().detail);
    for (const auto& job : *jobs)
        if (job.state == reception::PrintState::Waiting) to_print_.push_back({job, 0ms});
}

void DeliveryWorker::leave_at_desk(const reception::PackageId& package, std::string_view why) {
    const auto jobs = store_->print_jobs(package);
    if (!jobs) return desk_.log(jobs.error().detail);
    for (auto job : *jobs) {
        if (job.state != reception::PrintState::Waiting) continue;
        // Nothing personal may come out of the printer later, when nobody stands there: a clerk prints it on
        // request.
        job.state = reception::PrintState::Failed;
        job.reason = why;
        if (const auto noted = store_->note_print(job, act()); !noted) desk_.log(noted.error().detail);
    }
}

void DeliveryWorker::handle(const command::StopPrinting& request) {
    if (!current_ || current_->visit != request.visit || !store_) return;
    const auto package = current_->package;
    std::erase_if(to_print_, [&](const Waiting& waiting) {
        return waiting.job.package_id == package && waiting.job.state == reception::PrintState::Waiting;
    });
    leave_at_desk(package, "left at the desk");
}

void DeliveryWorker::handle(const command::PrintSlipAgain& request) {
    if (!current_ || current_->visit != request.visit || !store_ || !desk_.printer) return;
    auto job = store_->print_again(current_->package, kSlipDocument, act());
    if (!job) return desk_.log(job.error().detail);
    to_print_.push_back({std::move(*job), 0ms});
}

void DeliveryWorker::handle(const command::CallStaff& request) {
    desk_.log(reason_word(request.reason));
    if (!store_) return;
    const auto noted = store_->note(reason_word(request.reason), std::nullopt, act());
    if (!noted) desk_.log(noted.error().detail);
}

void DeliveryWorker::handle(const command::Forget& request) {
    if (current_ && current_->visit == request.visit) current_.reset();
}

void DeliveryWorker::export_packages() {
    output::DiskFiles files;
    while (!to_export_.empty() && store_) {
        const auto written = output::export_package(*store_, to_export_.front(), desk_.profile,
                                                    reception::outbox_folder(desk_.place), files, act());
        if (!written) {
            desk_.log(written.error().detail);
            export_pause_ = kExportRetry;
            return;
        }
        to_export_.pop_front();
    }
    export_pause_ = 0ms;
}

}  // namespace kiosk
