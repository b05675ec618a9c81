#include <ostream>

#include "forms/commands.hpp"
#include "forms/sheets/preview.hpp"
#include "forms/visit_file.hpp"
#include "forms/write_file.hpp"

namespace forms {

int command_preview(const PreviewCommand& command, Speech speech, std::ostream& out, std::ostream& err) {
    int code = kFine;
    const auto files = read_visit(command.visit, speech, err, code);
    if (!files) return code;
    const auto failed = [&](const Error& error) {
        err << (speech.english ? "the picture cannot be made: " : "画像を作れません: ") << error.detail
            << '\n';
        return kFoundProblems;
    };
    const auto* sheet = files->pack.sheet(command.sheet);
    if (!sheet) {
        err << (speech.english ? "the pack has no such sheet: " : "パックにその様式がありません: ")
            << command.sheet << '\n';
        for (const auto& each : files->pack.sheets) err << "    " << each.id << "  " << each.title << '\n';
        return kWrongUsage;
    }
    Typesetter typesetter;
    const auto picture =
        preview(files->pack, files->answers.context, files->answers.facts, *sheet,
                {.page = command.page, .dpi = command.dpi, .boxes = command.boxes}, typesetter);
    if (!picture) return failed(picture.error());
    const auto png = png_of(*picture);
    if (!png) return failed(png.error());
    if (const auto unwritten = write_file(command.png, *png)) return failed(*unwritten);
    out << command.png.string() << '\n';
    return kFine;
}

}  // namespace forms
