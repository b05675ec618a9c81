#include "forms/sheets/papers.hpp"

#include <set>

#include "forms/sheets/fill.hpp"
#include "forms/sheets/routing_slip.hpp"
#include "forms/sheets/slip.hpp"

namespace forms {
namespace {

Facts printable(const Pack& pack, const Context& context, const Facts& facts, const PaperOptions& options) {
    auto counted = reachable(pack, context, facts);
    counted.set("visit.date", {Value(context.today), Provenance::Computed});
    if (!options.number.empty()) counted.set("visit.number", {Value(options.number), Provenance::Computed});
    return counted;
}

// What both slips are drawn from.
struct Visit {
    const Pack& pack;
    const Context& context;
    const Facts& facts;
    const std::vector<Decision>& decisions;
    const PaperOptions& options;
};

RoutingNotes notes_of(const Visit& visit, Faces& faces) {
    return {characters_for_eyes(visit.pack, visit.facts, faces),
            what_to_ask(visit.pack, visit.context, visit.decisions), visit.options.handover};
}

Result<void> add_slips(const Visit& visit, Typesetter& typesetter, std::vector<PaperDocument>& papers) {
    auto slip = draw_slip(visit.pack, visit.context, visit.facts,
                          plan_slip(visit.pack, visit.context, visit.decisions, visit.options.language),
                          visit.options, typesetter);
    if (!slip) return tl::make_unexpected(slip.error());
    papers.push_back({"slip", "手続き案内書", slip->pages, std::move(slip->pdf), {}});
    const auto stops = plan_routing(visit.pack, visit.context, visit.decisions, visit.options.language);
    auto routing = draw_routing_slip(visit.pack, visit.context, stops, notes_of(visit, typesetter.faces()),
                                     visit.options, typesetter);
    if (!routing) return tl::make_unexpected(routing.error());
    papers.push_back({"routing_slip", "受付案内票", routing->pages, std::move(routing->pdf), {}});
    return {};
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
    if (auto added = add_slips({pack, context, counted, decisions, options}, typesetter, papers); !added)
        return tl::make_unexpected(added.error());
    return papers;
}

}  // namespace forms
