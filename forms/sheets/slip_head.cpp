#include "forms/sheets/slip_head.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/sheets/block.hpp"
#include "forms/sheets/fit.hpp"

namespace forms {
namespace {

constexpr double kLeft = 15;  // mm
constexpr double kRight = 195;
constexpr double kTop = 11;
constexpr double kQr = 22;
constexpr Style kUi{TextRole::Ui, "ja"};
constexpr Style kBold{TextRole::UiBold, "ja"};

// A name is never cut: a very long one gets smaller and then takes two lines of the same height.
double draw_person(Canvas& canvas, const NamedPerson& person, double y) {
    constexpr double kHeight = 7.2;
    auto& faces = canvas.typesetter().faces();
    double x = kLeft;
    const auto words = [&](const std::string& text) {
        Block block(faces, 100);
        block.add({text, kUi, 10, 0});
        block.draw(canvas, x, y + (kHeight - block.height()) / 2 + 0.6);
        x += block.width();
    };
    if (!person.before.empty()) words(person.before);
    const Wording wording{person.name,      {TextRole::Name, "ja"}, 13,
                          FieldAlign::Left, FieldFit::ShrinkWrap,   kSmallestLetters};
    const Box box{x, y, std::min(64.0, kLeft + 104 - x), kHeight};
    if (const auto fitted = fit_words(faces, wording, box)) {
        draw(canvas, *fitted);
        for (const auto& line : fitted->lines)
            x = std::max(x, line.x + line.shaped.width * fitted->size / kPointsPerMm);
    }
    words(person.after);
    return y + kHeight;
}

void draw_number(Canvas& canvas, const std::string& number, Date today) {
    auto& faces = canvas.typesetter().faces();
    const double right = number.empty() ? kRight : kRight - kQr - 6;
    Block block(faces, 70);
    if (!number.empty()) {
        block.add({"受付番号", kUi, 9.5, 0});
        block.add({number, kBold, 24, 0});
        canvas.qr({kRight - kQr, kTop, kQr, kQr}, number);
    }
    block.add({fmt::format("{}（{}）受付", wareki_text(today), weekday_text(today)), kUi, 9.5, 0});
    block.draw_right(canvas, right, kTop);
}

}  // namespace

std::string text_fact(const Facts& facts, std::string_view key) {
    const auto* value = facts.value(key);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? *text : std::string();
}

std::vector<NamedPerson> named_persons(const Pack& pack, const Facts& facts) {
    std::vector<NamedPerson> found;
    if (const auto name = text_fact(facts, "applicant.name"); !name.empty()) {
        const auto* person = pack.person("applicant");
        found.push_back({"", name, person ? "　様　（" + person->label.ja + "）" : "　様"});
    }
    if (const auto name = text_fact(facts, "deceased.name"); !name.empty()) {
        const auto* person = pack.person("deceased");
        const auto* value = facts.value("deceased.death_date");
        const auto* died = value ? std::get_if<Date>(value) : nullptr;
        found.push_back({person ? person->label.ja + "　" : "", name,
                         died ? "　様　（" + wareki_text(*died) + "）" : "　様"});
    }
    return found;
}

double draw_slip_head(Canvas& canvas, const Pack& pack, const Facts& facts, const std::string& number,
                      Date today) {
    Block title(canvas.typesetter().faces(), 100);
    title.add({pack.city, kUi, 10, 0});
    title.add({"手続き案内書", kBold, 22, 0});
    title.draw(canvas, kLeft, kTop);
    draw_number(canvas, number, today);
    double y = kTop + title.height() + 0.5;
    for (const auto& person : named_persons(pack, facts)) y = draw_person(canvas, person, y);
    y = std::max(y + 2, kTop + kQr + 3);
    canvas.line(kLeft, y, kRight, y, {0.6, 0, Dash::Solid});
    return y;
}

}  // namespace forms
