#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/pack/problem.hpp"
#include "forms/pack/reference.hpp"

namespace forms {

/// A pack as far as it could be read, and every problem met on the way. With an Error among them it must not
/// go live.
struct Loaded {
    Pack pack;
    std::vector<Problem> problems;
    std::vector<Reference> references;  // in the order of the files, for check

    [[nodiscard]] bool usable() const;
};

/// Reads every TOML file of a pack's folder and compiles its rules. Never throws, whatever the files hold.
[[nodiscard]] Loaded load_pack(const std::filesystem::path& folder);

/// One TOML file of a pack, in memory. A name under `sheets/` makes it a sheet.
struct PackFile {
    std::string name;
    std::string text;
};

/// The same for files in memory, in the order given; `folder` is where the blanks of its sheets are looked
/// for.
[[nodiscard]] Loaded load_files(const std::vector<PackFile>& files, const std::filesystem::path& folder = {});

}  // namespace forms
