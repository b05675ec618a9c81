#include "forms/sheets/slip.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/sheets/block.hpp"
#include "forms/sheets/fit.hpp"
#include "forms/sheets/slip_head.hpp"
#include "forms/sheets/slip_lead.hpp"

namespace forms {
namespace {

constexpr PaperSize kA4{210, 297};
constexpr double kLeft = 15;  // mm
constexpr double kRight = 195;
constexpr double kTop = 11;
constexpr double kFloor = 9;                            // pt: nothing on this paper is smaller
constexpr double kWithReadings = 2 * kSmallestLetters;  // pt: the readings over them are half as large
constexpr double kChip = 4.6;                           // mm high
constexpr double kLowest = 289;                         // mm: nothing stands below
constexpr Style kUi{TextRole::Ui, "ja"};
constexpr Style kBold{TextRole::UiBold, "ja"};

// The columns of the list in millimetres, and how much larger its letters are than on the mock-up.
struct Columns {
    double scale, number, chip, place, bring, done;
    [[nodiscard]] double name() const { return kRight - kLeft - number - chip - place - bring - done; }
};
constexpr Columns kUsualColumns{1.0, 6, 15, 29, 34, 8};
constexpr Columns kLargeColumns{12.0 / 9.0, 8, 19, 34, 40, 9};

// How close the list is set.
struct Density {
    double gap;      // mm between two rows
    double leading;  // em from line to line
    double heading;  // pt of a group's
};
constexpr Density kUsual{1.4, kUsualLeading, 12};
constexpr Density kCloser{0.6, kUsualLeading, 10.5};
constexpr Density kClosest{0.6, kTightLeading, 10.5};

// What a slip is drawn from.
struct SlipVisit {
    const Pack& pack;
    const Context& context;
    const Facts& facts;
    const SlipPlan& plan;
    const PaperOptions& options;
};

template <class Act>
void each_law(const SlipPlan& plan, const Act& act) {
    for (const auto& group : plan.groups)
        for (const auto& row : group.rows)
            if (!row.law.empty()) act(row);
    for (const auto& row : plan.elsewhere)
        if (!row.law.empty()) act(row);
}

class SlipPen {
public:
    SlipPen(Canvas& canvas, const PaperOptions& options, const Density& density)
        : canvas_(canvas),
          faces_(canvas.typesetter().faces()),
          columns_(options.large ? kLargeColumns : kUsualColumns),
          number_(options.number),
          language_(options.language),
          density_(density) {}

    void head(const Pack& pack, const Facts& facts, const SlipPlan& plan, Date today);
    void group(const SlipGroup& group);
    void elsewhere(const std::vector<SlipRow>& rows);
    void laws_and_foot(const Pack& pack, const Facts& facts, const SlipPlan& plan, Date today);

private:
    [[nodiscard]] double pt(double size) const { return std::max(kFloor, size * columns_.scale); }
    [[nodiscard]] Block cell(double width) const { return {faces_, width, density_.leading}; }
    void column_heads();
    void next_page();
    void room_for(double height) {
        if (y_ + height > kLowest) next_page();
    }
    void group_head(const SlipGroup& group, bool again);
    void row(const SlipRow& row, const SlipGroup& group);
    void chip(bool ask, double middle);
    struct ElsewhereCells {
        Block name, until, place;
        double height;
    };
    [[nodiscard]] double elsewhere_left() const { return kLeft + columns_.number + columns_.chip + 1; }
    [[nodiscard]] ElsewhereCells elsewhere_cells(const SlipRow& row) const;
    void elsewhere_head(bool again);
    void elsewhere_row(const SlipRow& row);
    void laws_head(bool again);
    [[nodiscard]] Block name_of(const SlipRow& row) const;
    [[nodiscard]] Block bring_of(const SlipRow& row) const;
    [[nodiscard]] Block place_of(const SlipRow& row) const {
        return words(row.place, kBold, 9.5, columns_.place - 2);
    }
    [[nodiscard]] double height_of(const SlipRow& row) const {
        return std::max({name_of(row).height(), place_of(row).height(), bring_of(row).height()}) +
               density_.gap;
    }
    [[nodiscard]] Block laws_in_a_paragraph(const SlipPlan& plan) const;
    void laws_on_a_page(const SlipPlan& plan);
    [[nodiscard]] Block words(const std::string& text, const Style& style, double size, double width) const {
        auto block = cell(width);
        block.add({text, style, pt(size), 0});
        return block;
    }

