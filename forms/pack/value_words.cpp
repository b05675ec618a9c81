#include "forms/pack/value_words.hpp"

#include "forms/facts/date.hpp"

namespace forms {
namespace {

Text words(std::string ja, std::string en) {
    Text text;
    text.ja = std::move(ja);
    text.put("en", std::move(en));
    return text;
}

Text same(std::string anywhere) {
    Text text;
    text.ja = std::move(anywhere);
    return text;
}

}  // namespace

Text value_words(const Item& item, const std::optional<Value>& value) {
    if (!value) return words("わからない", "not known");
    if (const auto* flag = std::get_if<bool>(&*value))
        return *flag ? words("はい", "yes") : words("いいえ", "no");
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return same(std::to_string(*number));
    if (const auto* date = std::get_if<Date>(&*value))
        return words(wareki_text(*date), english_date_text(*date));
    const auto& text = std::get<std::string>(*value);
    const auto* choice = item.type == ItemType::Choice ? item.choice(text) : nullptr;
    return choice ? choice->label : same(text);
}

}  // namespace forms
