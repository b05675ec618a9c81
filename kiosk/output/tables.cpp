#include "kiosk/output/tables.hpp"

#include <fmt/core.h>

#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "forms/facts/date.hpp"
#include "kiosk/reception/codec.hpp"
#include "kiosk/reception/sealer.hpp"

namespace kiosk::output {

namespace {

using Cells = std::map<std::string, reception::Field>;  // by what a column's `from` says

void put(Cells& cells, const std::string& name, std::string value) {
    cells[name] = {.value = std::move(value)};
}

std::string truth(bool value) {
    return value ? "true" : "false";
}

std::string day_text(const reception::NewReception& from) {
    return forms::iso_text(local_day(from.created_at));
}

std::string applicant_name(const reception::NewReception& from) {
    for (const auto& person : from.persons)
        if (person.id == "applicant")
            if (const auto name = person.fields.find("name"); name != person.fields.end())
                return name->second.value;
    return {};
}

std::vector<Cells> reception_rows(const TableSource& source) {
    const auto& from = source.reception;
    Cells row;
    put(row, "@number", source.number);
    put(row, "@municipality_code", from.municipality_code);
    put(row, "@counter", from.counter);
    put(row, "@event", from.event);
    put(row, "@event_name", from.event_name);
    put(row, "@date", day_text(from));
    put(row, "@created_at", reception::rfc3339(from.created_at));
    put(row, "@applicant_name", applicant_name(from));
    put(row, "@clerk", from.clerk);
    put(row, "@identity", std::string(reception::word(from.identity)));
    put(row, "@review_state", source.review.state);
    put(row, "@review_by", source.review.by);
    put(row, "@review_at", source.review.at);
    put(row, "@pack", from.pack_id + " " + from.pack_version);
    return {row};
}

std::vector<Cells> person_rows(const TableSource& source) {
    std::vector<Cells> rows;
    for (const auto& person : source.reception.persons) {
        Cells row = person.fields;
        put(row, "@id", person.id);
        put(row, "@role", person.role);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Cells> procedure_rows(const TableSource& source) {
    std::map<std::string, const reception::Document*> documents;
    for (const auto& document : source.reception.documents) documents[document.id] = &document;
    std::vector<Cells> rows;
    for (const auto& procedure : source.reception.procedures) {
        Cells row;
        put(row, "@id", procedure.id);
        put(row, "@name", procedure.name);
        put(row, "@division", procedure.division);
        put(row, "@outcome", procedure.outcome);
        put(row, "@deadline", procedure.deadline);
        const auto sheets = procedure.documents.empty() ? std::vector<std::string>{""} : procedure.documents;
        for (const auto& sheet : sheets) {  // one row for each sheet, so that each has its hash
            const auto found = documents.find(sheet);
            put(row, "@document", sheet);
            put(row, "@document_title", found == documents.end() ? "" : found->second->title);
            put(row, "@document_sha256",
                found == documents.end() ? "" : reception::sha256(found->second->pdf));
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<Cells> answer_rows(const TableSource& source) {
    std::vector<Cells> rows;
    for (const auto& answer : source.reception.answers) {
        Cells row;
        put(row, "@item", answer.item);
        put(row, "@label", answer.label);
        put(row, "@value", answer.value);
        put(row, "@text", answer.text);
        put(row, "@unknown", truth(answer.unknown));
        put(row, "@source", answer.source);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Cells> rows_of(const TableSource& source, Rows kind) {
    switch (kind) {
        case Rows::Reception:
            return reception_rows(source);
        case Rows::Person:
            return person_rows(source);
        case Rows::Procedure:
            return procedure_rows(source);
        case Rows::Answer:
            return answer_rows(source);
    }
    return {};
}

// "*" is what a table gives for every other word. Without it an unknown word stops the export: never a silent
// gap.
std::optional<std::string> coded(const std::string& value, const std::string& table, const Profile& profile) {
    if (table.empty() || value.empty()) return value;
    const auto& codes = profile.code_tables.at(table);
    auto code = codes.find(value);
    if (code == codes.end()) code = codes.find("*");
    if (code == codes.end()) return std::nullopt;
    return code->second;
}

std::optional<std::string> cell(const Cells& row, const Column& column, const Profile& profile) {
    const auto found = row.find(column.from);
    if (found == row.end()) return "";  // the person has no such fact: empty, which is not unknown
    const auto& field = found->second;
    switch (column.part) {
        case Part::Value:
            return field.unknown ? "" : coded(field.value, column.codes, profile);
        case Part::Wareki: {
            const auto date = forms::date_from_iso(field.value);
            return date ? forms::wareki_text(*date) : std::string();
        }
        case Part::Unknown:
            return truth(field.unknown);
        case Part::Source:
            return field.source;
    }
    return {};
}

std::vector<std::string> header_of(const FileLayout& layout) {
    std::vector<std::string> header;
    for (const auto& column : layout.columns) header.push_back(column.key);
    return header;
}

}  // namespace

Result<std::vector<Table>> make_tables(const TableSource& source, const Profile& profile) {
    std::vector<Table> tables;
    for (const auto& layout : profile.files) {
        Table table{.name = layout.name, .header = header_of(layout)};
        for (auto& row : rows_of(source, layout.rows)) {
            put(row, "@package_id", source.reception.package_id.text());
            auto& cells = table.rows.emplace_back();
            for (const auto& column : layout.columns) {
                if (column.from.starts_with('@') && !row.contains(column.from))
                    return fail(Errc::BadProfile, layout.name + ": no row has " + column.from);
                const auto value = cell(row, column, profile);
                if (!value)
                    return fail(Errc::BadProfile, layout.name + ": " + column.key + ": a value has no code");
                cells.push_back(*value);
            }
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

Table column_dictionary(const Profile& profile) {
    Table table{
        .name = "columns.csv",
        .header = {"file", "position", "key", "name_ja", "source", "spec", "type", "length", "codes"}};
    for (const auto& layout : profile.files) {
        int position = 0;
        for (const auto& column : layout.columns)
            table.rows.push_back({layout.name, std::to_string(++position), column.key, column.ja, column.from,
                                  column.spec, column.type,
                                  column.length == 0 ? "" : std::to_string(column.length), column.codes});
    }
    return table;
}

namespace {

std::string code_text(char32_t c) {
    return c == 0 ? "" : fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

/// A character with the selector behind it, as one thing that can be looked at.
struct Seen {
    CodePoint character;
    CodePoint selector{};
    int index = 0;
};

std::vector<Seen> characters_of(const std::string& text) {
    std::vector<Seen> seen;
    for (auto& point : code_points(text)) {
        if (is_variation_selector(point.value) && !seen.empty())
            seen.back().selector = std::move(point);
        else
            seen.push_back({.character = std::move(point), .index = static_cast<int>(seen.size()) + 1});
    }
    return seen;
}

}  // namespace

Table character_list(const std::vector<Table>& tables, const std::vector<Loss>& losses) {
    Table list{.name = "chars.csv",
               .header = {"file", "row", "column", "index", "codepoint", "ivs", "in_0208", "in_0212",
                          "in_0213", "written"}};
    std::set<std::tuple<std::string, int, std::string, int>> lost;
    for (const auto& loss : losses) lost.insert({loss.file, loss.row, loss.column, loss.index});
    JisLookup lookup;
    const auto add = [&](const Table& table, int row, const std::string& column, const Seen& seen) {
        const auto sets = lookup.sets(seen.character);
        const bool gone = lost.contains({table.name, row, column, seen.index});
        if (sets.x0208 && seen.selector.value == 0 && !gone) return;
        list.rows.push_back({table.name, std::to_string(row), column, std::to_string(seen.index),
                             code_text(seen.character.value), code_text(seen.selector.value),
                             truth(sets.x0208), truth(sets.x0212), truth(sets.x0213),
                             gone ? "〓" : seen.character.utf8 + seen.selector.utf8});
    };
    for (const auto& table : tables)
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            for (std::size_t column = 0; column < table.header.size(); ++column)
                for (const auto& seen : characters_of(table.rows[row][column]))
                    add(table, static_cast<int>(row) + 1, table.header[column], seen);
    return list;
}

}  // namespace kiosk::output
