#pragma once

#include <cups/cups.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/output/printer.hpp"

namespace kiosk::output {

// Included by the .cpp files of this room that speak IPP, and by nobody else.

struct CloseHttp {
    void operator()(http_t* http) const noexcept { httpClose(http); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;

struct DeleteIpp {
    void operator()(ipp_t* ipp) const noexcept { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

/// A connection that gives up after `limit`; empty when nobody answers.
[[nodiscard]] Http connect(const PrinterAddress& address, std::chrono::milliseconds limit);

/// A request with the attributes every IPP request begins with (RFC 8011 §4.1.5).
[[nodiscard]] Ipp new_request(ipp_op_t operation, const PrinterAddress& address);

/// Sends a request without a document. Empty: no answer.
[[nodiscard]] Ipp ask(const PrinterAddress& address, std::chrono::milliseconds limit, Ipp request);

void add_text(ipp_t* request, ipp_tag_t group, ipp_tag_t type, const char* name, const std::string& value);

[[nodiscard]] std::string text_of(ipp_t* answer, const char* name);
[[nodiscard]] std::vector<std::string> texts_of(ipp_t* answer, const char* name);
[[nodiscard]] int number_of(ipp_t* answer, const char* name, int otherwise);

/// "client-error-not-possible": for the log.
[[nodiscard]] std::string status_text(ipp_t* answer);
[[nodiscard]] bool succeeded(ipp_t* answer);

/// What a printer's own reasons (RFC 8011 §5.4.12) mean to somebody standing before it.
[[nodiscard]] PrinterCondition condition_of(int printer_state, const std::vector<std::string>& reasons);
[[nodiscard]] JobPhase phase_of(int job_state);
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

}  // namespace kiosk::output
