#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "forms/facts/date.hpp"
#include "forms/interview/answers.hpp"
#include "forms/interview/interview.hpp"
#include "forms/pack/load.hpp"

inline const std::filesystem::path kCity = std::filesystem::path(KAKANAI_SOURCE_DIR) / "forms/model-city";

/// The pack as it ships.
inline const forms::Pack& model_city() {
    static const auto loaded = forms::load_pack(kCity);
    return loaded.pack;
}

inline std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The pack with one value of settings.toml changed, as a city would change it.
inline forms::Loaded with_setting(const std::string& id, const std::string& value) {
    std::vector<forms::PackFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kCity)) {
        const auto name = std::filesystem::relative(entry.path(), kCity).string();
        if (entry.path().extension() != ".toml" || name.starts_with("cases/")) continue;
        auto text = contents(entry.path());
        if (name == "settings.toml") {
            const auto section = text.find("[setting." + id + "]");
            REQUIRE(section != std::string::npos);
            const auto begin = text.find("value = ", section) + 8;
            text.replace(begin, text.find('\n', begin) - begin, value);
        }
        files.push_back({name, std::move(text)});
    }
    std::ranges::sort(files, {}, &forms::PackFile::name);
    return forms::load_files(files, kCity);
}

/// The answers of the mock-ups' family.
inline forms::Answers yoshibe(const forms::Pack& pack) {
    auto answers = forms::read_answers_file(pack, kCity / "examples/yoshibe.json", forms::Date{});
    REQUIRE(answers);
    return *answers;
}

inline const forms::Decision& decision_of(const std::vector<forms::Decision>& all, const std::string& id) {
    const auto found = std::ranges::find(all, id, &forms::Decision::procedure);
    REQUIRE(found != all.end());
    return *found;
}
