#include "forms/sheets/slip_lead.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace forms {
namespace {

using Paragraph = std::vector<LeadWords>;

// What runs out at another office is easily lost at the foot of the list: the right to renounce an
// inheritance is gone after three months (民法915条).
void add_elsewhere(const SlipPlan& plan, Date today, std::vector<Paragraph>& lead) {
    const auto doubt = [](const SlipRow& row) { return row.ask ? "（対象かどうかは要確認）" : ""; };
    for (const auto& row : plan.elsewhere)
        if (row.passed)
            lead.push_back({{fmt::format("{}（{}）は、{}の期限を過ぎています{}。", row.name, row.place,
                                         day_words(*row.day, today), doubt(row)),
                             true}});
    const auto next =
        std::ranges::find_if(plan.elsewhere, [](const SlipRow& row) { return row.day && !row.passed; });
    if (next == plan.elsewhere.end()) return;
    lead.push_back({{fmt::format("市役所のほかでは、{}（{}）が{}までです{}。", next->name, next->place,
                                 day_words(*next->day, today), doubt(*next)),
                     true}});
}

}  // namespace

std::vector<Paragraph> slip_lead(const SlipPlan& plan, Date today) {
    std::vector<Paragraph> lead;
    if (plan.groups.empty()) {
        lead.push_back(
            {{"お答えの内容では、市役所での手続きはありません。ご心配なことは、職員におたずねください。"}});
    } else {
        Paragraph first{{"市役所の手続きは"}, {fmt::format("{}件", plan.procedures), true}, {"です。"}};
        if (plan.to_check > 0)
            first.push_back({fmt::format("「要確認」の{}件は、窓口の職員が確かめます。", plan.to_check)});
        first.push_back({"急ぐものから順に並べています。"});
        if (plan.passed > 0)
            first.push_back({fmt::format("期限を過ぎたものが{}件あります。", plan.passed), true});
        if (plan.next)
            first.push_back(
                {fmt::format("いちばん早い期限は、{}です。", day_words(*plan.next, today)), true});
        lead.push_back(std::move(first));
    }
    add_elsewhere(plan, today, lead);
    return lead;
}

}  // namespace forms
