#include <fmt/format.h>

#include <cstdio>
#include <system_error>

#include "cardreader/pcsc/chosen.hpp"
#include "cardreader/program/commands.hpp"

namespace cardreader::program {

namespace {

int not_written(const std::filesystem::path& file, const Voice& voice) {
    fmt::print(stderr, "{}: {}\n", file.string(),
               Words{"書けません", "cannot be written"}.in(voice.language));
    return 1;
}

int forget(const std::filesystem::path& file, const Voice& voice) {
    std::error_code problem;
    std::filesystem::remove(file, problem);
    return problem ? not_written(file, voice) : 0;
}

}  // namespace

int choose(const std::string& reader, const std::filesystem::path& file, const Voice& voice) {
    if (reader.empty()) return forget(file, voice);
    const auto readers = list_readers();
    if (!readers) return report(readers.error(), voice);
    if (chosen_among(*readers, reader).empty()) return report({.code = Errc::NoReader}, voice);
    return remember_reader(file, reader) ? 0 : not_written(file, voice);
}

}  // namespace cardreader::program
