#include "forms/sheets/routing_plan.hpp"

#include <algorithm>
#include <set>

namespace forms {
namespace {

void add_once(std::vector<std::string>& list, const std::string& words) {
    if (std::ranges::find(list, words) == list.end()) list.push_back(words);
}

// 「頼む方の書いた委任状」 is the sheet 委任状 itself, written at home.
bool brought(const Procedure& procedure, const SheetTemplate& sheet) {
    return std::ranges::any_of(
        procedure.bring, [&](const Text& each) { return each.ja.find(sheet.title) != std::string::npos; });
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

bool is_unverified(const Decision& decision, const Procedure& procedure) {
    return decision.outcome == Outcome::Applies && procedure.unverified;
}

ToAsk::Answer answer_of(const Pack& pack, const std::string& key) {
    const auto* item = pack.item(key);
    if (item == nullptr || item->type == ItemType::YesNo) return ToAsk::Answer::YesNo;
    return item->type == ItemType::Day ? ToAsk::Answer::Day : ToAsk::Answer::Words;
}

}  // namespace

std::vector<ToAsk> what_to_ask(const Pack& pack, const Context& context,
                               const std::vector<Decision>& decisions) {
    std::vector<ToAsk> found;
    const auto add = [&](ToAsk each) {
        if (std::ranges::find(found, each) == found.end()) found.push_back(std::move(each));
    };
    for (const auto& decision : decisions) {
        const auto* procedure = pack.procedure(decision.procedure, context.today);
        if (!procedure || decision.outcome == Outcome::DoesNotApply) continue;
        for (const auto& missing : decision.missing) add({missing.label.ja, answer_of(pack, missing.item)});
        const bool nothing_missing = decision.outcome == Outcome::Ask && decision.missing.empty();
        if (is_unverified(decision, *procedure) || nothing_missing)
            add({procedure->name.ja, ToAsk::Answer::Done});
    }
    return found;
}

std::vector<RoutingStop> plan_routing(const Pack& pack, const Context& context,
                                      const std::vector<Decision>& decisions, std::string_view language) {
    std::vector<const Division*> order;
    for (const auto& division : pack.divisions) order.push_back(&division);
    std::ranges::stable_sort(order, {}, [](const Division* division) { return division->order; });

    std::vector<RoutingStop> stops;
    std::set<std::string> handed_over;  // a sheet is printed once: the first counter takes it
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
                if (const auto* sheet = pack.sheet(id);
                    sheet && !brought(*procedure, *sheet) && handed_over.insert(id).second)
                    stop.hand_over.push_back(handed(*sheet));
            for (const auto& each : procedure->bring) add_once(bring, each.ja);
        }
        for (const auto& each : bring) add_once(stop.hand_over, each);
        if (!stop.errands.empty() || !stop.to_check.empty()) stops.push_back(std::move(stop));
    }
    return stops;
}

}  // namespace forms
