#include "kiosk/workers/card_worker.hpp"

#include <utility>

namespace kiosk {

CardWorker::CardWorker(CardDesk desk, Mailbox<Event>& to_ui)
    : desk_(std::move(desk)), to_ui_(to_ui), talking_([this](const std::stop_token& stop) { run(stop); }) {}

void CardWorker::run(const std::stop_token& stop) {
    while (auto request = requests_.wait(stop)) {
        std::visit([this](const auto& wanted) { handle(wanted); }, *request);
    }
    watching_ = {};
}

void CardWorker::handle(const command::WatchCard& request) {
    watching_ = {};  // stops and joins the watch of the visit before
    watching_ = std::jthread([this, visit = request.visit](const std::stop_token& stop) {
        desk_.watch(stop, [&](const auto& presence) { to_ui_.post(event::CardSeen{visit, presence}); });
    });
}

void CardWorker::handle(const command::UnwatchCard&) {
    watching_ = {};
}

void CardWorker::handle(const command::ReadTries& request) {
    to_ui_.post(event::TriesAnswered{request.visit, request.entry, desk_.tries_left(request.entry)});
}

void CardWorker::handle(const command::ReadCard& request) {
    to_ui_.post(event::CardRead{request.visit, desk_.read(request.secret)});
}

}  // namespace kiosk
