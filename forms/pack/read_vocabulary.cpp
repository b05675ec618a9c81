#include <fmt/core.h>

#include <algorithm>

#include "forms/facts/facts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/read_parts.hpp"

namespace forms {
namespace {

constexpr std::array<std::pair<std::string_view, ItemType>, 11> kTypes{{{"yes_no", ItemType::YesNo},
                                                                        {"choice", ItemType::Choice},
                                                                        {"number", ItemType::Number},
                                                                        {"date", ItemType::Day},
                                                                        {"text", ItemType::Text},
                                                                        {"name", ItemType::Name},
                                                                        {"kana", ItemType::Kana},
                                                                        {"address", ItemType::Address},
                                                                        {"phone", ItemType::Phone},
                                                                        {"postal", ItemType::Postal},
                                                                        {"digits", ItemType::Digits}}};

constexpr std::array<std::pair<std::string_view, Provenance>, 3> kSources{
    {{"card", Provenance::Card}, {"record", Provenance::Record}, {"qr", Provenance::Qr}}};

void read_choices(TableReader& table, Item& item) {
    for (auto& choice : table.tables("choices")) {
        Choice read{choice.required_text("id"), choice.required_words("label"), choice.words("note"),
                    choice.text("icon")};
        if (auto reading = choice.text("reading"); !reading.empty()) read.label.reading = std::move(reading);
        if (item.choice(read.id))
            choice.add(codes::kDuplicateId, choice.at("id"),
                       fmt::format("選択肢「{}」が2つあります", read.id),
                       fmt::format("there are two choices \"{}\"", read.id));
        choice.finish();
        item.choices.push_back(std::move(read));
    }
    if (item.type == ItemType::Choice && item.choices.empty())
        table.add(codes::kChoicesMissing, table.at(),
                  fmt::format("項目「{}」に選択肢 (choices) がありません", item.key),
                  fmt::format("item \"{}\" has no choices", item.key));
}

void read_sources(TableReader& table, Item& item) {
    std::vector<std::string> known;
    for (const auto& [name, source] : kSources) known.emplace_back(name);
    for (const auto& word : table.list("supplied_by")) {
        const auto found = std::ranges::find(kSources, word, &std::pair<std::string_view, Provenance>::first);
        if (found != kSources.end()) {
            item.supplied_by.push_back(found->second);
        } else {
            table.unknown_value("supplied_by", word, known);
        }
    }
}

bool key_is_good(std::string_view key) {
    const auto parts = split_key(key);
    if (!parts || parts->person != 0) return false;
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return std::ranges::all_of(key, good) && !(key.front() >= '0' && key.front() <= '9');
}

void read_item(const std::string& key, TableReader& table, Pack& pack) {
    Item item;
    item.key = key;
    item.at = table.at();
    if (!key_is_good(key))
        table.add(codes::kBadKey, table.at(),
                  fmt::format("項目の名前「{}」は「人.こと」の形 (英小文字・数字・_) で書きます", key),
                  fmt::format("item key \"{}\" must be written subject.name in a-z, 0-9 and _", key));
    if (!table.has("type")) table.missing("type");
    item.type = table.one_of("type", kTypes, ItemType::Text);
    item.label = table.required_words("label");
    if (auto reading = table.text("reading"); !reading.empty()) item.label.reading = std::move(reading);
    item.note = table.words("note");
    item.icon = table.text("icon");
    read_choices(table, item);
    read_sources(table, item);
    if (const auto longest = table.integer("max_length", 1, 10000, 0); longest > 0) item.max_length = longest;
    if (const auto shortest = table.integer("min_length", 1, 10000, 0); shortest > 0)
        item.min_length = shortest;
    item.min = table.integer("min");
    item.max = table.integer("max");
    item.computed = table.rule("computed");
    table.finish();
    pack.items.push_back(std::move(item));
}

void read_impossible(TableReader& file, Pack& pack) {
    for (auto& table : file.tables("impossible")) {
        Impossible each;
        each.at = table.at();
        each.id = table.required_text("id");
        if (!table.has("when")) table.missing("when");
        each.when = table.rule("when");
        each.same = table.list("same");
        table.refer("same", Reference::To::Item);
        if (!table.has("questions")) table.missing("questions");
        each.questions = table.list("questions");
        table.refer("questions", Reference::To::Question);
        each.text = table.required_words("text");
        if (auto reading = table.text("reading"); !reading.empty()) each.text.reading = std::move(reading);
        table.finish();
        pack.impossible.push_back(std::move(each));
    }
}

}  // namespace

void read_vocabulary(TableReader& file, Pack& pack) {
    auto items = file.named_tables("item");
    pack.items.reserve(pack.items.size() + items.size());
    for (auto& [key, table] : items) read_item(key, table, pack);
    const auto* conditions = file.table("condition");
    if (!conditions) return;
    auto reader = file.inner("condition");
    for (const auto& entry : conditions->entries)
        pack.conditions.push_back({entry.key, reader->rule(entry.key)});
}

void read_questions(TableReader& file, Pack& pack) {
    auto tables = file.tables("question");
    pack.questions.reserve(pack.questions.size() + tables.size());
    for (auto& table : tables) {
        Question question;
        question.at = table.at();
        question.id = table.required_text("id");
        question.events = table.list("event");
        question.section = table.text("section");
        question.asks = table.list("asks");
        if (question.asks.empty() && !table.has("asks")) table.missing("asks");
        table.refer("event", Reference::To::Event);
        table.refer("section", Reference::To::Section);
        table.refer("asks", Reference::To::Item);
        question.when = table.rule("when");
        question.always = table.flag("always", false);
        question.label = table.words("label");
        question.text = table.required_words("text");
        if (auto reading = table.text("reading"); !reading.empty())
            question.text.reading = std::move(reading);
        question.help = table.words("help");
        question.unknown = table.flag("unknown", true);
        question.unknown_note = table.words("unknown_note");
        table.finish();
        pack.questions.push_back(std::move(question));
    }
    read_impossible(file, pack);
}

}  // namespace forms
