#include "forms/sheets/routing_plan.hpp"

#include <algorithm>

namespace forms {
namespace {

void add_once(std::vector<std::string>& list, const std::string& words) {
    if (std::ranges::find(list, words) == list.end()) list.push_back(words);
}

std::string handed(const SheetTemplate& sheet) {
    const bool is_signed = std::ranges::any_of(
        sheet.fields, [](const Field& field) { return field.kind == FieldKind::Signature; });
    auto title = sheet.title;
    // 住　民　異　動　届 is spaced out on the form; in a list it is one word.
    for (auto at = title.find("\u3000"); at != std::string::npos; at = title.find("\u3000"))
        title.erase(at, 3);
    return is_signed ? title + "（署名）" : title;
}

}  // namespace

std::vector<RoutingStop> plan_routing(const Pack& pack, const Context& context,
                                      const std::vector<Decision>& decisions, std::string_view language) {
    std::vector<const Division*> order;
    for (const auto& division : pack.divisions) order.push_back(&division);
    std::ranges::stable_sort(order, {}, [](const Division* division) { return division->order; });

    std::vector<RoutingStop> stops;
    for (const auto* division : order) {
        RoutingStop stop{division->counter, division->name.ja, {}, {}, {}, {}};
        if (const auto* own = division->name.find(language); own && language != "ja") stop.own_words = *own;
        std::vector<std::string> bring;
        for (const auto& decision : decisions) {
            const auto* procedure = pack.procedure(decision.procedure, context.today);
            if (!procedure || decision.outcome == Outcome::DoesNotApply ||
                procedure->division != division->id || procedure->kind == ProcedureKind::Elsewhere)
                continue;
            const bool ask = decision.outcome == Outcome::Ask || procedure->unverified;
            add_once(ask ? stop.to_check : stop.errands, procedure->name.ja);
            for (const auto& id : procedure->sheets)
                if (const auto* sheet = pack.sheet(id)) add_once(stop.hand_over, handed(*sheet));
            for (const auto& each : procedure->bring) add_once(bring, each.ja);
        }
        for (const auto& each : bring) add_once(stop.hand_over, each);
        if (!stop.errands.empty() || !stop.to_check.empty()) stops.push_back(std::move(stop));
    }
    return stops;
}

}  // namespace forms
