#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/pack/load.hpp"
#include "forms/sheets/longest.hpp"

namespace forms {

int command_longest(const std::filesystem::path& folder, Speech speech, std::ostream& out,
                    std::ostream& err) {
    const auto loaded = load_pack(folder);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check で直してください\n");
        return kFoundProblems;
    }
    Typesetter typesetter;
    auto list = nlohmann::json::array();
    for (const auto& [sheet, overflows] : fill_with_longest(loaded.pack, typesetter))
        for (const auto& each : overflows) {
            list.push_back({{"sheet", sheet->id},
                            {"field", each.field},
                            {"label", each.label},
                            {"excess", each.excess}});
            if (speech.json) continue;
            out << fmt::format("sheets/{}.toml {} ", sheet->id, each.field);
            out << (speech.english
                        ? fmt::format("{}: does not go in by {:.1f} at 6 pt; goes on a continuation sheet\n",
                                      each.label, each.excess)
                        : fmt::format("{}: 6 ポイントでも {:.1f} はみ出すため、別紙に書きます\n", each.label,
                                      each.excess));
        }
    if (speech.json)
        out << list.dump(2) << '\n';
    else
        out << fmt::format(
            fmt::runtime(speech.english ? "{} field(s) need a continuation sheet for the longest values\n"
                                        : "いちばん長い値では、{} か所が別紙になります\n"),
            list.size());
    return kFine;
}

}  // namespace forms
