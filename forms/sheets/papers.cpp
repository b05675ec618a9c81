#include "forms/sheets/papers.hpp"

#include <algorithm>
#include <set>

#include "forms/sheets/fill.hpp"

namespace forms {
namespace {

Facts printable(const Pack& pack, const Context& context, const Facts& facts, const PaperOptions& options) {
    auto counted = reachable(pack, context, facts);
    counted.set("visit.date", {Value(context.today), Provenance::Computed});
    if (!options.number.empty()) counted.set("visit.number", {Value(options.number), Provenance::Computed});
    return counted;
}

}  // namespace

std::vector<const SheetTemplate*> sheets_of(const Pack& pack, const Context& context,
                                            const std::vector<Decision>& decisions) {
    std::set<std::string> wanted;
    for (const auto& decision : decisions) {
        if (decision.outcome == Outcome::DoesNotApply) continue;
        if (const auto* procedure = pack.procedure(decision.procedure, context.today))
            wanted.insert(procedure->sheets.begin(), procedure->sheets.end());
    }
    std::vector<const SheetTemplate*> found;
    for (const auto& sheet : pack.sheets)
        if (wanted.contains(sheet.id)) found.push_back(&sheet);
    return found;
}

Result<std::vector<PaperDocument>> make_papers(const Pack& pack, const Context& context, const Facts& facts,
                                               const PaperOptions& options, Typesetter& typesetter) {
    const auto decisions = decide(pack, context, facts);
    const auto counted = printable(pack, context, facts, options);
    std::vector<PaperDocument> papers;
    for (const auto* sheet : sheets_of(pack, context, decisions)) {
        auto filled = fill(*sheet, pack.blank_of(*sheet), sheet_values(pack, context, counted, *sheet),
                           {options.number, context.today}, typesetter);
        if (!filled) return tl::make_unexpected(filled.error());
        papers.push_back(
            {sheet->id, sheet->title, filled->pages, std::move(filled->pdf), std::move(filled->report)});
    }
    return papers;
}

}  // namespace forms
