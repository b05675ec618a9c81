#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <utility>

#include "forms/facts/date.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/load.hpp"

/// A pack from the text of one file; anything wrong with it fails the test.
inline forms::Pack pack_of(const std::string& toml) {
    auto loaded = forms::load_files({{"pack.toml", toml}});
    for (const auto& each : loaded.problems)
        FAIL(each.file << ':' << each.line << ':' << each.column << ' ' << each.message_en);
    return std::move(loaded.pack);
}

/// Facts a resident told, as `{key, value}`; `unknown` is the answer わからない.
struct Said {
    std::string key;
    std::optional<forms::Value> value;
    Said(std::string k, bool flag) : key(std::move(k)), value(flag) {}
    Said(std::string k, int number) : key(std::move(k)), value(std::int64_t{number}) {}
    Said(std::string k, forms::Date date) : key(std::move(k)), value(date) {}
    Said(std::string k, const char* text) : key(std::move(k)), value(std::string(text)) {}
    Said(std::string k, std::nullopt_t) : key(std::move(k)) {}
};

inline forms::Facts facts_of(std::initializer_list<Said> all,
                             forms::Provenance from = forms::Provenance::Resident) {
    forms::Facts facts;
    for (const auto& each : all) facts.set(each.key, {each.value, from});
    return facts;
}
