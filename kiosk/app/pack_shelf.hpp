#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "forms/pack/load.hpp"
#include "forms/pack/problem.hpp"

namespace kiosk {

/// The pack this kiosk works with. A pack with errors is refused with its findings; once its files have
/// changed it is read again, so that mending it is all that is needed to open the kiosk.
class PackShelf {
public:
    explicit PackShelf(std::filesystem::path folder);

    /// Reads the pack if it has not been read or its files changed since. True when it was read now.
    bool refresh();
    [[nodiscard]] bool usable() const;
    [[nodiscard]] const forms::Pack* pack() const { return &loaded_->pack; }
    [[nodiscard]] const std::vector<forms::Problem>& problems() const { return problems_; }

private:
    std::filesystem::path folder_;
    std::filesystem::file_time_type seen_{};
    std::unique_ptr<forms::Loaded> loaded_;
    std::vector<forms::Problem> problems_;
};

}  // namespace kiosk
