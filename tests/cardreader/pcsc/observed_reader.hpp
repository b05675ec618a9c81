#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>

namespace cardreader {

/// A canary_reader that can be looked into. It finds every folder of the machine read-only, but for /run,
/// where its temporary files, home and trace are: what it leaves behind anywhere lies there.
class ObservedReader {
public:
    explicit ObservedReader(const std::filesystem::path& program);
    ~ObservedReader();
    ObservedReader(const ObservedReader&) = delete;
    ObservedReader& operator=(const ObservedReader&) = delete;

    void type(const std::string& line) const;
    /// How many readings were good so far; returns when all that was typed has been read.
    [[nodiscard]] int good_readings() const;
    /// What its memory holds, of all that can be written to.
    [[nodiscard]] std::string memory() const;

    static constexpr const char* kTrace = "/run/trace";

private:
    pid_t pid_ = 0;
    int to_ = -1;
    int from_ = -1;
};

/// Everything that lies in files in /run, one after the other.
[[nodiscard]] std::string all_files();

}  // namespace cardreader
