#include "kiosk/ui/palette.hpp"

#include <toml++/toml.h>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kiosk {
namespace {

constexpr std::array<const char*, kPaints> kNames{
    "ground", "panel",        "text",      "second", "hairline",   "border",   "strong",
    "key",    "on_key",       "tint",      "ask",    "badge",      "on_badge", "shade",
    "paper",  "step_to_come", "step_done", "ring",   "ring_inner", "veil"};

using Tokens = std::map<std::string, Rgb>;

Rgb parse_hex(const std::string& text) {
    const auto value = static_cast<std::uint32_t>(std::stoul(text.substr(1, 6), nullptr, 16));
    return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
            static_cast<std::uint8_t>(value & 0xFFU)};
}

Tokens read_tokens(const std::filesystem::path& file) {
    Tokens tokens;
    std::ifstream text(file);
    if (!text) throw std::runtime_error(file.string() + ": cannot be read");
    for (std::string line; std::getline(text, line);) {
        std::istringstream columns(line);
        std::string path, type, value;
        if (!std::getline(columns, path, '\t') || !std::getline(columns, type, '\t') || type != "color")
            continue;
        if (std::getline(columns, value) && value.size() >= 7 && value[0] == '#')
            tokens[path] = parse_hex(value);
    }
    return tokens;
}

Palette read_theme(const toml::table& themes, const Tokens& tokens, const std::string& name) {
    Palette palette;
    for (std::size_t i = 0; i < kPaints; ++i) {
        const auto token = themes[name][kNames[i]].value<std::string>();
        const auto found = token ? tokens.find(*token) : tokens.end();
        if (found == tokens.end())
            throw std::runtime_error("themes.toml: " + name + "." + kNames[i] + " names no colour token");
        palette.colours[i] = found->second;
    }
    return palette;
}

double channel(std::uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgb colour) {
    return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
}

}  // namespace

Themes::Themes(const std::filesystem::path& assets) {
    const auto tokens = read_tokens(assets / "tokens" / "dads.tsv");
    const auto themes = toml::parse_file((assets / "tokens" / "themes.toml").string());
    standard_ = read_theme(themes, tokens, "standard");
    high_ = read_theme(themes, tokens, "high_contrast");
}

double contrast_ratio(Rgb a, Rgb b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::string paint_name(Paint paint) {
    return kNames[static_cast<std::size_t>(paint)];
}

Paint paint_named(const std::string& name) {
    for (std::size_t i = 0; i < kPaints; ++i)
        if (name == kNames[i]) return static_cast<Paint>(i);
    throw std::runtime_error("no colour role is called " + name);
}

}  // namespace kiosk
