#include <fmt/core.h>

#include <ostream>

#include "forms/commands.hpp"
#include "forms/pack/load.hpp"

namespace forms {
namespace {

std::string sheets_words(const Procedure& procedure) {
    std::string words;
    for (const auto& sheet : procedure.sheets) words += (words.empty() ? "`" : ", `") + sheet + "`";
    return words;
}

void write(const Procedure& each, std::ostream& out) {
    out << fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", each.id, each.name.ja,
                       each.kind == ProcedureKind::Elsewhere ? each.place.ja : each.division, each.law,
                       each.source, sheets_words(each),
                       each.unverified ? "要確認: " + *each.unverified : std::string("✓"));
}

}  // namespace

int command_table(const std::filesystem::path& folder, Speech speech, std::ostream& out, std::ostream& err) {
    const auto loaded = load_pack(folder);
    if (!loaded.usable()) {
        err << (speech.english ? "the pack has errors: run check first\n"
                               : "パックに誤りがあります。先に check を実行してください\n");
        return kFoundProblems;
    }
    for (const auto& event : loaded.pack.events) {
        if (!event.available) continue;
        out << fmt::format("\n### {}\n\n| id | 手続 | 窓口 | 根拠 | 出典 | 様式 | 確認 |\n", event.id)
            << "|---|---|---|---|---|---|---|\n";
        for (const auto& procedure : loaded.pack.procedures)
            if (!procedure.events.empty() && procedure.events.front() == event.id) write(procedure, out);
    }
    return kFine;
}

}  // namespace forms
