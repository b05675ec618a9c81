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

// Lines such as `さとう /佐藤;姓/佐東;人名/`; a line that begins with ; is a remark.
template <class Lists>
void read_skk(const std::string& text, Lists& into) {
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto line = std::string_view(text).substr(from, end - from);
        from = end + 1;
        const auto space = line.find(" /");
        if (line.starts_with(';') || space == std::string_view::npos) continue;
        auto& list = into[std::string(line.substr(0, space))];
        for (auto at = space + 2; at < line.size();) {
            const auto slash = std::min(line.find('/', at), line.size());
            if (slash > at) list.emplace_back(line.substr(at, slash - at));
            at = slash + 1;
        }
    }
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

NameDictionary::NameDictionary(const std::filesystem::path& skk) {
    read_skk(from_euc(file_text(skk / "SKK-JISYO.jinmei")), names_);
    read_skk(from_euc(file_text(skk / "SKK-JISYO.itaiji")), variants_);
    read_skk(from_euc(file_text(skk / "SKK-JISYO.itaiji.JIS3_4")), variants_);
    read_skk(file_text(skk / "utf8" / "SKK-JISYO.ivd"), sequences_);
}

std::vector<std::string> NameDictionary::candidates(std::string_view kana, NamePart part) const {
    std::vector<std::string> found;
    const auto entry = names_.find(kana);
    if (entry == names_.end()) return found;
    const std::string_view wanted = part == NamePart::Family ? ";姓" : ";名";
    const std::string_view other = part == NamePart::Family ? ";名" : ";姓";
    for (const auto& word : entry->second)
        if (tagged(word, wanted)) add_new(found, word_of(word));
    for (const auto& word : entry->second)
        if (!tagged(word, other)) add_new(found, word_of(word));
    for (const auto& word : entry->second) add_new(found, word_of(word));
    return found;
}

std::vector<std::string> NameDictionary::forms(const std::string& character) const {
    const auto points = code_points(character);
    if (points.empty() || !is_kanji(points.front())) return {};
    std::string base;
    append_utf8(base, points.front());
    std::vector<std::string> found{base};
    if (const auto list = sequences_.find(base); list != sequences_.end())
        for (const auto& word : list->second) add_new(found, word_of(word));
    if (const auto list = variants_.find(base); list != variants_.end())
        for (const auto& word : list->second) {
            const auto other = code_points(word_of(word));
            if (other.size() == 1 && is_kanji(other.front())) add_new(found, word_of(word));
        }
    return found;
}

}  // namespace kiosk
