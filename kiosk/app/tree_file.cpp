#include "kiosk/app/tree_file.hpp"

#include <fmt/format.h>

#include <fstream>

namespace kiosk {

namespace {

std::string_view role_name(Role role) {
    switch (role) {
        case Role::Heading:
            return "heading";
        case Role::Step:
            return "step";
        case Role::Text:
            return "text";
        case Role::Image:
            return "image";
        case Role::Primary:
            return "primary";
        case Role::Secondary:
            return "secondary";
        case Role::Link:
            return "link";
        case Role::Utility:
            return "utility";
        case Role::Choice:
            return "choice";
        case Role::Key:
            return "key";
        case Role::Index:
            return "index";
        case Role::Field:
            return "field";
        case Role::Dialog:
            return "dialog";
    }
    return "text";
}

std::string states(const NodeState& state) {
    std::string words;
    if (state.actionable) words += " actionable";
    if (state.selected) words += " selected";
    if (state.focused) words += " focused";
    if (state.clipped) words += " clipped";
    return words.empty() ? "-" : words.substr(1);
}

}  // namespace

void write_tree(const std::filesystem::path& file, std::string_view screen, const Tree& tree,
                const Panel& panel, long frame, bool still) {
    const auto scale = panel.px_per_mm();
    auto text = fmt::format("screen\t{}\t{}\t{}\n", screen, frame, still ? "still" : "moving");
    for (const auto& node : tree) {
        const auto& r = node.rect;
        text += fmt::format("{}\t{}\t{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{}\n", node.id, role_name(node.role),
                            r.x * scale, r.y * scale, r.w * scale, r.h * scale, states(node.state));
    }
    auto fresh = file;
    fresh += ".new";
    std::ofstream(fresh) << text;
    std::error_code ignored;  // a test that has gone away takes its folder with it
    std::filesystem::rename(fresh, file, ignored);
}

}  // namespace kiosk
