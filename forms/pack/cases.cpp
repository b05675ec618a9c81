#include "forms/pack/cases.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "forms/facts/date.hpp"
#include "forms/pack/codes.hpp"
#include "forms/pack/table_reader.hpp"
#include "forms/rules/nearest.hpp"

namespace forms {
namespace {

class CaseReader {
public:
    CaseReader(const Pack& pack, TableReader& table) : pack_(pack), table_(table) {}

    Case read() {
        Case read;
        read.at = table_.at();
        read.name = table_.required_text("name");
        read.law = table_.text("law");
        read.event = table_.required_text("event");
        if (!pack_.event(read.event))
            table_.add(codes::kUnknownEvent, table_.at("event"),
                       fmt::format("「{}」というライフイベントはありません", read.event),
                       fmt::format("there is no life event \"{}\"", read.event));
        if (const auto as_of = table_.date("as_of")) read.as_of = *as_of;
        if (!table_.has("as_of")) table_.missing("as_of");
        read_facts(read.facts);
        read_expectation(read);
        read_dates(read);
        read_reasons(read);
        table_.finish();
        return read;
    }

private:
    const Item* item(const std::string& key, const Position& at) {
        const auto* found = pack_.item(key);
        const auto* term = found ? pack_.rules.vocabulary.find(found->key) : nullptr;
        const auto parts = split_key(key);
        const bool person_fits = term && parts && (term->role != kNoRole) == (parts->person > 0);
        if (found && person_fits && !term->has_rule) return found;
        table_.add(codes::kUnknownItem, at, fmt::format("「{}」という、答えられる項目はありません", key),
                   fmt::format("there is no item \"{}\" that can be answered", key));
        return nullptr;
    }

    void read_facts(Facts& facts) {
        if (const auto* told = table_.table("facts"))
            for (const auto& entry : told->entries) read_fact(entry, facts);
        for (const auto& key : table_.list("unknown"))
            if (item(key, table_.at("unknown"))) facts.set(key, {std::nullopt, Provenance::Resident});
    }

    void read_fact(const TomlEntry& entry, Facts& facts) {
        const Position at{table_.at().file, entry.value.line, entry.value.column};
        const auto* known = item(entry.key, at);
        if (!known) return;
        if (auto value = value_for(*known, entry.value)) {
            facts.set(entry.key, {std::move(value), Provenance::Resident});
        } else {
            table_.add(codes::kWrongType, at, fmt::format("「{}」に入らない値です", entry.key),
                       fmt::format("\"{}\" cannot hold this value", entry.key));
        }
    }

    static std::optional<Value> value_for(const Item& item, const TomlValue& value) {
        const auto* text = std::get_if<std::string>(&value.data);
        switch (item.type) {
            case ItemType::YesNo:
                if (const auto* flag = std::get_if<bool>(&value.data)) return Value{*flag};
                return {};
            case ItemType::Number:
                if (const auto* number = std::get_if<std::int64_t>(&value.data)) return Value{*number};
                return {};
            case ItemType::Day:
                if (const auto* date = std::get_if<Date>(&value.data)) return Value{*date};
                return {};
            case ItemType::Choice:
                return text && item.choice(*text) ? std::optional<Value>(*text) : std::nullopt;
            default:
                return text ? std::optional<Value>(*text) : std::nullopt;
        }
    }

    bool known_procedure(const std::string& id, const Position& at) {
        if (pack_.procedure(id)) return true;
        std::vector<std::string> known;
        for (const auto& each : pack_.procedures) known.push_back(each.id);
        const auto near = nearest(id, known);
        table_.add(codes::kUnknownProcedure, at,
                   fmt::format("「{}」という手続はありません{}", id,
                               near.empty() ? "" : fmt::format("。「{}」ですか", near)),
                   fmt::format("there is no procedure \"{}\"{}", id,
                               near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near)));
        return false;
    }

    void read_expectation(Case& read) {
        auto expect = table_.inner("expect");
        if (!expect) {
            if (!table_.has("expect")) table_.missing("expect");
            return;
        }
        read.applies = expect->list("applies");
        read.ask = expect->list("ask");
        for (const auto& id : read.applies) static_cast<void>(known_procedure(id, expect->at("applies")));
        for (const auto& id : read.ask) static_cast<void>(known_procedure(id, expect->at("ask")));
        expect->finish();
    }

    void read_dates(Case& read) {
        auto inner = table_.inner("dates");
        if (!inner) return;
        for (const auto& entry : table_.table("dates")->entries)
            if (const auto date = inner->date(entry.key);
                date && known_procedure(entry.key, inner->at(entry.key)))
                read.dates.emplace(entry.key, *date);
    }

    void read_reasons(Case& read) {
        auto inner = table_.inner("reasons");
        if (!inner) return;
        for (const auto& entry : table_.table("reasons")->entries)
            if (known_procedure(entry.key, inner->at(entry.key)))
                read.reasons.emplace(entry.key, inner->text(entry.key));
    }

    const Pack& pack_;
    TableReader& table_;
};

void take(const Pack& pack, const TomlFile& file, Cases& cases) {
    cases.problems.insert(cases.problems.end(), file.problems.begin(), file.problems.end());
    if (!file.problems.empty()) return;
    TableReader reader(file.root, {file.name, 1, 1}, cases.problems);
    for (auto& table : reader.tables("case")) cases.cases.push_back(CaseReader(pack, table).read());
    reader.finish();
}

}  // namespace

Cases load_cases(const Pack& pack) {
    Cases cases;
    std::vector<std::string> names;
    std::error_code error;
    auto entry = std::filesystem::directory_iterator(pack.folder / "cases", error);
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error))
        if (entry->path().extension() == ".toml")
            names.push_back("cases/" + entry->path().filename().string());
    std::ranges::sort(names);
    for (const auto& name : names) take(pack, read_toml(pack.folder, name), cases);
    return cases;
}

Cases read_cases(const Pack& pack, std::string_view text, const std::string& name) {
    Cases cases;
    take(pack, parse_toml(text, name), cases);
    return cases;
}

}  // namespace forms
