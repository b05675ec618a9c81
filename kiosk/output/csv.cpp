#include "kiosk/output/csv.hpp"

namespace kiosk::output {

namespace {

constexpr std::string_view kGeta = "〓";  // what Japanese printing puts where a type is missing

// A character with the variation selector that belongs to it is one thing: both are kept or both are lost.
std::vector<std::vector<CodePoint>> clusters(std::string_view text) {
    std::vector<std::vector<CodePoint>> result;
    for (auto& point : code_points(text)) {
        if (is_variation_selector(point.value) && !result.empty())
            result.back().push_back(std::move(point));
        else
            result.push_back({std::move(point)});
    }
    return result;
}

std::string encode_with_losses(const std::string& text, Charset charset, const Loss& place,
                               std::vector<Loss>& losses) {
    if (auto whole = encode(text, charset)) return *std::move(whole);
    std::string out;
    int index = 0;
    for (const auto& cluster : clusters(text)) {
        ++index;
        std::string utf8;
        for (const auto& point : cluster) utf8 += point.utf8;
        if (auto encoded = encode(utf8, charset)) {
            out += *encoded;
            continue;
        }
        auto loss = place;
        loss.index = index;
        loss.character = cluster.front().value;
        loss.selector = cluster.size() > 1 ? cluster[1].value : 0;
        losses.push_back(loss);
        out += encode(kGeta, charset).value_or("?");
    }
    return out;
}

// Spreadsheets run what begins so. Only the profile for looking at has this on.
bool looks_like_formula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos;
}

// After encoding: in no character set of ours is a quotation mark the second byte of anything.
std::string in_quotes(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
    return out;
}

}  // namespace

Csv to_csv(const Table& table, const Profile& profile) {
    Csv csv;
    if (profile.charset == Charset::Utf8Bom) csv.bytes = "\xEF\xBB\xBF";
    const auto write_row = [&](const std::vector<std::string>& row, int number) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Loss place{.file = table.name, .column = table.header.at(i), .row = number};
            std::string text = profile.formula_guard && looks_like_formula(row[i]) ? "'" : "";
            text += encode_with_losses(row[i], profile.charset, place, csv.losses);
            csv.bytes += i == 0 ? "" : ",";
            csv.bytes += in_quotes(text);
        }
        csv.bytes += "\r\n";
    };
    write_row(table.header, 0);
    int number = 0;
    for (const auto& row : table.rows) write_row(row, ++number);
    return csv;
}

}  // namespace kiosk::output
