#include <catch2/catch.hpp>
#include <map>

#include "kiosk/screens/draw.hpp"
#include "tests/kiosk/screens/samples.hpp"
#include "tests/kiosk/ui/headless.hpp"

using namespace kiosk;

namespace {

/// Somebody at a typing screen: touches keys by id and keeps what update() makes of it.
class Typist {
public:
    Typist(const char* sample, const Panel& panel) : panel_(panel) {
        for (auto& each : samples::all())
            if (each.name == sample) model_ = std::move(each.model);
        frame();
    }
    Typist& touch(const std::string& id) {
        INFO(id);
        REQUIRE(headless_.touch(id));
        frame();
        frame();
        return *this;
    }
    [[nodiscard]] std::string text(const std::string& item) const {
        for (const auto& draft : std::get<Question>(model_.screen).drafts)
            if (draft.item == item) return std::get<TextDraft>(draft.draft).text;
        return "no such item";
    }
    [[nodiscard]] const Node* node(const std::string& id) { return find(headless_.ui().tree(), id); }
    [[nodiscard]] bool staff_called() const { return std::holds_alternative<StaffCalled>(model_.overlay); }

private:
    void frame() {
        const auto happened = headless_.frame(look_of(model_, panel_), screen_name(model_),
                                              [&](Ui& ui) { return draw(model_, Moment{1000}, ui); });
        if (happened) (void)update(model_, *happened, Moment{1000});
    }

    HeadlessUi headless_;
    Panel panel_;
    Model model_;
};

constexpr Panel kReference{};
constexpr Panel kTablet{10.1F, 1920, 1200};

}  // namespace

TEST_CASE("a name is typed in kana, its kanji chosen and the form of a character with it",
          "[kiosk][screens]") {
    Typist typist("07-empty", kReference);
    typist.touch("kana.よ").touch("kana.し").touch("kana.た");
    CHECK(typist.text("deceased.name") == "よした");
    const auto* first = typist.node("name.offer.0");
    REQUIRE(first != nullptr);
    CHECK(first->text_mm > 7);
    typist.touch("name.offer.0");
    CHECK(typist.text("deceased.name").find("よ") == std::string::npos);
    CHECK_FALSE(typist.text("deceased.name").empty());
}

TEST_CASE("forms of the character before the caret are offered large in the faces of names",
          "[kiosk][screens]") {
    Typist typist("07-forms", kReference);
    const auto before = typist.text("deceased.name");
    const auto* form = typist.node("name.offer.1");
    REQUIRE(form != nullptr);
    CHECK(form->text_mm > 14);
    const auto chosen = form->label;
    typist.touch("name.offer.1");
    CHECK(typist.text("deceased.name") == chosen);
    CHECK(before != chosen);
}

TEST_CASE("whose character is not there tells a clerk", "[kiosk][screens]") {
    Typist typist("07-forms", kReference);
    typist.touch("name.staff");
    CHECK(typist.staff_called());
}

TEST_CASE("another board is chosen from large tiles, and letters become kana on the romaji board",
          "[kiosk][screens]") {
    Typist typist("07-empty", kReference);
    typist.touch("kana.boards").touch("board.romaji");
    for (const char* letter : {"K", "A", "N", "D", "A"}) typist.touch(std::string("kana.") + letter);
    CHECK(typist.text("deceased.name") == "かんだ");
    typist.touch("kana.boards").touch("board.phone").touch("column.な").touch("kana.の");
    CHECK(typist.text("deceased.name") == "かんだの");
    typist.touch("kana.boards").touch("board.letters").touch("kana.A");
    CHECK(typist.text("deceased.name") == "かんだのA");
}

TEST_CASE("a house number is typed with the words of an address", "[kiosk][screens]") {
    Typist typist("07-address", kReference);
    const auto before = typist.text("deceased.address");
    typist.touch("kana.boards").touch("board.address");
    for (const char* key : {"3", "階", "column.6", "7", "号室"})
        typist.touch(std::string(key).starts_with("column") ? key : std::string("kana.") + key);
    CHECK(typist.text("deceased.address") == before + "3階7号室");
}

TEST_CASE("a tablet of ten inches has the 50 sounds in two rows of whole keys", "[kiosk][screens]") {
    Typist typist("07-empty", kTablet);
    typist.touch("column.さ").touch("kana.し").touch("kana.voiced").touch("column.ま").touch("kana.み");
    CHECK(typist.text("deceased.name") == "じみ");
    CHECK(typist.node("kana.ま")->rect.w >= 15.0F);
    CHECK(typist.node("kana.ま")->rect.h >= 15.0F);
}
