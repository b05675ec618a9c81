#include "kiosk/app/pack_shelf.hpp"

#include <algorithm>

#include "forms/pack/check.hpp"

namespace kiosk {

namespace {

std::filesystem::file_time_type newest_in(const std::filesystem::path& folder) {
    auto newest = std::filesystem::file_time_type::min();
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code unreadable;
        newest = std::max(newest, entry->last_write_time(unreadable));
    }
    return newest;
}

}  // namespace

PackShelf::PackShelf(std::filesystem::path folder) : folder_(std::move(folder)) {
    refresh();
}

bool PackShelf::refresh() {
    const auto newest = newest_in(folder_);
    if (loaded_ && newest == seen_) return false;
    seen_ = newest;
    loaded_ = std::make_unique<forms::Loaded>(forms::load_pack(folder_));
    problems_ = forms::check(*loaded_);
    return true;
}

bool PackShelf::usable() const {
    return loaded_->usable() && std::ranges::none_of(problems_, [](const forms::Problem& problem) {
               return problem.severity == forms::Severity::Error;
           });
}

}  // namespace kiosk
