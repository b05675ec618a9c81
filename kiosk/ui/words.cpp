#include "kiosk/ui/words.hpp"

#include <toml++/toml.h>
#include <sstream>
#include <stdexcept>

namespace kiosk {

Words::Words(const std::filesystem::path& assets) : readings_(assets) {
    for (const auto& entry : std::filesystem::directory_iterator(assets / "words")) {
        if (entry.path().extension() != ".toml") continue;
        try {
            Table table;
            for (const auto& [id, node] : toml::parse_file(entry.path().string()))
                table[std::string(id.str())] = node.value_or(std::string());
            tables_[entry.path().stem().string()] = std::move(table);
        } catch (const toml::parse_error& problem) {
            std::ostringstream said;
            said << entry.path().string() << ':' << problem.source().begin.line << ": "
                 << problem.description();
            throw std::runtime_error(said.str());
        }
    }
    if (!tables_.contains("ja"))
        throw std::runtime_error((assets / "words" / "ja.toml").string() + ": cannot be read");
}

Rich Words::get(std::string_view language, std::string_view id, const Fills& fills) const {
    const auto chosen = has(language, id) ? language : std::string_view("ja");
    if (!has(chosen, id)) return as_is(id);
    // Filled after parsing: what is filled in may be a person's words and must not be read as notation.
    auto rich = parse_rich(tables_.find(chosen)->second.find(id)->second);
    for (auto& span : rich)
        for (const auto& [name, value] : fills) {
            const auto place = "{" + std::string(name) + "}";
            for (auto at = span.text.find(place); at != std::string::npos;
                 at = span.text.find(place, at + value.size()))
                span.text.replace(at, place.size(), value);
        }
    return rich;
}

bool Words::has(std::string_view language, std::string_view id) const {
    const auto table = tables_.find(language);
    return table != tables_.end() && table->second.contains(id);
}

std::vector<std::string> Words::ids(std::string_view language) const {
    std::vector<std::string> found;
    if (const auto table = tables_.find(language); table != tables_.end())
        for (const auto& [id, words] : table->second) found.push_back(id);
    return found;
}

std::vector<std::string> Words::languages() const {
    std::vector<std::string> found;
    for (const auto& [language, table] : tables_) found.push_back(language);
    return found;
}

}  // namespace kiosk
