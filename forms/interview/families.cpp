#include "forms/interview/families.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "forms/interview/sitting.hpp"
#include "forms/interview/stand_ins.hpp"

namespace forms {
namespace {

class Play {
public:
    Play(const Pack& pack, const Case& family) : pack_(pack), family_(family), stand_ins_(family) {
        visit_.context = {family.event, family.as_of};
        visit_.facts = stand_ins_.card();
        visit_.number = fmt::format("{:02}{:02}-014", static_cast<unsigned>(family.as_of.month()),
                                    static_cast<unsigned>(family.as_of.day()));
    }

    FamilyVisit run() {
        Sitting sitting(pack_, visit_.context, std::move(visit_.facts));
        while (const auto step = sitting.next()) {
            visit_.questions.push_back(step->question->id);
            for (const auto& key : step->keys) sitting.set(key, answer(*step, key));
        }
        visit_.facts = sitting.facts();
        return std::move(visit_);
    }

private:
    Fact answer(const Step& step, const std::string& key) const {
        if (const auto* said = family_.facts.find(key)) return {said->value, Provenance::Resident};
        const auto told = [&](const std::string& other) { return family_.facts.find(other) != nullptr; };
        if (step.question->several && std::ranges::any_of(step.keys, told))
            return {Value(false), Provenance::Resident};
        const auto* item = pack_.item(key);
        return {item ? stand_ins_.answer(*item, step) : std::nullopt, Provenance::Resident};
    }

    const Pack& pack_;
    const Case& family_;
    StandIns stand_ins_;
    FamilyVisit visit_;
};

}  // namespace

FamilyVisit play_family(const Pack& pack, const Case& family) {
    return Play(pack, family).run();
}

int median(std::vector<int> counts) {
    if (counts.empty()) return 0;
    std::ranges::sort(counts);
    return counts[counts.size() / 2];
}

}  // namespace forms
