#include "kiosk/screens/pack_words.hpp"

#include <fmt/format.h>

#include "forms/pack/value_words.hpp"

namespace kiosk {
namespace {

bool japanese(const Ui& ui) {
    return ui.look().language == "ja" || ui.look().language == "easy";
}

int year_of(forms::Date date) {
    return static_cast<int>(date.year());
}

Words::Fills fills_of(forms::Date date) {
    const auto wareki = forms::to_wareki(date);
    const int year = wareki ? wareki->year : year_of(date);
    return {{"year", year == 1 ? "元" : std::to_string(year)},
            {"western", std::to_string(year_of(date))},
            {"month", std::to_string(static_cast<unsigned>(date.month()))},
            {"day", std::to_string(static_cast<unsigned>(date.day()))},
            {"weekday", std::string(forms::weekday_text(date))},
            {"english", forms::english_date_text(date)}};
}

Rich era_of(forms::Date date, const Ui& ui) {
    const auto wareki = forms::to_wareki(date);
    if (!wareki || !japanese(ui)) return {};
    return ui.words("era." + std::string(forms::era_id(wareki->era)));
}

std::string grouped(std::int64_t n) {
    auto digits = std::to_string(n);
    for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3)
        digits.insert(static_cast<std::size_t>(i), ",");
    return digits;
}

}  // namespace

namespace {

// Easy Japanese with its readings where the pack has it, else Japanese with its reading.
Rich said_in_japanese(const forms::Text& text, const Ui& ui) {
    if (const auto* easy = text.find("easy"); easy != nullptr && !easy->empty())
        return easy->find("《") == std::string::npos ? ui.easy(*easy) : parse_rich(*easy);
    if (text.ja.find("《") != std::string::npos) return parse_rich(text.ja);
    return text.reading.empty() ? as_is(text.ja) : with_reading(text.ja, text.reading);
}

}  // namespace

Rich said(const forms::Text& text, const Ui& ui) {
    const auto& language = ui.look().language;
    const auto* own = text.find(language);
    if (text.ja.empty() && (own == nullptr || own->empty())) return {};
    if (!japanese(ui))
        return own == nullptr || own->empty() ? in_japanese(said_in_japanese(text, ui)) : as_is(*own);
    const auto& words = text.in(language);
    if (words.find("《") != std::string::npos) return parse_rich(words);
    if (language == "easy" && own != nullptr && !own->empty()) return ui.easy(words);
    return text.reading.empty() ? as_is(words) : with_reading(words, text.reading);
}

std::string unreviewed_notice(const Model& model) {
    if (model.setup.pack == nullptr) return {};
    const auto& unreviewed = model.setup.pack->unreviewed_languages;
    const auto found = unreviewed.find(model.preferences.language);
    return found == unreviewed.end() ? std::string() : found->second;
}

Rich joined(Rich first, const Rich& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Rich full_date(forms::Date date, const Ui& ui) {
    return joined(era_of(date, ui), ui.words("date.full", fills_of(date)));
}

Rich short_date(forms::Date date, forms::Date today, const Ui& ui) {
    const bool this_year = date.year() == today.year();
    if (this_year) return ui.words("date.short", fills_of(date));
    return joined(era_of(date, ui), ui.words("date.short_year", fills_of(date)));
}

Rich date_in_sentence(forms::Date date, forms::Date today, const Ui& ui) {
    if (date.year() == today.year()) return ui.words("date.plain", fills_of(date));
    return joined(era_of(date, ui), ui.words("date.plain_year", fills_of(date)));
}

int age(forms::Date birth, forms::Date on) {
    const int years = year_of(on) - year_of(birth);
    const bool before = on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day());
    return before ? years - 1 : years;
}

Rich counter(const forms::Pack& pack, const std::string& division, const Ui& ui) {
    const auto* found = pack.division(division);
    if (found == nullptr) return {};
    return joined(ui.words("counter", {{"n", found->counter}}), said(found->name, ui));
}

Rich yen(std::int64_t amount, const Ui& ui) {
    if (!japanese(ui)) return as_is("¥" + grouped(amount));
    const auto man = amount / 10000;
    const auto rest = amount % 10000;
    if (man == 0) return ui.words("yen", {{"n", grouped(rest)}});
    if (rest == 0) return ui.words("yen_man", {{"n", grouped(man)}});
    return ui.words("yen_man_rest", {{"n", grouped(man)}, {"rest", grouped(rest)}});
}

Rich value_words(const forms::Pack& pack, const std::string& key, const forms::Value& value, const Ui& ui) {
    if (const auto* date = std::get_if<forms::Date>(&value)) return full_date(*date, ui);
    const auto* item = pack.item(key);
    if (item == nullptr) return {};
    const bool own_words = item->type == forms::ItemType::Name || item->type == forms::ItemType::Address ||
                           item->type == forms::ItemType::Text || item->type == forms::ItemType::Kana;
    if (own_words)
        if (const auto* text = std::get_if<std::string>(&value)) return as_is(*text);
    if (const auto* id = std::get_if<std::string>(&value))
        if (const auto* choice = item->choice(*id)) return said(choice->label, ui);
    return said(forms::value_words(*item, value), ui);
}

}  // namespace kiosk
