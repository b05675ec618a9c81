#include <catch2/catch.hpp>

#include "kiosk/ui/hands.hpp"

using namespace kiosk;

namespace {

Node target(std::string id, Rect rect, Role role = Role::Key) {
    Node node;
    node.id = std::move(id);
    node.role = role;
    node.rect = rect;
    node.state.actionable = true;
    return node;
}

/// Two keys side by side with a gap of 4 mm, a submit below, a way back above.
Tree plain_tree() {
    return {target("back", {0, 0, 48, 20}, Role::Secondary), target("left", {0, 40, 20, 20}),
            target("right", {24, 40, 20, 20}), target("next", {0, 80, 80, 20}, Role::Primary)};
}

std::string done(const Act& act) {
    const auto* activated = std::get_if<act::Activated>(&act);
    return activated == nullptr ? std::string() : activated->id;
}

void tap(InputQueue& queue, Point at, std::int64_t ms) {
    queue.push(input::Pressed{at, ms});
    queue.push(input::Released{at, ms + 60});
}

}  // namespace

TEST_CASE("a press alone does nothing; the release inside does it", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    const auto tree = plain_tree();

    queue.push(input::Pressed{{10, 50}, 0});
    CHECK(done(hands.next(queue, tree, "s")).empty());
    CHECK(hands.pressed() == "left");

    queue.push(input::Released{{10, 50}, 80});
    CHECK(done(hands.next(queue, tree, "s")) == "left");
}

TEST_CASE("a finger that wobbles up to 5 mm past the edge still means the key", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    queue.push(input::Pressed{{19, 50}, 0});
    queue.push(input::Released{{19, 54.9F}, 80});
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "left");
}

TEST_CASE("a finger that slides away takes its touch back", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    queue.push(input::Pressed{{10, 50}, 0});
    queue.push(input::Released{{10, 75}, 400});
    CHECK(done(hands.next(queue, plain_tree(), "s")).empty());
}

TEST_CASE("a touch in the gap goes to the nearer of two neighbours", "[kiosk][ui]") {
    const auto tree = plain_tree();
    CHECK(hit(tree, {21.9F, 50}, Hands::kReachMm)->id == "left");
    CHECK(hit(tree, {22.1F, 50}, Hands::kReachMm)->id == "right");
    CHECK(hit(tree, {60, 50}, Hands::kReachMm) == nullptr);
}

TEST_CASE("ten taps a second are all kept when a frame takes 100 ms", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    const auto tree = plain_tree();
    std::string typed;
    for (int i = 0; i < 50; ++i) {
        tap(queue, i % 2 == 0 ? Point{10, 50} : Point{34, 50}, i * 100);
        typed += done(hands.next(queue, tree, "s")).substr(0, 1);
    }
    CHECK(queue.empty());
    std::string expected;
    for (int i = 0; i < 25; ++i) expected += "lr";
    CHECK(typed == expected);
}

TEST_CASE("two taps within one slow frame are two acts in two frames, each at its own place", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    tap(queue, {10, 50}, 0);
    tap(queue, {34, 50}, 120);
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "left");
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "right");
}

TEST_CASE("a second tap on the same submit within half a second is not a second submit", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    tap(queue, {40, 90}, 0);
    tap(queue, {40, 90}, 200);
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "next");
    CHECK(done(hands.next(queue, plain_tree(), "s")).empty());
    tap(queue, {40, 90}, 900);
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "next");
}

TEST_CASE("a submit, an answer and the same submit within half a second are all three meant", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    tap(queue, {40, 90}, 0);
    tap(queue, {10, 50}, 150);
    tap(queue, {40, 90}, 300);
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "next");
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "left");
    CHECK(done(hands.next(queue, plain_tree(), "s")) == "next");
}

TEST_CASE("a touch begun on one screen never acts on the next", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    queue.push(input::Pressed{{10, 50}, 0});
    (void)hands.next(queue, plain_tree(), "first");
    queue.push(input::Released{{10, 50}, 80});
    CHECK(done(hands.next(queue, plain_tree(), "second")).empty());
}

TEST_CASE("Tab goes round what is asked, then the way on, then the bars, and Enter does it", "[kiosk][ui]") {
    InputQueue queue;
    Hands hands;
    const auto tree = plain_tree();
    std::vector<std::string> way;
    for (int i = 0; i < 5; ++i) {
        queue.push(input::KeyPressed{KeyName::Tab, i * 1000});
        (void)hands.next(queue, tree, "s");
        way.push_back(hands.focused());
    }
    CHECK(way == std::vector<std::string>{"left", "right", "next", "back", "left"});
    queue.push(input::KeyPressed{KeyName::Enter, 9000});
    CHECK(done(hands.next(queue, tree, "s")) == "left");
}

TEST_CASE("arrows go to the nearest in their direction, Escape goes back, Enter without focus is the primary",
          "[kiosk][ui]") {
    const auto tree = plain_tree();
    CHECK(focus_after(tree, "left", KeyName::Right) == "right");
    CHECK(focus_after(tree, "right", KeyName::Left) == "left");
    CHECK(focus_after(tree, "left", KeyName::Down) == "next");
    CHECK(focus_after(tree, "left", KeyName::Up) == "back");
    CHECK(focus_after(tree, "right", KeyName::Right) == "right");

    InputQueue queue;
    Hands hands;
    queue.push(input::KeyPressed{KeyName::Escape, 0});
    CHECK(done(hands.next(queue, tree, "s")) == "back");
    queue.push(input::KeyPressed{KeyName::Enter, 1000});
    CHECK(done(hands.next(queue, tree, "s")) == "next");
}

TEST_CASE("what was typed does not stay in the queue's memory", "[kiosk][ui]") {
    InputQueue queue;
    queue.push(input::CharTyped{U'邉'});
    (void)queue.pop();
    queue.clear();
    CHECK(queue.empty());
    for (std::size_t i = 0; i < InputQueue::kCapacity; ++i) CHECK(queue.push(input::CharTyped{U'あ'}));
    CHECK_FALSE(queue.push(input::CharTyped{U'い'}));
}
