#include "kiosk/output/ipp.hpp"

namespace kiosk::output {

namespace {

struct Words {
    std::string_view ja, en;
};

Words words(PrinterCondition condition) {
    switch (condition) {
        case PrinterCondition::Ready:
            return {"印刷できます", "ready"};
        case PrinterCondition::Printing:
            return {"印刷しています", "printing"};
        case PrinterCondition::PaperEmpty:
            return {"用紙がありません", "out of paper"};
        case PrinterCondition::PaperJam:
            return {"用紙がつまっています", "paper jam"};
        case PrinterCondition::CoverOpen:
            return {"プリンターのカバーが開いています", "a cover is open"};
        case PrinterCondition::TonerEmpty:
            return {"トナーがありません", "out of toner"};
        case PrinterCondition::Stopped:
            return {"プリンターが止まっています", "the printer has stopped"};
        case PrinterCondition::Offline:
            return {"プリンターにつながりません", "the printer cannot be reached"};
    }
    return {};
}

Words words(JobPhase phase) {
    switch (phase) {
        case JobPhase::Waiting:
            return {"印刷待ち", "waiting"};
        case JobPhase::Printing:
            return {"印刷しています", "printing"};
        case JobPhase::Done:
            return {"印刷しました", "printed"};
        case JobPhase::Aborted:
            return {"プリンターが印刷を中止しました", "the printer gave up"};
        case JobPhase::Cancelled:
            return {"印刷が取り消されました", "cancelled"};
    }
    return {};
}

// "[::1]:631/ipp/print" after the scheme: host, port, path.
Result<PrinterAddress> parse_rest(std::string_view rest, bool encrypted) {
    PrinterAddress address{.resource = "/", .encrypted = encrypted};
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        address.resource = rest.substr(slash);
        rest = rest.substr(0, slash);
    }
    const auto bracket = rest.rfind(']');
    const auto colon = rest.rfind(':');
    if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
        const auto digits = rest.substr(colon + 1);
        address.port = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9' || address.port > 65535) return fail(Errc::BadAddress, std::string(rest));
            address.port = address.port * 10 + (c - '0');
        }
        if (digits.empty() || address.port < 1 || address.port > 65535)
            return fail(Errc::BadAddress, std::string(rest));
        rest = rest.substr(0, colon);
    }
    if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
    if (rest.empty()) return fail(Errc::BadAddress, "no host");
    address.host = rest;
    return address;
}

}  // namespace

std::string PrinterAddress::uri() const {
    const std::string scheme = encrypted ? "ipps://" : "ipp://";
    if (host.starts_with('/')) return scheme + "localhost" + resource;  // cupsd's own socket
    const bool bare_v6 = host.find(':') != std::string::npos;
    return scheme + (bare_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + resource;
}

Result<PrinterAddress> parse_address(std::string_view text) {
    constexpr std::string_view kPlain = "ipp://", kEncrypted = "ipps://";
    if (text.starts_with(kPlain)) return parse_rest(text.substr(kPlain.size()), false);
    if (text.starts_with(kEncrypted)) return parse_rest(text.substr(kEncrypted.size()), true);
    // What lpadmin takes for the name of a queue.
    if (text.empty() || text.find_first_of(" /#\t:?") != std::string_view::npos)
        return fail(Errc::BadAddress, std::string(text));
    return PrinterAddress{
        .host = cupsServer(), .port = ippPort(), .resource = "/printers/" + std::string(text)};
}

std::string_view sentence(PrinterCondition condition, std::string_view language) {
    return language == "en" ? words(condition).en : words(condition).ja;
}

std::string_view sentence(JobPhase phase, std::string_view language) {
    return language == "en" ? words(phase).en : words(phase).ja;
}

}  // namespace kiosk::output
