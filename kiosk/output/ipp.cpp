#include "kiosk/output/ipp.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk::output {

Http connect(const PrinterAddress& address, std::chrono::milliseconds limit) {
    // Nobody is there to type a password; without this libcups asks the terminal.
    cupsSetPasswordCB2(
        [](const char*, http_t*, const char*, const char*, void*) -> const char* { return nullptr; },
        nullptr);
    const auto encryption = address.encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Http http(httpConnect2(address.host.c_str(), address.port, nullptr, AF_UNSPEC, encryption, 1,
                           static_cast<int>(limit.count()), nullptr));
    if (http)
        httpSetTimeout(
            http.get(), static_cast<double>(limit.count()) / 1000.0, [](http_t*, void*) { return 0; },
            nullptr);
    return http;
}

void add_text(ipp_t* request, ipp_tag_t group, ipp_tag_t type, const char* name, const std::string& value) {
    ippAddString(request, group, type, name, nullptr, value.c_str());
}

Ipp new_request(ipp_op_t operation, const PrinterAddress& address) {
    Ipp request(ippNewRequest(operation));
    add_text(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", address.uri());
    return request;
}

Ipp ask(const PrinterAddress& address, std::chrono::milliseconds limit, Ipp request) {
    const auto http = connect(address, limit);
    if (!http) return {};
    return Ipp(cupsDoRequest(http.get(), request.release(), address.resource.c_str()));
}

std::string text_of(ipp_t* answer, const char* name) {
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    const auto* text = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
    return text == nullptr ? std::string() : std::string(text);
}

std::vector<std::string> texts_of(ipp_t* answer, const char* name) {
    std::vector<std::string> texts;
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i)
        if (const auto* text = ippGetString(attribute, i, nullptr); text != nullptr) texts.emplace_back(text);
    return texts;
}

int number_of(ipp_t* answer, const char* name, int otherwise) {
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return attribute == nullptr ? otherwise : ippGetInteger(attribute, 0);
}

std::string status_text(ipp_t* answer) {
    return ippErrorString(ippGetStatusCode(answer));
}
bool succeeded(ipp_t* answer) {
    return ippGetStatusCode(answer) <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

namespace {

// Worst first: an open cover explains a stopped printer better than "stopped" does.
constexpr std::array<std::pair<std::string_view, PrinterCondition>, 14> kReasons{
    {{"media-jam", PrinterCondition::PaperJam},
     {"media-empty", PrinterCondition::PaperEmpty},
     {"media-needed", PrinterCondition::PaperEmpty},
     {"door-open", PrinterCondition::CoverOpen},
     {"cover-open", PrinterCondition::CoverOpen},
     {"interlock-open", PrinterCondition::CoverOpen},
     {"toner-empty", PrinterCondition::TonerEmpty},
     {"marker-supply-empty", PrinterCondition::TonerEmpty},
     {"offline", PrinterCondition::Offline},
     {"connecting-to-device", PrinterCondition::Offline},
     {"shutdown", PrinterCondition::Offline},
     {"timed-out", PrinterCondition::Offline},
     {"paused", PrinterCondition::Stopped},
     {"stopped", PrinterCondition::Stopped}}};

}  // namespace

PrinterCondition condition_of(int printer_state, const std::vector<std::string>& reasons) {
    for (const auto& [beginning, condition] : kReasons)
        if (std::ranges::any_of(reasons,
                                [&](const std::string& reason) { return reason.starts_with(beginning); }))
            return condition;
    if (printer_state == IPP_PSTATE_STOPPED) return PrinterCondition::Stopped;
    return printer_state == IPP_PSTATE_PROCESSING ? PrinterCondition::Printing : PrinterCondition::Ready;
}

JobPhase phase_of(int job_state) {
    switch (job_state) {
        case IPP_JSTATE_PROCESSING:
        case IPP_JSTATE_STOPPED:
            return JobPhase::Printing;
        case IPP_JSTATE_COMPLETED:
            return JobPhase::Done;
        case IPP_JSTATE_ABORTED:
            return JobPhase::Aborted;
        case IPP_JSTATE_CANCELED:
            return JobPhase::Cancelled;
        default:
            return JobPhase::Waiting;
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        if (word.empty() || word == "none") continue;
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

}  // namespace kiosk::output
