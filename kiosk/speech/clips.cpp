#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "kiosk/speech/voice.hpp"

extern char** environ;

namespace kiosk::speech {

namespace {

/// Plays files one after another in a thread of its own, each in a child process, so that silence is one
/// signal away whatever a sound card does.
class Player {
public:
    explicit Player(std::string program)
        : program_(std::move(program)), playing_([this](const std::stop_token& stop) { run(stop); }) {}
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    ~Player() {
        playing_.request_stop();
        stop();
    }

    void play(std::filesystem::path file) {
        {
            const std::scoped_lock lock(mutex_);
            waiting_.push_back(std::move(file));
        }
        changed_.notify_one();
    }
    void stop() {
        const std::scoped_lock lock(mutex_);
        waiting_.clear();
        if (child_ > 0) ::kill(child_, SIGTERM);
    }

private:
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !waiting_.empty(); })) return;
            const auto file = std::move(waiting_.front());
            waiting_.pop_front();
            child_ = start(file);
            const auto child = child_;
            lock.unlock();
            if (child <= 0) continue;
            siginfo_t ended{};
            ::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT);
            lock.lock();
            child_ = 0;  // nobody may signal the number once it can belong to another process
            ::waitpid(child, nullptr, 0);
        }
    }
    [[nodiscard]] pid_t start(const std::filesystem::path& file) const {
        auto program = program_, path = file.string();
        const std::array<char*, 3> arguments{program.data(), path.data(), nullptr};
        posix_spawn_file_actions_t quiet{};
        posix_spawn_file_actions_init(&quiet);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&quiet, output, "/dev/null", O_WRONLY, 0);
        // This program blocks the signals that end it, for a thread that waits for them; the player must not.
        posix_spawnattr_t unblocked{};
        posix_spawnattr_init(&unblocked);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&unblocked, &none);
        posix_spawnattr_setflags(&unblocked, POSIX_SPAWN_SETSIGMASK);
        pid_t child = 0;
        const int failed =
            ::posix_spawnp(&child, program.c_str(), &quiet, &unblocked, arguments.data(), environ);
        posix_spawnattr_destroy(&unblocked);
        posix_spawn_file_actions_destroy(&quiet);
        return failed == 0 ? child : 0;
    }

    std::string program_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::filesystem::path> waiting_;
    pid_t child_ = 0;
    std::jthread playing_;  // last member: joins before anything it uses is destroyed
};

class Clips final : public Voice {
public:
    Clips(std::filesystem::path folder, std::string player)
        : folder_(std::move(folder)), player_(std::move(player)) {}

    bool say(const Sentence& sentence) override {
        auto file = folder_ / sentence.language / (sentence.id + ".wav");
        std::error_code none;
        if (!std::filesystem::is_regular_file(file, none)) return false;
        player_.play(std::move(file));
        return true;
    }
    void stop() override { player_.stop(); }

private:
    std::filesystem::path folder_;
    Player player_;
};

class FirstOf final : public Voice {
public:
    FirstOf(std::unique_ptr<Voice> first, std::unique_ptr<Voice> second)
        : first_(std::move(first)), second_(std::move(second)) {}

    bool say(const Sentence& sentence) override {
        return (first_ && first_->say(sentence)) || (second_ && second_->say(sentence));
    }
    void stop() override {
        if (first_) first_->stop();
        if (second_) second_->stop();
    }

private:
    std::unique_ptr<Voice> first_, second_;
};

}  // namespace

std::unique_ptr<Voice> clips(std::filesystem::path folder, std::string player) {
    return std::make_unique<Clips>(std::move(folder), std::move(player));
}

std::unique_ptr<Voice> first_of(std::unique_ptr<Voice> first, std::unique_ptr<Voice> second) {
    return std::make_unique<FirstOf>(std::move(first), std::move(second));
}

}  // namespace kiosk::speech
