#include "forms/sheets/routing_slip.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/date.hpp"
#include "forms/sheets/block.hpp"

namespace forms {
namespace {

constexpr PaperSize kA4{210, 297};
constexpr double kLeft = 15;  // mm
constexpr double kRight = 195;
constexpr double kTop = 14;
constexpr double kLowest = 285;
constexpr double kOrder = 9, kCounter = 22, kStamp = 25;
constexpr double kBoth = kRight - kLeft - kOrder - kCounter - kStamp;  // the errand and what to hand over
constexpr double kStampHeight = 22;
constexpr double kSmallStampHeight = 17;  // with more counters than a page holds of the others
constexpr double kLeastStampHeight = 13;  // a stamp of 12 mm
constexpr std::size_t kFewStops = 5;
constexpr double kColumnHeads = 4.8;
constexpr double kTick = 3.6;
constexpr Style kUi{TextRole::Ui, "ja"};
constexpr Style kBold{TextRole::UiBold, "ja"};

std::string joined(const std::vector<std::string>& words, std::string_view with) {
    std::string all;
    for (const auto& each : words) all += (all.empty() ? "" : std::string(with)) + each;
    return all;
}

// One thing to hand over, with its box to tick: millimetres from the cell's top left.
struct Thing {
    double x = 0, y = 0;
    Block words;
    [[nodiscard]] double bottom() const { return y + words.height(); }
};

// What stands in one counter's row.
struct Cells {
    Block errand;
    std::vector<Thing> things;
    [[nodiscard]] double height() const {
        return std::max(errand.height(), things.empty() ? 0 : things.back().bottom()) + 3;
    }
};

// Takes what fits into a height off the top of a row; the rest stays, moved up.
Cells take(Cells& cells, double height) {
    Cells taken{cells.errand.take(height - 3), {}};
    auto rest =
        std::ranges::find_if(cells.things, [&](const Thing& thing) { return thing.bottom() > height - 3; });
    taken.things.assign(cells.things.begin(), rest);
    cells.things.erase(cells.things.begin(), rest);
    const double up = cells.things.empty() ? 0 : cells.things.front().y;
    for (auto& thing : cells.things) thing.y -= up;
    return taken;
}

// 「2つ」 up to nine, and 「10」 alone from there on.
std::string so_many(std::size_t count) {
    return count < 10 ? fmt::format("{}つ", count) : fmt::format("{}", count);
}

std::string asked(const ToAsk& each) {
    switch (each.answer) {
        case ToAsk::Answer::YesNo:
            return each.words + " □あり □なし";
        case ToAsk::Answer::Day:
            return each.words + "（　　　年　　月　　日）";
        case ToAsk::Answer::Words:
            return each.words + "（　　　　　　　　）";
        case ToAsk::Answer::Done:
            break;
    }
    return each.words + " □済";
}

class RoutingPen {
public:
    RoutingPen(Canvas& canvas, const PaperOptions& options)
        : canvas_(canvas),
          faces_(canvas.typesetter().faces()),
          number_(options.number),
          language_(options.language) {}

    void head(const Pack& pack, const PaperOptions& options, Date today);
    void lead(std::size_t stops);
    void columns();
    void stop(const RoutingStop& stop, int order, double stamp_height);
    void staff(const RoutingNotes& notes);
    /// Sets things to hand over side by side when one under the other would need a second page; whether one
    /// page is then enough.
    bool choose_density(const std::vector<RoutingStop>& stops, double stamp_height,
                        const RoutingNotes& notes);

private:
    struct Staff {
        Block eyes, asks, head;
        double first = 0, second = 0;  // heights of the two rows
        [[nodiscard]] double height() const { return first + second + head.height() + 1; }
    };
    [[nodiscard]] Staff staff_words(const RoutingNotes& notes) const;
    [[nodiscard]] Block errand_of(const RoutingStop& stop) const;
    [[nodiscard]] double height_of(const RoutingStop& stop, double stamp_height) const;
    [[nodiscard]] Block words(const std::string& text, const Style& style, double size, double width) const {
        Block block(faces_, width, leading_);
        if (!text.empty()) block.add({text, style, size, 0});
        return block;
    }
    [[nodiscard]] double hand_width() const { return dense_ ? 76 : 66; }
    [[nodiscard]] double errand_width() const { return kBoth - hand_width(); }
    void next_page();
    [[nodiscard]] std::vector<Thing> hand_over(const RoutingStop& stop) const;
    [[nodiscard]] Cells cells_of(const RoutingStop& stop) const;
    void part(const RoutingStop& stop, const std::string& order, const Cells& cells, double height);
    void staff_row(const char* label, const Block& block, const char* right, double y, double height);

