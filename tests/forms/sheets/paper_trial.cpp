#include "tests/forms/sheets/paper_trial.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "forms/sheets/canvas.hpp"

using namespace forms;

namespace {

bool differ(const Picture& a, const Picture& b, int x, int y) {
    const auto at = (static_cast<std::ptrdiff_t>(y) * a.width + x) * 3;
    return !std::equal(a.rgb.begin() + at, a.rgb.begin() + at + 3, b.rgb.begin() + at);
}

}  // namespace

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

Output run(const std::string& command) {
    auto* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    Output said;
    std::array<char, 4096> bytes{};
    while (const auto count = fread(bytes.data(), 1, bytes.size(), pipe))
        said.words.append(bytes.data(), count);
    said.code = pclose(pipe);
    return said;
}

std::string without_space(std::string text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 3, "\u3000") == 0) {
            at += 2;
            continue;
        }
        if (std::string_view(" \n\r\t\f").find(text[at]) == std::string_view::npos) kept.push_back(text[at]);
    }
    return kept;
}

std::string text_of(const std::string& pdf) {
    const TrialFolder folder;
    const auto said = run("pdftotext -q -raw " + folder.write("a.pdf", pdf).string() + " -");
    REQUIRE(said.code == 0);
    return without_space(said.words);
}

std::string blank_for(const SheetTemplate& sheet, Typesetter& typesetter) {
    Canvas canvas(typesetter, {sheet.width, sheet.height}, {"様式", Date{}});
    for (int page = 1; page <= sheet.pages; ++page) {
        if (page > 1) canvas.next_page();
        const std::string words = "書かない市長様";
        canvas.text(typesetter.faces().shape(words, {TextRole::Ui, "ja"}), words, 15, 12, 10);
        for (const auto& field : sheet.fields)
            if (field.at.page == page)
                canvas.frame({field.at.x - 1, field.at.y - 1, field.at.w + 2, field.at.h + 2},
                             {0.2, 0.3, Dash::Solid});
    }
    return *canvas.finish();
}

SheetTemplate sheet_of(std::vector<Field> fields) {
    SheetTemplate sheet;
    sheet.id = "trial";
    sheet.title = "試験届";
    sheet.blank = "trial.pdf";
    sheet.fields = std::move(fields);
    return sheet;
}

Field field_of(FieldKind kind, Box box, std::string id) {
    Field field;
    field.id = std::move(id);
    field.kind = kind;
    field.at = {1, box.x, box.y, box.w, box.h};
    field.size = 12;
    return field;
}

FieldValue said(const std::string& text) {
    return {FieldValue::Draw::Yes, Value(text), text};
}
FieldValue said(Value value, std::string text) {
    return {FieldValue::Draw::Yes, std::move(value), std::move(text)};
}

Result<FilledSheet> fill_trial(const SheetTemplate& sheet, const std::vector<FieldValue>& values,
                               Typesetter& typesetter) {
    const TrialFolder folder;
    SheetValues given{values, {}};
    for (const auto& field : sheet.fields) given.labels.push_back(field.id);
    using namespace std::chrono;
    return fill(sheet, folder.write(sheet.blank, blank_for(sheet, typesetter)), given,
                {"1122-014", 2026y / 11 / 22}, typesetter);
}

bool differ_inside(const Picture& a, const Picture& b, const Box& box, double dpi) {
    const auto px = [dpi](double mm) { return mm * dpi / 25.4; };
    for (int y = static_cast<int>(px(box.y)); y < static_cast<int>(px(box.bottom())); ++y)
        for (int x = static_cast<int>(px(box.x)); x < static_cast<int>(px(box.right())); ++x)
            if (differ(a, b, x, y)) return true;
    return false;
}

bool differ_outside(const Picture& a, const Picture& b, const std::vector<Box>& boxes, double dpi,
                    double slack) {
    const auto px = [dpi](double mm) { return mm * dpi / 25.4; };
    const auto inside = [&](int x, int y) {
        return std::ranges::any_of(boxes, [&](const Box& box) {
            return x + 1 > px(box.x) - slack && x < px(box.right()) + slack && y + 1 > px(box.y) - slack &&
                   y < px(box.bottom()) + slack;
        });
    };
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x)
            if (differ(a, b, x, y) && !inside(x, y)) return true;
    return false;
}
