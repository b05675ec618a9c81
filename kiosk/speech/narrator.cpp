#include "kiosk/speech/narrator.hpp"

#include <algorithm>
#include <array>

namespace kiosk::speech {

namespace {

bool said_with_the_screen(const Node& node) {
    // The buttons of the bars are the same on every screen: they are said when the keyboard comes to them.
    return node.role == Role::Heading || node.role == Role::Step || node.role == Role::Text ||
           node.role == Role::Choice || node.role == Role::Dialog;
}

Sentence sentence_of(const Node& node) {
    return {node.id, node.reading.empty() ? node.label : node.reading, node.language};
}

void add(std::vector<Sentence>& sentences, const Node& node) {
    if (personal(node)) return;
    auto sentence = sentence_of(node);
    if (!sentence.reading.empty()) sentences.push_back(std::move(sentence));
}

std::string selection(const Tree& tree) {
    const auto found = std::ranges::find_if(tree, [](const Node& node) { return node.state.selected; });
    return found == tree.end() ? std::string() : found->id;
}

}  // namespace

bool personal(const Node& node) {
    if (node.role == Role::Field) return true;
    constexpr std::array kPersonal{"confirm.", "review.", "name.", "rest.number", "undoing.list"};
    return std::ranges::any_of(kPersonal, [&](const char* part) { return node.id.starts_with(part); });
}

Narration Narrator::hear(const std::string& screen, const Tree& tree) {
    const auto focus = std::ranges::find_if(tree, [](const Node& node) { return node.state.focused; });
    const auto focused = focus == tree.end() ? std::string() : focus->id;
    auto selected = selection(tree);
    Narration narration;
    if (screen != screen_) {
        narration.interrupts = true;
        for (const auto& node : tree)
            if (said_with_the_screen(node)) add(narration.sentences, node);
        std::ranges::stable_partition(narration.sentences, [&](const Sentence& sentence) {
            const auto* node = find(tree, sentence.id);
            return node != nullptr && node->role == Role::Heading;
        });
    } else if (selected != selected_ && !selected.empty()) {
        narration.interrupts = true;
        add(narration.sentences, *find(tree, selected));
    } else if (focused != focused_ && !focused.empty()) {
        narration.interrupts = true;
        add(narration.sentences, *focus);
    }
    screen_ = screen;
    focused_ = focused;
    selected_ = std::move(selected);
    return narration;
}

}  // namespace kiosk::speech
