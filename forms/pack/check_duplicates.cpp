#include <fmt/core.h>

#include <functional>
#include <map>

#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"

namespace forms {
namespace {

/// Reports every second thing with an id that was met before.
class Met {
public:
    Met(std::string_view what_ja, std::string_view what_en, std::vector<Problem>& problems)
        : what_ja_(what_ja), what_en_(what_en), problems_(problems) {}

    void meet(const std::string& id, const Position& at) {
        const auto [place, added] = first_.try_emplace(id, at);
        if (added) return;
        problems_.push_back(problem(
            codes::kDuplicateId, at,
            fmt::format("{}「{}」は {}:{} にもあります", what_ja_, id, place->second.file,
                        place->second.line),
            fmt::format("{} \"{}\" is also at {}:{}", what_en_, id, place->second.file, place->second.line)));
    }

private:
    std::string_view what_ja_;
    std::string_view what_en_;
    std::vector<Problem>& problems_;
    std::map<std::string, Position> first_;
};

bool overlap(const Procedure& a, const Procedure& b) {
    const bool a_before_b = a.valid_until && b.valid_from && *a.valid_until < *b.valid_from;
    const bool b_before_a = b.valid_until && a.valid_from && *b.valid_until < *a.valid_from;
    return !a_before_b && !b_before_a;
}

/// One procedure may be written several times, for periods that do not overlap.
void check_procedures(const Pack& pack, std::vector<Problem>& problems) {
    std::multimap<std::string, const Procedure*> met;
    for (const auto& procedure : pack.procedures) {
        const auto [first, last] = met.equal_range(procedure.id);
        for (auto each = first; each != last; ++each) {
            if (!overlap(*each->second, procedure)) continue;
            Met twice("手続", "procedure", problems);
            twice.meet(procedure.id, each->second->at);
            twice.meet(procedure.id, procedure.at);
            break;
        }
        met.emplace(procedure.id, &procedure);
    }
}

}  // namespace

void check_duplicates(const Pack& pack, std::vector<Problem>& problems) {
    const auto each_once = [&](const auto& things, std::string_view ja, std::string_view en, auto id,
                               auto at) {
        Met met(ja, en, problems);
        for (const auto& thing : things) met.meet(std::invoke(id, thing), std::invoke(at, thing));
    };
    each_once(pack.persons, "当事者", "person", &Person::id, &Person::at);
    each_once(pack.sections, "区分", "section", &Section::id, &Section::at);
    each_once(pack.events, "ライフイベント", "life event", &LifeEvent::id, &LifeEvent::at);
    each_once(pack.settings.all, "設定", "setting", &Setting::id, &Setting::at);
    each_once(pack.divisions, "課", "division", &Division::id, &Division::at);
    each_once(pack.items, "項目", "item", &Item::key, &Item::at);
    each_once(pack.questions, "質問", "question", &Question::id, &Question::at);
    each_once(pack.impossible, "ありえない答え", "impossible family", &Impossible::id, &Impossible::at);
    each_once(pack.sheets, "様式", "sheet", &SheetTemplate::id, &SheetTemplate::position);
    check_procedures(pack, problems);
    for (const auto& sheet : pack.sheets)
        each_once(sheet.fields, "記入欄", "field", &Field::id, &Field::position);
}

}  // namespace forms
