#include <algorithm>

#include "forms/interview/impossible.hpp"
#include "kiosk/model/drafts.hpp"
#include "kiosk/model/results.hpp"
#include "kiosk/model/steps.hpp"

namespace kiosk::steps {

namespace {

std::optional<forms::Standing> standing_of(const Model& model, const Stop& stop) {
    auto standings = forms::survey(*model.setup.pack, context_of(model), model.visit.facts);
    const auto found = std::ranges::find_if(standings, [&](const forms::Standing& standing) {
        return standing.question->id == stop.question && standing.person == stop.person;
    });
    if (found == standings.end()) return std::nullopt;
    return *found;
}

/// A question that was shown once is shown again on the way forward only while its answer still counts.
bool worth_showing(const Model& model, const Stop& stop) {
    using enum forms::QuestionState;
    if (stop.question.empty()) return true;
    const auto standing = standing_of(model, stop);
    return standing && standing->state != Suspended && standing->state != Unreachable &&
           standing->state != NotNeeded;
}

Question question_screen(const Model& model, const std::string& id, int person,
                         const std::vector<std::string>& keys) {
    Question screen{.question = id, .person = person};
    bool unknown = !keys.empty();
    for (const auto& key : keys) {
        const auto* item = model.setup.pack->item(key);
        if (!item) continue;
        const auto* fact = model.visit.facts.find(key);
        unknown = unknown && fact && !fact->value;
        screen.drafts.push_back({key, draft_for(*item, fact)});
    }
    screen.unknown = unknown;
    const auto* asked = model.setup.pack->question(id);
    screen.several = asked && asked->several;
    return screen;
}

void show_results(Model& model) {
    model.screen = results_of(*model.setup.pack, context_of(model), model.visit.facts);
}

void show_review(Model& model) {
    model.screen = review_of(*model.setup.pack, context_of(model), model.visit.facts);
}

/// Shows the page the visitor stands on.
void show(Model& model) {
    auto& visit = model.visit;
    const auto stop = visit.trail.at(visit.at);
    if (stop.question.empty()) return show_results(model);
    const auto standing = standing_of(model, stop);
    if (!standing) return show_review(model);
    auto screen = question_screen(model, stop.question, stop.person, standing->keys);
    const auto end = visit.trail.begin() + static_cast<std::ptrdiff_t>(visit.at);
    screen.number = 1 + static_cast<int>(std::count_if(visit.trail.begin(), end, [](const Stop& earlier) {
                        return !earlier.question.empty();
                    }));
    screen.of = std::max(visit.steps, screen.number);
    model.screen = std::move(screen);
}

void show_step(Model& model, const forms::Step& step) {
    auto& visit = model.visit;
    visit.trail.push_back({step.question->id, step.person});
    visit.at = visit.trail.size() - 1;
    visit.steps = step.of;
    show(model);
    if (auto* screen = std::get_if<Question>(&model.screen)) {
        screen->why_procedures = step.why_procedures;
        screen->decides = step.decides;
    }
}

/// What comes when every page of the trail has been passed.
void go_beyond(Model& model) {
    auto& visit = model.visit;
    const auto step = forms::next_step(*model.setup.pack, context_of(model), visit.facts);
    // An answer that opens a deciding question again makes the results seen before stale: they are shown
    // anew.
    if (step && step->decides && visit.results_seen) {
        visit.results_seen = false;
        std::erase_if(visit.trail, [](const Stop& stop) { return stop.question.empty(); });
    }
    if (step && (step->decides || visit.results_seen)) return show_step(model, *step);
    if (visit.results_seen) {
        visit.at = visit.trail.empty() ? 0 : visit.trail.size() - 1;
        return show_review(model);
    }
    visit.trail.emplace_back();
    visit.at = visit.trail.size() - 1;
    show_results(model);
}

bool is_chosen(const ItemDraft& field) {
    const auto* pick = std::get_if<PickDraft>(&field.draft);
    return pick && pick->picked == forms::Value(true);
}

bool is_blank(const Draft& draft) {
    const auto* date = std::get_if<DateDraft>(&draft);
    return date && date->year.empty() && date->month.empty() && date->day.empty();
}

/// Of several days on one screen everybody knows the first; the later ones may be left empty.
bool may_stay_empty(const Question& question, std::size_t which) {
    return which > 0 && is_blank(question.drafts.at(which).draft) &&
           std::ranges::all_of(question.drafts, [](const ItemDraft& field) {
               return std::holds_alternative<DateDraft>(field.draft);
           });
}

/// What was typed for one item; in a list of which something is chosen, the rest is not so.
std::variant<forms::Value, DraftTrouble> typed_for(const Model& model, const Question& question,
                                                   const ItemDraft& field) {
    if (question.several && std::ranges::any_of(question.drafts, is_chosen))
        return forms::Value(is_chosen(field));
    return value_of(*model.setup.pack->item(field.item), field.draft, model.visit.today);
}

forms::Facts with_answers(const Model& model, const Question& question, std::optional<DraftTrouble>& trouble,
                          std::size_t& trouble_at) {
    auto facts = model.visit.facts;
    for (std::size_t i = 0; i < question.drafts.size(); ++i) {
        const auto& field = question.drafts.at(i);
        const auto* before = facts.find(field.item);
        if (question.unknown || may_stay_empty(question, i)) {
            facts.set(field.item, {std::nullopt, forms::Provenance::Resident});
            continue;
        }
        const auto typed = typed_for(model, question, field);
        if (const auto* problem = std::get_if<DraftTrouble>(&typed)) {
            if (!trouble) trouble_at = i;
            trouble = trouble.value_or(*problem);
            continue;
        }
        const auto& value = std::get<forms::Value>(typed);
        if (before && before->value == value)
            continue;  // unchanged: the card stays the source of what it said
        facts.set(field.item, {value, forms::Provenance::Resident});
    }
    return facts;
}

bool answered_before(const Model& model, const Question& question) {
    return std::ranges::any_of(question.drafts, [&](const ItemDraft& field) {
        return model.visit.facts.find(field.item) != nullptr;
    });
}

/// What a corrected answer takes away: answers that no longer count and procedures found that change.
std::vector<forms::Change> undone_by(const Model& model, const Question& question,
                                     const forms::Facts& after) {
    if (!answered_before(model, question)) return {};
    auto changes = forms::what_changes(*model.setup.pack, context_of(model), model.visit.facts, after);
    std::erase_if(changes, [&](const forms::Change& change) {
        if (change.kind == forms::Change::Kind::AnswerRestored) return true;
        return change.kind != forms::Change::Kind::AnswerSuspended && !model.visit.results_seen;
    });
    return changes;
}

bool asks_about(const forms::Impossible& family, const std::string& question) {
    return std::ranges::find(family.questions, question) != family.questions.end();
}

/// What the answers of this page make impossible. What a page further on asks about as well is left to that
/// page: whoever went back to mend one of two answers must be let through to the other.
const forms::Impossible* impossible_now(const Model& model, const Question& question,
                                        const forms::Facts& after) {
    const auto& trail = model.visit.trail;
    for (const auto* family : forms::impossible(*model.setup.pack, context_of(model), after)) {
        if (!asks_about(*family, question.question)) continue;
        const auto further = question.for_review ? trail.size() : std::min(model.visit.at + 1, trail.size());
        if (std::none_of(trail.begin() + static_cast<std::ptrdiff_t>(further), trail.end(),
                         [&](const Stop& stop) { return asks_about(*family, stop.question); }))
            return family;
    }
    return nullptr;
}

}  // namespace

bool asked_again(Model& model) {
    const auto found = forms::impossible(*model.setup.pack, context_of(model), model.visit.facts);
    if (found.empty() || found.front()->questions.empty()) return false;
    fix(model, {found.front()->questions.back(), 0});
    if (auto* question = std::get_if<Question>(&model.screen)) question->impossible = found.front()->id;
    return true;
}

void begin_interview(Model& model) {
    model.visit.at = 0;
    if (model.visit.trail.empty()) return go_beyond(model);
    show(model);
}

void results_read(Model& model) {
    model.visit.results_seen = true;
    go_on(model);
}

void go_on(Model& model) {
    auto& visit = model.visit;
    while (visit.at + 1 < visit.trail.size()) {
        const auto next = visit.trail.at(visit.at + 1);
        if (worth_showing(model, next)) {
            ++visit.at;
            return show(model);
        }
        visit.trail.erase(visit.trail.begin() + static_cast<std::ptrdiff_t>(visit.at) + 1);
    }
    go_beyond(model);
}

void answered(Model& model, bool sure) {
    auto* question = std::get_if<Question>(&model.screen);
    if (!question || (!question->undoing.empty() && !sure)) return;
    question->trouble.reset();
    question->impossible.clear();
    const auto after = with_answers(model, *question, question->trouble, question->trouble_at);
    if (question->trouble) {
        question->focus = question->trouble_at;
        return;
    }
    if (const auto* family = impossible_now(model, *question, after)) {
        question->impossible = family->id;
        return;
    }
    if (!sure) {
        question->undoing = undone_by(model, *question, after);
        if (!question->undoing.empty()) return;
    }
    model.visit.facts = after;
    if (question->for_review) return go_beyond(model);
    go_on(model);
}

void change_withdrawn(Model& model) {
    auto* question = std::get_if<Question>(&model.screen);
    if (!question || question->undoing.empty()) return;
    if (question->for_review) return show_review(model);
    show(model);
}

Commands back_from_trouble(Model& model) {
    const auto* trouble = std::get_if<Trouble>(&model.screen);
    if (trouble && trouble->kind != TroubleKind::PackBroken) show_review(model);
    return {};
}

void fix(Model& model, const event::FixChosen& chosen) {
    if (!std::holds_alternative<Review>(model.screen)) return;
    const auto standing = standing_of(model, {chosen.question, chosen.person});
    if (!standing) return;
    auto screen = question_screen(model, chosen.question, chosen.person, standing->keys);
    screen.for_review = true;
    model.screen = std::move(screen);
}

Commands go_back(Model& model) {
    auto& visit = model.visit;
    if (const auto* question = std::get_if<Question>(&model.screen)) {
        if (!question->undoing.empty()) {
            change_withdrawn(model);
            return {};
        }
        if (question->for_review) {
            show_review(model);
            return {};
        }
    } else if (std::holds_alternative<Review>(model.screen)) {
        show(model);
        return {};
    }
    if (visit.at == 0) return back_to_card(model);
    --visit.at;
    show(model);
    return {};
}

void page_turned(Model& model, const event::PageTurned& turned) {
    if (auto* question = std::get_if<Question>(&model.screen)) question->page = static_cast<int>(turned.page);
    if (auto* results = std::get_if<Results>(&model.screen);
        results && turned.group < results->groups.size()) {
        results->group = turned.group;
        results->page = turned.page;
    }
    if (auto* review = std::get_if<Review>(&model.screen); review && turned.group < review->sections.size()) {
        review->section = turned.group;
        review->page = turned.page;
    }
}

}  // namespace kiosk::steps
