#include "kiosk/ui/names.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "kiosk/ui/rich.hpp"

namespace kiosk {
namespace {

std::string file_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// EUC-JIS-2004 as the dictionaries have it. A byte that is none is left out with its entry unharmed around
// it.
std::string from_euc(std::string text) {
    auto* converter = iconv_open("UTF-8", "EUC-JISX0213");
    std::string out;
    char* in = text.data();
    std::size_t left = text.size();
    while (left > 0) {
        std::array<char, 65536> buffer{};
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto done = iconv(converter, &in, &left, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        if (done == static_cast<std::size_t>(-1) && left > 0 && room > 16) {
            ++in;
            --left;
        }
    }
    iconv_close(converter);
    return out;
}

// Of a line such as `さとう /佐藤;姓/佐東;人名/`.
std::string_view key_of(std::string_view line) {
    return line.substr(0, line.find(" /"));
}

std::string word_of(const std::string& entry) {
    return entry.substr(0, entry.find(';'));
}

bool tagged(const std::string& entry, std::string_view tag) {
    const auto remark = entry.find(';');
    return remark != std::string::npos && entry.find(tag, remark) != std::string::npos;
}

void add_new(std::vector<std::string>& list, std::string word) {
    if (std::ranges::find(list, word) == list.end()) list.push_back(std::move(word));
}

}  // namespace

NameDictionary::Lines::Lines(std::string text) : text_(std::move(text)) {
    for (std::size_t from = 0; from < text_.size();) {
        const auto start = static_cast<std::uint32_t>(from);
        from = std::min(text_.find('\n', from), text_.size()) + 1;
        const bool remark = text_[start] == ';';
        if (!remark && line(start).find(" /") != std::string_view::npos) starts_.push_back(start);
    }
    std::ranges::stable_sort(starts_, {}, [this](auto start) { return key_of(line(start)); });
}

std::string_view NameDictionary::Lines::line(std::uint32_t start) const {
    return std::string_view(text_).substr(start, text_.find('\n', start) - start);
}

std::vector<std::string> NameDictionary::Lines::under(std::string_view key) const {
    std::vector<std::string> found;
    for (const auto start :
         std::ranges::equal_range(starts_, key, {}, [this](auto each) { return key_of(line(each)); })) {
        const auto words = line(start);
        for (auto at = key.size() + 2; at < words.size();) {
            const auto slash = std::min(words.find('/', at), words.size());
            if (slash > at) found.emplace_back(words.substr(at, slash - at));
            at = slash + 1;
        }
    }
    return found;
}

NameDictionary::NameDictionary(const std::filesystem::path& skk)
    : names_(from_euc(file_text(skk / "SKK-JISYO.jinmei"))),
      variants_(from_euc(file_text(skk / "SKK-JISYO.itaiji")) +
                from_euc(file_text(skk / "SKK-JISYO.itaiji.JIS3_4"))),
      sequences_(file_text(skk / "utf8" / "SKK-JISYO.ivd")) {}

std::vector<std::string> NameDictionary::candidates(std::string_view kana, NamePart part) const {
    std::vector<std::string> found;
    const auto words = names_.under(kana);
    const std::string_view wanted = part == NamePart::Family ? ";姓" : ";名";
    const std::string_view other = part == NamePart::Family ? ";名" : ";姓";
    for (const auto& word : words)
        if (tagged(word, wanted)) add_new(found, word_of(word));
    for (const auto& word : words)
        if (!tagged(word, other)) add_new(found, word_of(word));
    for (const auto& word : words) add_new(found, word_of(word));
    return found;
}

std::vector<std::string> NameDictionary::forms(const std::string& character) const {
    const auto points = code_points(character);
    if (points.empty() || !is_kanji(points.front())) return {};
    std::string base;
    append_utf8(base, points.front());
    std::vector<std::string> found{base};
    for (const auto& word : sequences_.under(base)) add_new(found, word_of(word));
    for (const auto& word : variants_.under(base)) {
        const auto other = code_points(word_of(word));
        if (other.size() == 1 && is_kanji(other.front())) add_new(found, word_of(word));
    }
    return found;
}

}  // namespace kiosk
