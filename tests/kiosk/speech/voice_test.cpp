#include "kiosk/speech/voice.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "kiosk/speech/speaker.hpp"

using namespace kiosk::speech;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A folder with clips and a player that notes what it is asked to play and takes its time.
struct Studio {
    Studio() {
        std::string name = (fs::temp_directory_path() / "kakanai-voice-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()));
        folder = name;
        fs::create_directories(folder / "ja");
        for (const auto* id : {"heading", "next"}) std::ofstream(folder / "ja" / (std::string(id) + ".wav"));
        std::ofstream(player()) << "#!/bin/sh\necho \"$1\" >>\"" << played().string()
                                << "\"\ncase \"$1\" in *heading*) exec sleep 30;; esac\n";
        fs::permissions(player(), fs::perms::owner_all);
    }
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;
    ~Studio() { fs::remove_all(folder); }
    [[nodiscard]] fs::path player() const { return folder / "player"; }
    [[nodiscard]] fs::path played() const { return folder / "played"; }
    /// Names of the clips played so far, once there are `count` of them.
    [[nodiscard]] std::vector<std::string> wait_for(std::size_t count) const {
        std::vector<std::string> names;
        for (int i = 0; i < 2'000 && names.size() < count; ++i) {
            std::this_thread::sleep_for(10ms);
            names.clear();
            std::ifstream in(played());
            for (std::string line; std::getline(in, line);) names.push_back(fs::path(line).stem().string());
        }
        return names;
    }
    fs::path folder;
};

using Names = std::vector<std::string>;

/// A voice that remembers.
class Memory final : public Voice {
public:
    explicit Memory(std::vector<std::string>& heard) : heard_(heard) {}
    bool say(const Sentence& sentence) override {
        heard_.push_back(sentence.reading);
        return true;
    }
    void stop() override { heard_.emplace_back("-"); }

private:
    std::vector<std::string>& heard_;
};

}  // namespace

TEST_CASE("what was recorded is played, what was not is left to another voice", "[kiosk][speech]") {
    const Studio studio;
    std::vector<std::string> heard;
    const auto voice = first_of(clips(studio.folder, studio.player()), std::make_unique<Memory>(heard));
    CHECK(voice->say({"next", "つぎへ", "ja"}));
    CHECK(voice->say({"other", "ほか", "ja"}));
    CHECK(voice->say({"next", "Next", "en"}));
    CHECK(studio.wait_for(1) == Names{"next"});
    CHECK(heard == Names{"ほか", "Next"});
    CHECK_FALSE(clips(studio.folder, studio.player())->say({"other", "ほか", "ja"}));
    CHECK_FALSE(first_of(nullptr, nullptr)->say({"next", "つぎへ", "ja"}));
}

TEST_CASE("silence ends the clip and drops those that wait", "[kiosk][speech]") {
    // As in the kiosk, where one thread waits for the signals that end it and all others block them.
    sigset_t ending, before;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, &before);
    const Studio studio;
    const auto voice = clips(studio.folder, studio.player());
    CHECK(voice->say({"heading", "", "ja"}));  // goes on for half a minute
    CHECK(studio.wait_for(1) == Names{"heading"});
    CHECK(voice->say({"heading", "", "ja"}));
    voice->stop();
    CHECK(voice->say({"next", "", "ja"}));
    CHECK(studio.wait_for(2) == Names{"heading", "next"});
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

TEST_CASE("a player that is not there is silence, not trouble", "[kiosk][speech]") {
    const Studio studio;
    const auto voice = clips(studio.folder, "/no/such/player");
    CHECK(voice->say({"next", "", "ja"}));
    voice->stop();
}

TEST_CASE("the speaker tells whether it has a voice, and cuts short what is out of date", "[kiosk][speech]") {
    std::vector<std::string> heard;
    {
        std::promise<bool> found;
        Speaker speaker([&] { return std::make_unique<Memory>(heard); },
                        [&](bool voice) { found.set_value(voice); });
        CHECK(found.get_future().get());
        speaker.say({.interrupts = true, .sentences = {{"a", "あ", "ja"}, {"b", "い", "ja"}}});
        speaker.say({.interrupts = false, .sentences = {{"c", "う", "ja"}}});
        speaker.stop();
    }
    CHECK(heard == Names{"-", "あ", "い", "う", "-", "-"});

    std::promise<bool> none;
    Speaker silent([] { return nullptr; }, [&](bool voice) { none.set_value(voice); });
    CHECK_FALSE(none.get_future().get());
    silent.say({.interrupts = true, .sentences = {{"a", "あ", "ja"}}});
}
