#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "forms/commands.hpp"
#include "forms/sheets/import_form.hpp"
#include "forms/write_file.hpp"

namespace forms {

int command_import(const std::filesystem::path& blank, const std::filesystem::path& toml, Speech speech,
                   std::ostream& out, std::ostream& err) {
    const auto failed = [&](const Error& error) {
        err << (speech.english ? "cannot be imported: " : "取り込めません: ") << error.detail << '\n';
        return kFoundProblems;
    };
    const auto sheet = import_form(blank);
    if (!sheet) return failed(sheet.error());
    const auto text = template_text(*sheet);
    if (toml.empty()) {
        out << text;
        return kFine;
    }
    if (const auto unwritten = write_file(toml, text)) return failed(*unwritten);
    if (speech.json)
        out << nlohmann::json{{"file", toml.string()}, {"fields", sheet->fields.size()}}.dump(2) << '\n';
    else
        out << fmt::format(fmt::runtime(speech.english ? "{}: {} fields\n" : "{}: 記入欄 {}\n"),
                           toml.string(), sheet->fields.size());
    return kFine;
}

}  // namespace forms
