#include "kiosk/workers/writing_worker.hpp"

#include <algorithm>
#include <utility>

namespace kiosk {

WritingWorker::WritingWorker(std::filesystem::path postal, Mailbox<Event>& to_ui)
    : postal_(std::move(postal)),
      to_ui_(to_ui),
      working_([this](const std::stop_token& stop) { run(stop); }) {}

void WritingWorker::run(const std::stop_token& stop) {
    while (auto request = requests_.wait(stop)) {
        // Whoever types fast is answered for the last key, not for each.
        while (std::holds_alternative<command::SuggestWriting>(*request)) {
            auto newer = requests_.poll();
            if (!newer) break;
            request = std::move(newer);
        }
        std::visit([this](const auto& wanted) { handle(wanted); }, *request);
    }
}

void WritingWorker::handle(const command::SuggestWriting& request) {
    const bool code = !request.from.empty() && request.from.front() >= '0' && request.from.front() <= '9';
    std::vector<std::string> instead;
    if (code) {
        auto digits = request.from;
        std::erase(digits, '-');
        // Read for each code: 120,000 places would lie in memory all day for the few who type one.
        instead = writing::PostalTable(postal_).places(digits);
    } else {
        instead = kana_kanji_.candidates(request.from);
    }
    to_ui_.post(event::WritingSuggested{request.visit, request.item, request.from, std::move(instead)});
}

void WritingWorker::handle(const command::Forget&) {
    kana_kanji_.forget();
}

}  // namespace kiosk
