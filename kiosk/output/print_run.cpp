#include "kiosk/output/print_run.hpp"

#include <condition_variable>
#include <mutex>

namespace kiosk::output {

namespace {

using reception::PrintState;

template <class T>
tl::unexpected<Error> fail_store(const reception::Result<T>& failed) {
    return fail(Errc::Reception,
                std::string(reception::short_code(failed.error().code)) + " " + failed.error().detail);
}

/// One job, the store that remembers it and the printer that does it.
class Run {
public:
    Run(reception::Store& store, const Printer& printer, reception::PrintJob job, const reception::Act& act,
        const std::function<void(const JobStatus&)>& changed)
        : store_(store), printer_(printer), job_(std::move(job)), act_(act), changed_(changed) {}

    [[nodiscard]] const reception::PrintJob& job() const { return job_; }

    Result<void> note(PrintState state, std::string reason) {
        job_.state = state;
        job_.reason = std::move(reason);
        if (auto noted = store_.note_print(job_, act_); !noted) return fail_store(noted);
        return {};
    }

    // Sending is on disk before the first byte leaves: whoever starts again knows that paper may be out
    // there.
    Result<void> send() {
        auto pdf = store_.load_document(job_.package_id, job_.document);
        if (!pdf) return fail_store(pdf);
        job_.printer = printer_.address().uri();
        if (auto noted = note(PrintState::Sending, {}); !noted) return noted;
        const auto sent =
            printer_.submit({.job_name = job_.job_name, .user = user(), .copies = job_.copies, .pdf = *pdf});
        if (sent) {
            job_.printer_job = *sent;
            return note(PrintState::Printing, {});
        }
        if (sent.error().code == Errc::SubmitUnclear) return look_up();
        if (auto noted = note(PrintState::Waiting, sent.error().detail); !noted) return noted;
        return fail(sent);
    }

    // Nobody sends twice on a guess: the printer is asked, and if it does not know either, a person looks.
    Result<void> look_up() {
        const auto found = printer_.find(job_.job_name);
        if (!found) return fail(found);
        if (!*found) return note(PrintState::Unclear, "the printer does not know the job");
        job_.printer_job = (*found)->job;
        return note(PrintState::Printing, {});
    }

    // True when there is nothing left to wait for.
    Result<bool> look() {
        const auto status = printer_.status(job_.printer_job);
        if (!status && status.error().code == Errc::NoSuchJob)
            return settled(PrintState::Unclear, status.error().detail);
        if (!status) {
            hear(
                {.job = job_.printer_job, .phase = JobPhase::Printing, .printer = PrinterCondition::Offline});
            return false;
        }
        hear(*status);
        switch (status->phase) {
            case JobPhase::Waiting:
            case JobPhase::Printing:
                return false;
            case JobPhase::Done:
                return settled(PrintState::Done, {});
            case JobPhase::Aborted:
            case JobPhase::Cancelled:
                return settled(PrintState::Failed, status->words);
        }
        return false;
    }

private:
    // The counter is the first part of who asks, never a person.
    [[nodiscard]] std::string user() const { return "kakanai-" + act_.terminal; }

    Result<bool> settled(PrintState state, std::string reason) {
        if (auto noted = note(state, std::move(reason)); !noted) return fail(noted);
        return true;
    }

    void hear(const JobStatus& status) {
        if (last_ && last_->phase == status.phase && last_->printer == status.printer) return;
        last_ = status;
        if (changed_) changed_(status);
    }

    reception::Store& store_;
    const Printer& printer_;
    reception::PrintJob job_;
    const reception::Act& act_;
    const std::function<void(const JobStatus&)>& changed_;
    std::optional<JobStatus> last_;
};

void wait_for(std::chrono::milliseconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    never.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace

Result<reception::PrintJob> run_print_job(reception::Store& store, const Printer& printer,
                                          reception::PrintJob job, const reception::Act& act,
                                          const Patience& patience, const std::stop_token& stop,
                                          const std::function<void(const JobStatus&)>& changed) {
    Run run(store, printer, std::move(job), act, changed);
    if (run.job().state == PrintState::Waiting) {
        if (auto sent = run.send(); !sent) return fail(sent);
    } else if (run.job().state == PrintState::Sending) {
        if (auto found = run.look_up(); !found) return fail(found);
    }
    for (auto left = patience.at_most; run.job().state == PrintState::Printing; left -= patience.between) {
        const auto over = run.look();
        if (!over) return fail(over);
        if (*over || stop.stop_requested() || left <= patience.between) break;
        wait_for(patience.between, stop);
    }
    return run.job();
}

}  // namespace kiosk::output
