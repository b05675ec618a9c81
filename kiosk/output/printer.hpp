#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/output/error.hpp"

namespace kiosk::output {

/// Where paper comes out: a driverless printer spoken to straight, or a queue of a print server.
/// Both speak IPP, so both are an address; a bare word is a queue of the local cupsd.
struct PrinterAddress {
    std::string host{};  // name, address, or the path of cupsd's socket
    int port = 631;
    std::string resource{};  // "/ipp/print", "/printers/counter"
    bool encrypted = false;
    [[nodiscard]] std::string uri() const;  // ipp://localhost:8632/ipp/print
    bool operator==(const PrinterAddress&) const = default;
};

/// "ipp://host[:port]/path", "ipps://…", or a queue name such as "counter".
[[nodiscard]] Result<PrinterAddress> parse_address(std::string_view text);

/// What stands between the printer and the next sheet.
enum class PrinterCondition : std::uint8_t {
    Ready,
    Printing,
    PaperEmpty,
    PaperJam,
    CoverOpen,
    TonerEmpty,
    Stopped,
    Offline
};

struct PrinterStatus {
    PrinterCondition condition{};
    bool accepting = true;
    std::string words{};  // the printer's own reasons, for staff: "media-empty-error"
};

enum class JobPhase : std::uint8_t { Waiting, Printing, Done, Aborted, Cancelled };

struct JobStatus {
    int job = 0;
    JobPhase phase{};
    PrinterCondition printer{};  // why it waits, when it waits
    std::string words{};
};

/// One document to print on A4, unscaled. Sent from memory: nothing personal is written to a temporary file.
struct PrintRequest {
    std::string job_name{};  // reception number and page count, never a person's name
    std::string user{};      // "kakanai-A1": the counter
    int copies = 1;
    std::span<const std::uint8_t> pdf;
};

/// 印刷中, 用紙がありません … in Japanese or English.
[[nodiscard]] std::string_view sentence(PrinterCondition condition, std::string_view language = "ja");
[[nodiscard]] std::string_view sentence(JobPhase phase, std::string_view language = "ja");

/// Speaks IPP to one printer, one connection per call, each call bounded by the time limit.
class Printer {
public:
    explicit Printer(PrinterAddress address, std::chrono::milliseconds limit = std::chrono::seconds{5});

    [[nodiscard]] const PrinterAddress& address() const noexcept { return address_; }
    /// Offline is a status, not an error.
    [[nodiscard]] PrinterStatus look() const;
    /// The printer's job number. Errc::SubmitUnclear: it may have the document; use `find` before trying
    /// again.
    Result<int> submit(const PrintRequest& request) const;
    Result<JobStatus> status(int job) const;
    /// The newest job of that name among waiting and finished ones. Empty: the printer does not know of one.
    Result<std::optional<JobStatus>> find(std::string_view job_name) const;
    /// `user` as it was submitted: a print server lets only the owner take a job back.
    Result<void> cancel(int job, const std::string& user) const;

private:
    PrinterAddress address_;
    std::chrono::milliseconds limit_;
};

}  // namespace kiosk::output
