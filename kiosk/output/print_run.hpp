#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

#include "kiosk/output/printer.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk::output {

/// How long a worker looks after one document before it says how things stand.
struct Patience {
    std::chrono::milliseconds between{250};  // between two looks
    std::chrono::milliseconds at_most{60'000};
};

/// Brings one print job of the store as far as it will go: Done, Failed, Unclear, or still Printing when
/// patience or `stop` ends it (call again: it goes on with the same paper job). Never sends a document a
/// second time by itself: a job found in Sending or answered unclearly is looked up at the printer by name
/// first. `changed` hears every change of status; the returned job is what the store now holds. `act` says
/// who and when for the audit rows.
Result<reception::PrintJob> run_print_job(reception::Store& store, const Printer& printer,
                                          reception::PrintJob job, const reception::Act& act,
                                          const Patience& patience, const std::stop_token& stop,
                                          const std::function<void(const JobStatus&)>& changed);

}  // namespace kiosk::output