    Canvas& canvas_;
    Faces& faces_;
    std::string number_;
    std::string language_;
    bool dense_ = false;
    double leading_ = kUsualLeading;
    double y_ = kTop;
};

void RoutingPen::head(const Pack& pack, const PaperOptions& options, Date today) {
    constexpr double kQr = 22;
    const auto office = words(pack.city + "　" + pack.office, kUi, 10, 120);
    const auto title = words("受付案内票", kBold, 22, 120);
    title.draw(canvas_, kLeft, kTop + kQr - title.height());
    office.draw(canvas_, kLeft, kTop + kQr - title.height() - office.height());
    if (!options.number.empty()) canvas_.qr({kRight - kQr, kTop, kQr, kQr}, options.number);
    y_ = kTop + kQr + 5;

    const Box box{kLeft, y_, kRight - kLeft, 22};
    canvas_.frame(box, {0.6, 0, Dash::Solid}, 2);
    const auto middle = [&](const Block& block) { return box.y + (box.h - block.height()) / 2; };
    const auto label = words("受付番号", kUi, 10.5, 30);
    label.draw(canvas_, kLeft + 6, middle(label));
    const auto number = words(options.number.empty() ? "―" : options.number, kBold, 40, 90);
    number.draw(canvas_, kLeft + 6 + label.width() + 5, middle(number));
    auto meta =
        words(fmt::format("{}（{}）　{}", wareki_text(today), weekday_text(today), options.time), kUi, 9, 70);
    meta.add({"お呼びするときは、番号でお呼びします。", kUi, 9, 0});
    meta.add({"お座りになりたいときは、お声がけください。", kUi, 9, 0});
    meta.draw(canvas_, kRight - 6 - meta.width(), middle(meta));
    y_ = box.bottom() + 5;
}

void RoutingPen::lead(std::size_t stops) {
    Block block(faces_, kRight - kLeft);
    if (stops > 0) {
        block.add({stops == 1 ? "次の窓口へお進みください。"
                              : fmt::format("上から順に、{}の窓口へお進みください。", so_many(stops)),
                   kBold, 11, 0});
        block.append(
            {stops == 1 ? "窓口へは、職員がご案内します。" : "となりの窓口へは、職員がご案内します。", kUi,
             11, 0});
    } else {
        block.add({"お進みいただく窓口はありません。", kBold, 11, 0});
        block.append({"ご心配なことは、職員におたずねください。", kUi, 11, 0});
    }
    block.draw(canvas_, kLeft, y_);
    y_ += block.height() + 2;
}

void RoutingPen::columns() {
    double x = kLeft + kOrder;
    for (const auto& [text, width] :
         {std::pair{"窓口", kCounter}, std::pair{"ご用件", errand_width()},
          std::pair{"お渡しいただくもの", hand_width()}, std::pair{"確認印", kStamp}}) {
        words(text, kUi, 9, width).draw(canvas_, x + 2, y_);
        x += width;
    }
    y_ += kColumnHeads;
    canvas_.line(kLeft, y_, kRight, y_, {0.25, 0, Dash::Solid});
}

void RoutingPen::next_page() {
    canvas_.next_page();
    const auto title = words(fmt::format("受付案内票（{}ページ）", canvas_.pages()), kBold, 12, 100);
    title.draw(canvas_, kLeft, kTop);
    const auto number = words(number_.empty() ? "" : "受付番号　" + number_, kBold, 12, 100);
    number.draw_right(canvas_, kRight, kTop);
    y_ = kTop + title.height() + 3;
}

// One under the other; on a full page short things stand beside each other wherever a line has room.
std::vector<Thing> RoutingPen::hand_over(const RoutingStop& stop) const {
    constexpr double kBeside = kTick + 1.5;
    constexpr double kBetween = 2;
    const double room = hand_width() - 3 - kBeside;
    struct Row {
        double x, y, height;
    };
    std::vector<Row> rows;
    std::vector<Thing> things;
    double y = 0;
    for (const auto& each : stop.hand_over) {
        auto block = words(each, kUi, dense_ ? 9 : 9.5, room);
        const auto row = std::ranges::find_if(rows, [&](const Row& each_row) {
            return dense_ && each_row.x + block.width() <= room && block.height() <= each_row.height;
        });
        const double width = block.width() + kBeside + kBetween;
        if (row != rows.end()) {
            things.push_back({row->x, row->y, std::move(block)});
            row->x += width;
            continue;
        }
        rows.push_back({width, y, block.height()});
        things.push_back({0, y, std::move(block)});
        y = things.back().bottom() + (dense_ ? 0.2 : 0.4);
    }
    std::ranges::stable_sort(things, {}, &Thing::y);
    return things;
}

Cells RoutingPen::cells_of(const RoutingStop& stop) const {
    return {errand_of(stop), hand_over(stop)};
}

Block RoutingPen::errand_of(const RoutingStop& stop) const {
    auto errand = words(stop.division, kBold, 13, errand_width() - 4);
    if (!stop.own_words.empty()) errand.add_marked({stop.own_words, {TextRole::Ui, language_}, 10, 0});
    if (!stop.errands.empty()) errand.add({joined(stop.errands, "／"), kUi, 10, 0});
    if (!stop.to_check.empty()) errand.add({"要確認：" + joined(stop.to_check, "／"), kUi, 10, 0});
    return errand;
}

double RoutingPen::height_of(const RoutingStop& stop, double stamp_height) const {
    return std::max(stamp_height, cells_of(stop).height());
}

bool RoutingPen::choose_density(const std::vector<RoutingStop>& stops, double stamp_height,
                                const RoutingNotes& notes) {
    const auto fits = [&] {
        double height = staff_words(notes).height();
        for (const auto& each : stops) height += height_of(each, stamp_height);
        return y_ + kColumnHeads + height + 6 <= kLowest;
    };
    dense_ = false;
    leading_ = kUsualLeading;
    if (fits()) return true;
    dense_ = true;
    if (fits()) return true;
    if (stamp_height > kLeastStampHeight) return false;
    leading_ = kTightLeading;
    if (fits()) return true;
    leading_ = kUsualLeading;  // it takes more pages anyway
    return false;
}

// A row that is longer than what is left of the page goes on overleaf, unless so little is left that it
// had better begin there.
void RoutingPen::stop(const RoutingStop& stop, int order, double stamp_height) {
    constexpr double kWorthBeginning = 45;  // mm
    auto cells = cells_of(stop);
    auto number = fmt::format("{}", order);
    const auto turn_over = [&] {
        next_page();
        columns();
    };
    while (y_ + std::max(stamp_height, cells.height()) > kLowest) {
        const double left = kLowest - y_;
        if (left >= kWorthBeginning) {
            part(stop, number, take(cells, left), left);
            number = "";
        }
        turn_over();
    }
    part(stop, number, cells, std::max(stamp_height, cells.height()));
}

// Without an order it is the rest of a row that began on the page before.
void RoutingPen::part(const RoutingStop& stop, const std::string& order, const Cells& cells, double height) {
    const double middle = y_ + height / 2;
    const auto number = words(order, kUi, 11, kOrder);
    number.draw(canvas_, kLeft + (kOrder - number.width()) / 2, middle - number.height() / 2);
    Block counter(faces_, kCounter);
    if (!stop.counter.empty()) {
        counter.add({stop.counter, kBold, 28, 0});
        counter.append({"番", kUi, 10, 0});
    }
    if (order.empty()) counter.add({"（つづき）", kUi, 9, 0});
    const double x = kLeft + kOrder;
    counter.draw(canvas_, x + 2, middle - counter.height() / 2);
    cells.errand.draw(canvas_, x + kCounter + 2, middle - cells.errand.height() / 2);
    const double top = middle - (cells.things.empty() ? 0 : cells.things.back().bottom()) / 2;
    for (const auto& thing : cells.things) {
        const double left = x + kCounter + errand_width() + 2 + thing.x;
        canvas_.frame({left, top + thing.y + 0.5, kTick, kTick}, {0.25, 0, Dash::Solid});
        thing.words.draw(canvas_, left + kTick + 1.5, top + thing.y);
    }
    canvas_.frame({kRight - kStamp, y_, kStamp, height}, {0.25, 0, Dash::Solid});
    y_ += height;
    canvas_.line(kLeft, y_, kRight, y_, {0.25, 0, Dash::Solid});
}

void RoutingPen::staff_row(const char* label, const Block& block, const char* right, double y,
                           double height) {
    constexpr double kHead = 18;
    constexpr double kRoom = 28;
    canvas_.fill({kLeft, y, kHead, height}, 0.94);
    canvas_.fill({kRight - kRoom - kHead, y, kHead, height}, 0.94);
    canvas_.frame({kLeft, y, kRight - kLeft, height}, {0.2, 0, Dash::Solid});
    for (const double x : {kLeft + kHead, kRight - kRoom - kHead, kRight - kRoom})
        canvas_.line(x, y, x, y + height, {0.2, 0, Dash::Solid});
    const auto middle = [&](const Block& each, double x) {
        each.draw(canvas_, x, y + (height - each.height()) / 2);
    };
    middle(words(label, kUi, 9, kHead), kLeft + 2);
    middle(words(right, kUi, 9, kHead), kRight - kRoom - kHead + 2);
    middle(block, kLeft + kHead + 2);
}

RoutingPen::Staff RoutingPen::staff_words(const RoutingNotes& notes) const {
    constexpr double kWidth = 180 - 2 * 18 - 28 - 4;
    Staff said{Block(faces_, kWidth, leading_), Block(faces_, kWidth, leading_),
               words("職員記入欄", kBold, 9, 60), 0, 0};
    said.eyes.add({notes.eyes.empty() ? "文字の目視確認：なし" : "文字の目視確認：", kUi, 9, 0});
    for (const auto& each : notes.eyes) {
        said.eyes.append({each.character, {TextRole::Name, "ja"}, 13, 0});
        said.eyes.append({"（" + each.where + "）□済　", kUi, 9, 0});
    }
    if (!notes.handover.empty()) said.eyes.add({notes.handover, kUi, 9, 0});
    for (const auto& each : notes.to_ask) {
        const Piece piece{(said.asks.empty() ? "" : "　") + asked(each), kUi, 9, 0};
        said.asks.empty() ? said.asks.add(piece) : said.asks.append(piece);
    }
    if (said.asks.empty()) said.asks.add({"なし", kUi, 9, 0});
    said.first = std::max(9.0, said.eyes.height() + 3);
    said.second = std::max(8.0, said.asks.height() + 3);
    return said;
}

void RoutingPen::staff(const RoutingNotes& notes) {
    const auto said = staff_words(notes);
    const double top = kLowest - said.height();
    if (y_ + 4 > top) next_page();
    said.head.draw(canvas_, kLeft, top);
    const double rows = top + said.head.height() + 1;
    staff_row("引継ぎ", said.eyes, "受付者", rows, said.first);
    staff_row("要確認", said.asks, "終了時刻", rows + said.first, said.second);
}

}  // namespace

Result<DrawnPaper> draw_routing_slip(const Pack& pack, const Context& context,
                                     const std::vector<RoutingStop>& stops, const RoutingNotes& notes,
                                     const PaperOptions& options, Typesetter& typesetter) {
    if (auto problem = typesetter.faces().missing({TextRole::Ui, TextRole::UiBold, TextRole::Name}))
        return fail(problem->code, problem->detail);
    const auto title = options.number.empty() ? std::string("受付案内票") : "受付案内票 " + options.number;
    Canvas canvas(typesetter, kA4, {title, context.today});
    RoutingPen pen(canvas, options);
    pen.head(pack, options, context.today);
    pen.lead(stops.size());
    double stamp = stops.size() > kFewStops ? kSmallStampHeight : kStampHeight;
    for (const double next : {kSmallStampHeight, kLeastStampHeight, kLeastStampHeight}) {
        if (pen.choose_density(stops, stamp, notes)) break;
        stamp = std::min(stamp, next);
    }
    if (!stops.empty()) pen.columns();
    int order = 0;
    for (const auto& stop : stops) pen.stop(stop, ++order, stamp);
    pen.staff(notes);
    const int pages = canvas.pages();
    auto pdf = canvas.finish();
    if (!pdf) return tl::make_unexpected(pdf.error());
    return DrawnPaper{std::move(*pdf), pages};
}

}  // namespace forms