    Canvas& canvas_;
    Faces& faces_;
    Columns columns_;
    std::string number_;
    std::string language_;
    double y_ = kTop;
    Density density_;
    bool list_ = false;  // the list's column heads stand on every page it goes on to
};

void SlipPen::head(const Pack& pack, const Facts& facts, const SlipPlan& plan, Date today) {
    y_ = draw_slip_head(canvas_, pack, facts, number_, today) + 2.5;
    auto lead = cell(kRight - kLeft);
    for (const auto& paragraph : slip_lead(plan, today))
        for (const auto& part : paragraph) {
            const Piece piece{part.text, part.bold ? kBold : kUi, pt(10.5), 0};
            &part == &paragraph.front() ? lead.add(piece) : lead.append(piece);
        }
    lead.draw(canvas_, kLeft, y_);
    y_ += lead.height() + 1.5;
    if (plan.groups.empty()) return;
    list_ = true;
    column_heads();
}

void SlipPen::column_heads() {
    double x = kLeft + columns_.number + columns_.chip;
    const auto head = [&](const char* text, double width) {
        auto block = cell(width);
        block.add({text, kUi, kFloor, 0.2});
        block.draw(canvas_, x + 1, y_);
        x += width;
    };
    head("手続きと、その理由", columns_.name());
    head("窓口", columns_.place);
    head("お持ちいただくもの", columns_.bring);
    head("済", columns_.done);
    y_ += 4.6;
}

void SlipPen::next_page() {
    canvas_.next_page();
    auto head = cell(kRight - kLeft);
    head.add({fmt::format("手続き案内書（{}ページ）", canvas_.pages()), kUi, kFloor, 0});
    head.draw(canvas_, kLeft, kTop);
    auto number = cell(60);
    if (!number_.empty()) number.add({"受付番号　" + number_, kUi, kFloor, 0});
    number.draw_right(canvas_, kRight, kTop);
    y_ = kTop + head.height() + 2;
    canvas_.line(kLeft, y_ - 1, kRight, y_ - 1, {0.6, 0, Dash::Solid});
    if (list_) column_heads();
}

void SlipPen::group_head(const SlipGroup& group, bool again) {
    auto block = cell(kRight - kLeft - 4);
    block.add({group.heading + (again ? "（つづき）" : ""), kBold, pt(density_.heading), 0});
    block.append({"　" + group.note, kUi, pt(8.5), 0});
    const double height = block.height() + 1.2;
    canvas_.fill({kLeft, y_, kRight - kLeft, height}, 0.925);
    canvas_.line(kLeft, y_, kRight, y_, {0.3, 0, Dash::Solid});
    block.draw(canvas_, kLeft + 2, y_ + 0.6);
    y_ += height;
}

void SlipPen::group(const SlipGroup& group) {
    constexpr double kHead = 8;  // a heading alone at the foot of a page helps nobody
    room_for(kHead * columns_.scale + (group.rows.empty() ? 0 : height_of(group.rows.front())));
    group_head(group, false);
    for (const auto& each : group.rows) row(each, group);
}

Block SlipPen::name_of(const SlipRow& row) const {
    auto block = cell(columns_.name() - 2);
    block.add({row.name, kBold, pt(10.5), 0});
    if (!row.reason.empty()) block.add({row.reason, kUi, pt(9), 0});
    if (row.ask && row.reason.find(row.who_checks) == std::string::npos)
        row.reason.empty() ? block.add({row.who_checks, kUi, pt(9), 0})
                           : block.append({"　" + row.who_checks, kUi, pt(9), 0});
    if (!row.amount_note.empty()) block.append({"　" + row.amount_note, kUi, pt(9), 0});
    if (!row.until.empty()) block.append({"　" + row.until, kBold, pt(9), 0});
    if (!row.note.empty()) block.append({"　" + row.note, kUi, pt(9), 0});
    if (!row.own_words.empty()) block.add_marked({row.own_words, {TextRole::Ui, language_}, pt(9), 0.15});
    return block;
}

Block SlipPen::bring_of(const SlipRow& row) const {
    auto block = cell(columns_.bring - 2);
    bool short_before = false;
    for (const auto& each : row.bring) {
        constexpr std::size_t kShort = 27;  // bytes: two such things stand side by side
        const bool is_short = each.size() <= kShort;
        if (short_before && is_short)
            block.append({"・" + each, kUi, pt(9), 0});
        else
            block.add({each, kUi, pt(9), 0});
        short_before = is_short;
    }
    return block;
}

void SlipPen::chip(bool ask, double middle) {
    const double height = kChip * columns_.scale;
    const Box box{kLeft + columns_.number + 1, middle - height / 2, columns_.chip - 2.5, height};
    if (ask) canvas_.fill(box, 0.933, 0.8);
    canvas_.frame(box, {0.3, 0, ask ? Dash::Dashed : Dash::Solid}, 0.8);
    const auto label = words(ask ? "要確認" : "対象", kBold, 8.5, columns_.chip);
    label.draw(canvas_, box.x + (box.w - label.width()) / 2, middle - label.height() / 2);
}

void SlipPen::row(const SlipRow& row, const SlipGroup& group) {
    const auto name = name_of(row);
    const auto place = place_of(row);
    const auto bring = bring_of(row);
    const double height = height_of(row);
    if (y_ + height > kLowest) {
        next_page();
        group_head(group, true);
    }
    const double middle = y_ + height / 2;
    const auto centred = [&](const Block& block, double x) {
        block.draw(canvas_, x, middle - block.height() / 2);
    };
    const auto number = words(fmt::format("{}", row.number), kUi, 9, columns_.number);
    number.draw_right(canvas_, kLeft + columns_.number - 1, middle - number.height() / 2);
    chip(row.ask, middle);
    double x = kLeft + columns_.number + columns_.chip + 1;
    centred(name, x);
    centred(place, x += columns_.name());
    centred(bring, x += columns_.place);
    canvas_.frame({kRight - columns_.done / 2 - 2, middle - 2, 4, 4}, {0.25, 0, Dash::Solid});
    y_ += height;
    canvas_.line(kLeft, y_, kRight, y_, {0.15, 0.6, Dash::Solid});
}

void SlipPen::elsewhere_head(bool again) {
    const auto head = words(again ? "市役所のほかで（つづき）" : "市役所のほかで", kBold, 10.5, 100);
    head.draw(canvas_, kLeft, y_);
    y_ += head.height() + 0.5;
}

void SlipPen::elsewhere(const std::vector<SlipRow>& rows) {
    list_ = false;
    if (rows.empty()) return;
    constexpr double kHead = 10;      // mm
    constexpr double kTogether = 90;  // a longer table may go on overleaf
    double height = kHead * columns_.scale;
    for (const auto& each : rows) height += elsewhere_cells(each).height + density_.gap;
    room_for(height < kTogether ? height : 22 * columns_.scale);
    y_ += 2.5;
    elsewhere_head(false);
    for (const auto& each : rows) elsewhere_row(each);
}

SlipPen::ElsewhereCells SlipPen::elsewhere_cells(const SlipRow& row) const {
    const double whole = kRight - elsewhere_left();
    ElsewhereCells cells{words(row.name, kBold, 9, whole * 0.30 - 2),
                         words(row.until, row.day ? kBold : kUi, 9, whole * 0.28 - 2),
                         words(row.place + "　" + row.reason, kUi, 9, whole * 0.42), 0};
    if (!row.amount_note.empty()) cells.place.append({"　" + row.amount_note, kUi, pt(9), 0});
    const double chip = kChip * columns_.scale + 0.6;
    cells.height = std::max({chip, cells.name.height(), cells.until.height(), cells.place.height()});
    return cells;
}

void SlipPen::elsewhere_row(const SlipRow& row) {
    const double left = elsewhere_left();
    const double whole = kRight - left;
    const auto [name, until, place, highest] = elsewhere_cells(row);
    const double height = highest + density_.gap;
    if (y_ + height > kLowest) {
        next_page();
        elsewhere_head(true);
    }
    const double middle = y_ + height / 2;
    chip(row.ask, middle);
    name.draw(canvas_, left, middle - name.height() / 2);
    until.draw(canvas_, left + whole * 0.30, middle - until.height() / 2);
    place.draw(canvas_, left + whole * 0.58, middle - place.height() / 2);
    y_ += height;
    canvas_.line(kLeft, y_, kRight, y_, {0.15, 0.6, Dash::Solid});
}

Block SlipPen::laws_in_a_paragraph(const SlipPlan& plan) const {
    auto block = cell(kRight - kLeft);
    if (plan.groups.empty() && plan.elsewhere.empty()) return block;
    const auto add = [&](const std::string& text) {
        const Piece piece{text, kUi, kFloor, 0.25};
        block.empty() ? block.add(piece) : block.append(piece);
    };
    add("根拠　");
    each_law(plan, [&](const SlipRow& row) {
        add(fmt::format("{} {}　", row.number > 0 ? fmt::format("{}", row.number) : row.name, row.law));
    });
    return block;
}

void SlipPen::laws_head(bool again) {
    next_page();
    const auto head = words(again ? "手続きの根拠（つづき）" : "手続きの根拠", kBold, 10.5, 100);
    head.draw(canvas_, kLeft, y_ + 1);
    y_ += head.height() + 2;
}

void SlipPen::laws_on_a_page(const SlipPlan& plan) {
    laws_head(false);
    each_law(plan, [&](const SlipRow& row) {
        const auto number = words(row.number > 0 ? fmt::format("{}", row.number) : "", kUi, 9, 8);
        const auto name = words(row.name, kUi, 9, 76);
        const auto law = words(row.law, kUi, 9, 92);
        const double height = std::max(name.height(), law.height()) + 1.6;
        if (y_ + height > kLowest) laws_head(true);
        number.draw_right(canvas_, kLeft + 6, y_ + 0.8);
        name.draw(canvas_, kLeft + 9, y_ + 0.8);
        law.draw(canvas_, kLeft + 87, y_ + 0.8);
        y_ += height;
        canvas_.line(kLeft, y_, kRight, y_, {0.15, 0.6, Dash::Solid});
    });
}

// A reason is a fact; the law behind it is there for whoever wants to look it up: under the list when there
// is room, else on a page of its own.
void SlipPen::laws_and_foot(const Pack& pack, const Facts& facts, const SlipPlan& plan, Date today) {
    auto foot = cell(kRight - kLeft);
    const auto add = [&](const std::string& text) { foot.add({text, kUi, kFloor, 0}); };
    add(fmt::format("この案内書は、お答えと市の記録をもとに、{}現在で作りました（手続パック {} {}）。",
                    wareki_text(today), pack.id, pack.version));
    if (const auto notice = pack.unreviewed_languages.find(language_);
        notice != pack.unreviewed_languages.end())
        foot.add({notice->second, {TextRole::Ui, language_}, kFloor, 0});
    if (!text_fact(facts, "deceased.name").empty())
        add("亡くなられた方のマイナンバーカードは、相続の手続きが終わるまで、お手元に置いてください。");
    add("お問い合わせ　" + pack.city + "　" + pack.office);
    const double top = kLowest - foot.height();
    if (y_ > top - 2) next_page();
    const auto laws = laws_in_a_paragraph(plan);
    const bool room = y_ + 2 + laws.height() <= top - 2;
    if (room) laws.draw(canvas_, kLeft, y_ + 2);
    canvas_.line(kLeft, top - 1.5, kRight, top - 1.5, {0.3, 0, Dash::Solid});
    foot.draw(canvas_, kLeft, top);
    if (!room) laws_on_a_page(plan);
}

Result<DrawnPaper> draw_with(const SlipVisit& visit, const Density& density, Typesetter& typesetter) {
    const auto& [pack, context, facts, plan, options] = visit;
    const auto title =
        options.number.empty() ? std::string("手続き案内書") : "手続き案内書 " + options.number;
    Canvas canvas(typesetter, kA4, {title, context.today});
    SlipPen pen(canvas, options, density);
    pen.head(pack, facts, plan, context.today);
    for (const auto& group : plan.groups) pen.group(group);
    pen.elsewhere(plan.elsewhere);
    pen.laws_and_foot(pack, facts, plan, context.today);
    const int pages = canvas.pages();
    auto pdf = canvas.finish();
    if (!pdf) return tl::make_unexpected(pdf.error());
    return DrawnPaper{std::move(*pdf), pages};
}

}  // namespace

Result<DrawnPaper> draw_slip(const Pack& pack, const Context& context, const Facts& facts,
                             const SlipPlan& plan, const PaperOptions& options, Typesetter& typesetter) {
    if (auto problem = typesetter.faces().missing({TextRole::Ui, TextRole::UiBold, TextRole::Name}))
        return fail(problem->code, problem->detail);
    const SlipVisit visit{pack, context, facts, plan, options};
    auto best = draw_with(visit, kUsual, typesetter);
    // Closer lines rather than a page with next to nothing on it.
    for (const auto& closer : {kCloser, kClosest}) {
        if (!best || best->pages == 1) break;
        auto next = draw_with(visit, closer, typesetter);
        if (!next || next->pages < best->pages) best = std::move(next);
    }
    return best;
}

}  // namespace forms
