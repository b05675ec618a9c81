#include <algorithm>

#include "kiosk/model/results.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk::steps {

namespace {

TroubleKind trouble_of(AcceptTrouble trouble) {
    switch (trouble) {
        case AcceptTrouble::StoreFull:
            return TroubleKind::StoreFull;
        case AcceptTrouble::StoreUnavailable:
            return TroubleKind::StoreUnavailable;
        case AcceptTrouble::SheetsFailed:
            return TroubleKind::SheetsFailed;
    }
    return TroubleKind::StoreUnavailable;
}

bool settled(const Receipt& receipt) {
    return std::ranges::all_of(receipt.papers, [](const Paper& paper) {
        return paper.state == PaperState::Printed || paper.state == PaperState::AtDesk;
    });
}

/// Goodbye, once no paper is under way.
void finish_when_settled(Model& model) {
    auto* printing = std::get_if<Printing>(&model.screen);
    if (!printing || !settled(printing->receipt)) return;
    const auto decisions = forms::decide(*model.setup.pack, context_of(model), model.visit.facts);
    auto counting = decisions;
    std::erase_if(counting, [](const forms::Decision& decision) {
        return decision.outcome == forms::Outcome::DoesNotApply;
    });
    model.screen = Finish{.receipt = std::move(printing->receipt),
                          .first_counter = first_counter(*model.setup.pack, counting)};
}

}  // namespace

Commands submit(Model& model, Moment now) {
    const auto* trouble = std::get_if<Trouble>(&model.screen);
    const bool again = trouble && trouble->kind != TroubleKind::PackBroken;
    if (!std::holds_alternative<Review>(model.screen) && !again) return {};
    if (asked_again(model)) return {};
    const auto context = context_of(model);
    const auto& visit = model.visit;
    model.screen = Submitting{.since = now};
    return commands(command::Submit{
        visit.id, Submission{.pack = model.setup.pack,
                             .event = visit.event,
                             .today = visit.today,
                             .facts = forms::reachable(*model.setup.pack, context, visit.facts),
                             .decisions = forms::decide(*model.setup.pack, context, visit.facts),
                             .preferences = model.preferences,
                             .identity = visit.identity,
                             .card_disputed = visit.card_disputed,
                             .needs_eyes = visit.needs_eyes,
                             .authenticity = visit.authenticity}});
}

Commands accepted(Model& model, const event::Accepted& accepted, Moment now) {
    if (!std::holds_alternative<Submitting>(model.screen)) return {};
    model.screen = Printing{.receipt = accepted.receipt, .since = now};
    finish_when_settled(model);
    return {};
}

Commands accept_failed(Model& model, const event::AcceptFailed& failed, Moment now) {
    if (!std::holds_alternative<Submitting>(model.screen)) return {};
    model.screen = Trouble{.kind = trouble_of(failed.trouble), .since = now};
    return commands(command::CallStaff{model.visit.id, command::CallReason::Store});
}

Commands paper_moved(Model& model, const event::PaperMoved& moved) {
    auto* printing = std::get_if<Printing>(&model.screen);
    if (!printing || moved.paper >= printing->receipt.papers.size()) return {};
    printing->receipt.papers.at(moved.paper).state = moved.state;
    finish_when_settled(model);
    return {};
}

Commands printer_changed(Model& model, const event::PrinterChanged& changed, Moment now) {
    auto* printing = std::get_if<Printing>(&model.screen);
    if (!printing || printing->trouble == changed.trouble) return {};
    const bool began = !printing->trouble && changed.trouble;
    printing->trouble = changed.trouble;
    if (!began) return {};
    printing->trouble_since = now;
    return commands(command::CallStaff{model.visit.id, command::CallReason::Printer});
}

Commands printing_left(Model& model) {
    auto* printing = std::get_if<Printing>(&model.screen);
    if (!printing) return {};
    for (auto& paper : printing->receipt.papers)
        if (paper.state != PaperState::Printed) paper.state = PaperState::AtDesk;
    finish_when_settled(model);
    return commands(command::StopPrinting{model.visit.id});
}

Commands slip_again(Model& model) {
    auto* finish = std::get_if<Finish>(&model.screen);
    if (!finish || finish->reprinting) return {};
    finish->reprinting = true;
    return commands(command::PrintSlipAgain{model.visit.id});
}

}  // namespace kiosk::steps
