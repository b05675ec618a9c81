#include "forms/interview/answers.hpp"

#include <fmt/core.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "forms/facts/date.hpp"

namespace forms {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kLargestAnswers = 4U << 20U;
constexpr std::int64_t kLargestNumber = 1'000'000'000'000;

Result<Value> read_value(const Item& item, const std::string& key, const json& value) {
    switch (item.type) {
        case ItemType::YesNo:
            if (value.is_boolean()) return Value{value.get<bool>()};
            return fail(Errc::WrongType,
                        fmt::format("{}: true か false を書きます / must be true or false", key));
        case ItemType::Number:
            if (value.is_number_integer() && value.get<std::int64_t>() >= -kLargestNumber &&
                value.get<std::int64_t>() <= kLargestNumber)
                return Value{value.get<std::int64_t>()};
            return fail(Errc::WrongType, fmt::format("{}: 整数を書きます / must be an integer", key));
        case ItemType::Day:
            if (value.is_string())
                if (const auto date = date_from_iso(value.get_ref<const std::string&>())) return Value{*date};
            return fail(Errc::WrongType,
                        fmt::format("{}: 日付 (2026-11-22) を書きます / must be a date", key));
        case ItemType::Choice:
            if (value.is_string() && item.choice(value.get_ref<const std::string&>()))
                return Value{value.get<std::string>()};
            return fail(Errc::WrongType,
                        fmt::format("{}: 選択肢の id を書きます / must be the id of a choice", key));
        case ItemType::Text:
        case ItemType::Name:
        case ItemType::Kana:
        case ItemType::Address:
        case ItemType::Phone:
        case ItemType::Postal:
        case ItemType::Digits:
            if (value.is_string()) return Value{value.get<std::string>()};
            return fail(Errc::WrongType, fmt::format("{}: 文字列を書きます / must be a string", key));
    }
    return fail(Errc::WrongType, key);
}

Result<const Item*> item_for(const Pack& pack, const std::string& key) {
    const auto parts = split_key(key);
    const auto* item = parts ? pack.item(key) : nullptr;
    if (!item)
        return fail(Errc::UnknownName, fmt::format("{}: この項目はパックにありません / no such item", key));
    const auto* term = pack.rules.vocabulary.find(item->key);
    const bool repeated = term && term->role != kNoRole;
    if (repeated != (parts->person > 0))
        return fail(Errc::UnknownName,
                    fmt::format("{}: {} / {}", key,
                                repeated ? "何人目かを [1] のように書きます" : "この項目に [n] は付きません",
                                repeated ? "say which person, as in [1]" : "takes no [n]"));
    if (term && term->has_rule)
        return fail(Errc::UnknownName,
                    fmt::format("{}: 計算で決まる項目です / is computed and cannot be given", key));
    return item;
}

Result<Facts> read_facts(const Pack& pack, const json& root) {
    Facts facts;
    const auto values = root.find("facts");
    if (values != root.end() && !values->is_object())
        return fail(Errc::Malformed, "facts: {…} を書きます / must be an object");
    if (values != root.end())
        for (const auto& [key, value] : values->items()) {
            const auto item = item_for(pack, key);
            if (!item) return tl::make_unexpected(item.error());
            auto read = read_value(**item, key, value);
            if (!read) return tl::make_unexpected(read.error());
            facts.set(key, {std::move(*read), Provenance::Resident});
        }
    const auto unknown = root.find("unknown");
    if (unknown == root.end()) return facts;
    if (!unknown->is_array()) return fail(Errc::Malformed, "unknown: […] を書きます / must be an array");
    for (const auto& key : *unknown) {
        if (!key.is_string())
            return fail(Errc::Malformed, "unknown: 項目の名前を書きます / must hold item keys");
        const auto item = item_for(pack, key.get_ref<const std::string&>());
        if (!item) return tl::make_unexpected(item.error());
        facts.set(key.get<std::string>(), {std::nullopt, Provenance::Resident});
    }
    return facts;
}

Result<Context> read_context(const Pack& pack, const json& root, Date today) {
    Context context;
    context.today = today;
    const auto event = root.find("event");
    if (event == root.end() || !event->is_string() || !pack.event(event->get_ref<const std::string&>()))
        return fail(Errc::UnknownName,
                    "event: パックにあるライフイベントを書きます / must be a life event of the pack");
    context.event = event->get<std::string>();
    const auto as_of = root.find("as_of");
    if (as_of == root.end()) return context;
    const auto date = as_of->is_string() ? date_from_iso(as_of->get_ref<const std::string&>()) : std::nullopt;
    if (!date) return fail(Errc::WrongType, "as_of: 日付 (2026-11-22) を書きます / must be a date");
    context.today = *date;
    return context;
}

}  // namespace

Result<Answers> read_answers(const Pack& pack, std::string_view text, Date today) {
    // Nothing is thrown for malformed text when exceptions are turned off; a discarded value says so.
    const auto root = json::parse(text, nullptr, false);
    if (root.is_discarded() || !root.is_object())
        return fail(Errc::Malformed, "JSON として読めません / not a JSON object");
    auto context = read_context(pack, root, today);
    if (!context) return tl::make_unexpected(context.error());
    auto facts = read_facts(pack, root);
    if (!facts) return tl::make_unexpected(facts.error());
    return Answers{std::move(*context), std::move(*facts)};
}

Result<Answers> read_answers_file(const Pack& pack, const std::filesystem::path& file, Date today) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail(Errc::FileUnreadable, file.string());
    if (size > kLargestAnswers) return fail(Errc::TooLarge, file.string());
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream.good() && !stream.eof()) return fail(Errc::FileUnreadable, file.string());
    return read_answers(pack, text, today);
}

}  // namespace forms
