#pragma once

#include <string>
#include <vector>

#include "forms/interview/interview.hpp"
#include "forms/result.hpp"
#include "forms/sheets/report.hpp"
#include "forms/sheets/typesetter.hpp"

namespace forms {

/// How the papers of one visit are made. No clock: the day is the visit's.
struct PaperOptions {
    std::string number;           // 受付番号; empty when there is none yet
    std::string time;             // 「午前10時45分」 as it stands on the routing slip; may be empty
    bool large = false;           // the slip for a reader who chose larger letters
    std::string language = "ja";  // the reader's: each row of the slip says itself in it too
    std::string handover = {};    // what else the next clerk has to know, on the routing slip; may be empty
};

/// One finished paper.
struct PaperDocument {
    std::string id;     // of the sheet, or `slip`, `routing_slip`
    std::string title;  // official
    int pages = 1;
    std::string pdf;  // bytes
    SheetReport report;
};

/// The sheets of every procedure that applies or is to be asked about, each once, in pack order.
[[nodiscard]] std::vector<const SheetTemplate*> sheets_of(const Pack& pack, const Context& context,
                                                          const std::vector<Decision>& decisions);

/// Every paper of a visit in the order they come out: the filled sheets, the slip, the routing slip. `facts`
/// are all facts of the visit; only those still reachable are printed. All or an error.
[[nodiscard]] Result<std::vector<PaperDocument>> make_papers(const Pack& pack, const Context& context,
                                                             const Facts& facts, const PaperOptions& options,
                                                             Typesetter& typesetter);

}  // namespace forms
