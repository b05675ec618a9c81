#include "kiosk/output/printer.hpp"

#include <algorithm>

#include "kiosk/output/ipp.hpp"

namespace kiosk::output {

namespace {

// libcups has no words at all when the connection was closed without any.
std::string last_error() {
    const auto* words = cupsLastErrorString();
    return words == nullptr ? "the connection ended" : words;
}

constexpr auto kPaper = "iso_a4_210x297mm";  // without it a job came out on Letter
constexpr auto kScaling = "none";            // a form is millimetres: "fit" would shrink it

Ipp print_request(const PrintRequest& what, const PrinterAddress& address) {
    auto request = new_request(IPP_OP_PRINT_JOB, address);
    auto* raw = request.get();
    add_text(raw, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", what.user);
    add_text(raw, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", what.job_name);
    add_text(raw, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", "application/pdf");
    add_text(raw, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", kPaper);
    add_text(raw, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", kScaling);
    if (what.copies != 1) ippAddInteger(raw, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", what.copies);
    return request;
}

JobStatus job_status_of(ipp_t* answer) {
    JobStatus status{.job = number_of(answer, "job-id", 0)};
    status.phase = phase_of(number_of(answer, "job-state", IPP_JSTATE_PENDING));
    auto reasons = texts_of(answer, "job-printer-state-reasons");
    status.printer = condition_of(IPP_PSTATE_PROCESSING, reasons);
    for (const auto* name : {"job-state-reasons", "job-printer-state-message"})
        for (auto& reason : texts_of(answer, name)) reasons.push_back(std::move(reason));
    status.words = joined(reasons);
    return status;
}

std::string_view text_at(ipp_attribute_t* attribute) {
    const auto* text = ippGetString(attribute, 0, nullptr);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

// One job after another stands in the answer, in groups.
std::optional<JobStatus> newest_named(ipp_t* answer, std::string_view name) {
    std::optional<JobStatus> newest;
    JobStatus current;
    bool named = false;
    const auto close = [&] {
        if (named && (!newest || current.job > newest->job)) newest = current;
        current = {};
        named = false;
    };
    for (auto* attribute = ippFirstAttribute(answer); attribute != nullptr;
         attribute = ippNextAttribute(answer)) {
        const auto* key = ippGetName(attribute);
        if (key == nullptr)
            close();
        else if (std::string_view(key) == "job-id")
            current.job = ippGetInteger(attribute, 0);
        else if (std::string_view(key) == "job-state")
            current.phase = phase_of(ippGetInteger(attribute, 0));
        else if (std::string_view(key) == "job-name")
            named = text_at(attribute) == name;
    }
    close();
    return newest;
}

void want(ipp_t* request, const std::vector<const char*>& names) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
}

}  // namespace

Printer::Printer(PrinterAddress address, std::chrono::milliseconds limit)
    : address_(std::move(address)), limit_(limit) {}

PrinterStatus Printer::look() const {
    auto request = new_request(IPP_OP_GET_PRINTER_ATTRIBUTES, address_);
    want(request.get(),
         {"printer-state", "printer-state-reasons", "printer-state-message", "printer-is-accepting-jobs"});
    const auto answer = ask(address_, limit_, std::move(request));
    if (!answer) return {.condition = PrinterCondition::Offline, .accepting = false, .words = last_error()};
    if (!succeeded(answer.get()))
        return {
            .condition = PrinterCondition::Offline, .accepting = false, .words = status_text(answer.get())};
    const auto reasons = texts_of(answer.get(), "printer-state-reasons");
    auto* accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    return {.condition = condition_of(number_of(answer.get(), "printer-state", IPP_PSTATE_IDLE), reasons),
            .accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0,
            .words = joined(reasons)};
}

Result<int> Printer::submit(const PrintRequest& request) const {
    const auto http = connect(address_, limit_);
    if (!http) return fail(Errc::Offline, last_error());
    const auto ipp = print_request(request, address_);
    const auto length = ippLength(ipp.get()) + request.pdf.size();
    if (cupsSendRequest(http.get(), ipp.get(), address_.resource.c_str(), length) != HTTP_STATUS_CONTINUE)
        return fail(Errc::Offline, last_error());

    // From the first byte of the document on, the printer may have made a job of it.
    const auto* data = reinterpret_cast<const char*>(request.pdf.data());
    const auto sent = cupsWriteRequestData(http.get(), data, request.pdf.size());
    const Ipp answer(sent == HTTP_STATUS_CONTINUE ? cupsGetResponse(http.get(), address_.resource.c_str())
                                                  : nullptr);
    if (!answer) return fail(Errc::SubmitUnclear, last_error());
    if (!succeeded(answer.get())) return fail(Errc::Refused, status_text(answer.get()));
    const auto job = number_of(answer.get(), "job-id", 0);
    if (job == 0) return fail(Errc::SubmitUnclear, "the printer gave no job number");
    return job;
}

Result<JobStatus> Printer::status(int job) const {
    auto request = new_request(IPP_OP_GET_JOB_ATTRIBUTES, address_);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    const auto answer = ask(address_, limit_, std::move(request));
    if (!answer) return fail(Errc::Offline, last_error());
    const auto code = ippGetStatusCode(answer.get());
    if (code == IPP_STATUS_ERROR_NOT_FOUND || code == IPP_STATUS_ERROR_GONE)
        return fail(Errc::NoSuchJob, status_text(answer.get()));
    if (!succeeded(answer.get())) return fail(Errc::Offline, status_text(answer.get()));
    auto status = job_status_of(answer.get());
    status.job = job;
    if (status.phase == JobPhase::Waiting || status.phase == JobPhase::Printing) {
        // Not every printer says with the job why it waits.
        const auto printer = look();
        if (printer.condition != PrinterCondition::Ready && printer.condition != PrinterCondition::Printing)
            status.printer = printer.condition;
    }
    return status;
}

Result<std::optional<JobStatus>> Printer::find(std::string_view job_name) const {
    std::optional<JobStatus> newest;
    for (const auto* which : {"not-completed", "completed"}) {
        auto request = new_request(IPP_OP_GET_JOBS, address_);
        add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", which);
        want(request.get(), {"job-id", "job-name", "job-state"});
        const auto answer = ask(address_, limit_, std::move(request));
        if (!answer) return fail(Errc::Offline, last_error());
        if (!succeeded(answer.get())) return fail(Errc::Offline, status_text(answer.get()));
        const auto found = newest_named(answer.get(), job_name);
        if (found && (!newest || found->job > newest->job)) newest = found;
    }
    return newest;
}

Result<void> Printer::cancel(int job, const std::string& user) const {
    auto request = new_request(IPP_OP_CANCEL_JOB, address_);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", user);
    const auto answer = ask(address_, limit_, std::move(request));
    if (!answer) return fail(Errc::Offline, last_error());
    if (!succeeded(answer.get())) return fail(Errc::Refused, status_text(answer.get()));
    return {};
}

}  // namespace kiosk::output
