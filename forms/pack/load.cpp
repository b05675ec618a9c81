#include "forms/pack/load.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "forms/pack/codes.hpp"
#include "forms/pack/compile.hpp"
#include "forms/pack/make_plan.hpp"
#include "forms/pack/read_parts.hpp"
#include "forms/pack/toml_file.hpp"

namespace forms {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 2000;

std::vector<std::string> toml_files(const fs::path& folder, const std::string& inside) {
    std::vector<std::string> names;
    std::error_code error;
    auto entry = fs::directory_iterator(folder / inside, error);
    for (; !error && entry != fs::directory_iterator{} && names.size() < kMostFiles; entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() != ".toml" || !entry->is_regular_file(ignored)) continue;
        names.push_back(inside.empty() ? entry->path().filename().string()
                                       : inside + "/" + entry->path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

/// pack.toml first, then the files beside it, then those of the folders; within a folder by name.
std::vector<std::string> parts_of(const fs::path& folder) {
    std::vector<std::string> names{"pack.toml"};
    for (const auto* inside : {"", "items", "questions", "procedures", "words"})
        for (auto& name : toml_files(folder, inside))
            if (name != "pack.toml") names.push_back(std::move(name));
    return names;
}

void take(const TomlFile& file, Loaded& loaded) {
    loaded.problems.insert(loaded.problems.end(), file.problems.begin(), file.problems.end());
    if (!file.problems.empty()) return;
    TableReader reader(file.root, {file.name, 1, 1}, loaded.problems, &loaded.references);
    if (file.name.starts_with("sheets/")) {
        read_sheet(reader, loaded.pack);
    } else if (file.name.starts_with("words/")) {
        read_words(reader, loaded.pack);
    } else {
        read_city(reader, loaded.pack);
        read_settings(reader, loaded.pack);
        read_vocabulary(reader, loaded.pack);
        read_questions(reader, loaded.pack);
        read_procedures(reader, loaded.pack);
    }
    reader.finish();
}

/// Several yes-or-no on one screen are one list to choose from.
void mark_lists(Pack& pack) {
    for (auto& question : pack.questions)
        question.several =
            question.asks.size() > 1 && std::ranges::all_of(question.asks, [&](const auto& key) {
                const auto* item = pack.item(key);
                return item && item->type == ItemType::YesNo;
            });
}

void finish(Loaded& loaded) {
    mark_lists(loaded.pack);
    compile(loaded.pack, loaded.problems);
    make_plan(loaded.pack, loaded.problems);
}

}  // namespace

bool Loaded::usable() const {
    return std::ranges::none_of(problems,
                                [](const Problem& each) { return each.severity == Severity::Error; });
}

Loaded load_pack(const fs::path& folder) {
    Loaded loaded;
    loaded.pack.folder = folder;
    std::error_code error;
    if (!fs::is_regular_file(folder / "pack.toml", error)) {
        loaded.problems.push_back(problem(codes::kNotAPack, {"pack.toml", 0, 0},
                                          fmt::format("「{}」に pack.toml がありません", folder.string()),
                                          fmt::format("there is no pack.toml in \"{}\"", folder.string())));
        return loaded;
    }
    for (const auto& name : parts_of(folder)) take(read_toml(folder, name), loaded);
    for (const auto& name : toml_files(folder, "sheets")) take(read_toml(folder, name), loaded);
    finish(loaded);
    return loaded;
}

Loaded load_files(const std::vector<PackFile>& files, const fs::path& folder) {
    Loaded loaded;
    loaded.pack.folder = folder;
    for (const auto& each : files) take(parse_toml(each.text, each.name), loaded);
    finish(loaded);
    return loaded;
}

}  // namespace forms
