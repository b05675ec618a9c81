#include <algorithm>

#include "kiosk/output/print_run.hpp"
#include "kiosk/workers/delivery_worker.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

// Short looks, so that the next visitor's submission never waits for a printer without paper.
constexpr output::Patience kLook{.between = 250ms, .at_most = 500ms};
constexpr auto kFirstPause = 2s;
constexpr auto kLongestPause = 30s;

std::optional<PrinterTrouble> trouble_of(output::PrinterCondition condition) {
    switch (condition) {
        case output::PrinterCondition::Ready:
        case output::PrinterCondition::Printing:
            return std::nullopt;
        case output::PrinterCondition::PaperEmpty:
            return PrinterTrouble::NoPaper;
        case output::PrinterCondition::PaperJam:
            return PrinterTrouble::Jammed;
        case output::PrinterCondition::CoverOpen:
            return PrinterTrouble::CoverOpen;
        case output::PrinterCondition::TonerEmpty:
            return PrinterTrouble::OutOfInk;
        case output::PrinterCondition::Stopped:
            return PrinterTrouble::Stopped;
        case output::PrinterCondition::Offline:
            return PrinterTrouble::Unreachable;
    }
    return PrinterTrouble::Other;
}

std::optional<PaperState> state_of(reception::PrintState state) {
    switch (state) {
        case reception::PrintState::Waiting:
            return PaperState::Waiting;
        case reception::PrintState::Sending:
        case reception::PrintState::Printing:
            return PaperState::Printing;
        case reception::PrintState::Done:
            return PaperState::Printed;
        case reception::PrintState::Failed:
        case reception::PrintState::Unclear:
            return PaperState::AtDesk;  // a clerk looks at the tray and prints it again
    }
    return std::nullopt;
}

bool settled(reception::PrintState state) {
    using enum reception::PrintState;
    return state == Done || state == Failed || state == Unclear;
}

}  // namespace

void DeliveryWorker::tell_paper(const reception::PrintJob& job) {
    if (!current_ || current_->package != job.package_id) return;
    const auto found = std::ranges::find(current_->documents, job.document);
    const auto state = state_of(job.state);
    if (found == current_->documents.end() || !state) return;
    to_ui_.post(event::PaperMoved{current_->visit,
                                  static_cast<std::size_t>(found - current_->documents.begin()), *state});
}

void DeliveryWorker::tell_printer(const reception::PackageId& package,
                                  std::optional<PrinterTrouble> trouble) {
    if (!current_ || current_->package != package || told_trouble_ == trouble) return;
    told_trouble_ = trouble;
    to_ui_.post(event::PrinterChanged{current_->visit, trouble});
}

void DeliveryWorker::print_next(const std::stop_token& stop) {
    if (to_print_.empty() || !store_ || !desk_.printer) return;
    auto& front = to_print_.front();
    if (front.job.state == reception::PrintState::Waiting) {
        auto begun = front.job;
        begun.state = reception::PrintState::Sending;
        tell_paper(begun);
    }
    const auto package = front.job.package_id;
    const auto printed = output::run_print_job(
        *store_, *desk_.printer, front.job, act(), kLook, stop,
        [&](const output::JobStatus& status) { tell_printer(package, trouble_of(status.printer)); });
    if (!printed) {
        desk_.log(printed.error().detail);
        tell_printer(package, PrinterTrouble::Unreachable);
        front.pause = std::clamp<std::chrono::milliseconds>(front.pause * 2, kFirstPause, kLongestPause);
        return;
    }
    front.job = *printed;
    front.pause = 0ms;
    tell_paper(front.job);
    if (!settled(front.job.state)) return;
    if (front.job.state == reception::PrintState::Done) tell_printer(package, std::nullopt);
    to_print_.pop_front();
}

}  // namespace kiosk
