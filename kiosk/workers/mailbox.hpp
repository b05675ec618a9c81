#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace kiosk {

/// The only thing two threads share. Messages move in, messages move out, in order.
template <class Message>
class Mailbox {
public:
    /// `wake` is called after each post, outside the lock: the UI thread's glfwPostEmptyEvent, or nothing.
    explicit Mailbox(std::function<void()> wake = {}) : wake_(std::move(wake)) {}

    void post(Message message) {
        {
            const std::scoped_lock lock(mutex_);
            messages_.push_back(std::move(message));
        }
        arrived_.notify_one();
        if (wake_) wake_();
    }

    /// For a worker: blocks until a message arrives; empty once `stop` is requested.
    [[nodiscard]] std::optional<Message> wait(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        if (!arrived_.wait(lock, stop, [this] { return !messages_.empty(); })) return std::nullopt;
        return pop();
    }

    /// For a worker with other work to come back to: empty after `at_most`, or once `stop` is requested.
    [[nodiscard]] std::optional<Message> wait_for(const std::stop_token& stop,
                                                  std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        if (!arrived_.wait_for(lock, stop, at_most, [this] { return !messages_.empty(); }))
            return std::nullopt;
        return pop();
    }

    /// For the UI thread: never blocks.
    [[nodiscard]] std::optional<Message> poll() {
        const std::scoped_lock lock(mutex_);
        if (messages_.empty()) return std::nullopt;
        return pop();
    }

private:
    std::optional<Message> pop() {
        std::optional<Message> first(std::move(messages_.front()));
        messages_.pop_front();
        return first;
    }

    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Message> messages_;
};

}  // namespace kiosk
