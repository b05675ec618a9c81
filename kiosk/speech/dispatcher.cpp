#include <libspeechd.h>

#include <cstdlib>

#include "kiosk/speech/voice.hpp"

namespace kiosk::speech {

namespace {

struct CloseConnection {
    void operator()(SPDConnection* connection) const noexcept { spd_close(connection); }
};

/// What speech-dispatcher calls a language of the pack.
std::string spoken(const std::string& language) {
    if (language == "easy") return "ja";
    return language == "zh" ? "cmn" : language;
}

class Dispatcher final : public Voice {
public:
    explicit Dispatcher(SPDConnection* connection) : connection_(connection) {
        // What a resident's screen says must not stay in a history that the next one could ask for.
        char* answer = nullptr;
        if (spd_execute_command_with_reply(connection_.get(), const_cast<char*>("SET SELF HISTORY OFF"),
                                           &answer) == 0)
            std::free(answer);  // NOLINT(cppcoreguidelines-no-malloc): libspeechd hands it over so
    }

    bool say(const Sentence& sentence) override {
        if (spd_set_language(connection_.get(), spoken(sentence.language).c_str()) != 0) return false;
        // MESSAGE: waits for what is being said and is not thrown away by it.
        return spd_say(connection_.get(), SPD_MESSAGE, sentence.reading.c_str()) >= 0;
    }
    void stop() override { spd_cancel(connection_.get()); }

private:
    std::unique_ptr<SPDConnection, CloseConnection> connection_;
};

}  // namespace

std::unique_ptr<Voice> dispatcher() {
    char* why = nullptr;
    auto* connection = spd_open2("kakanai", "resident", nullptr, SPD_MODE_SINGLE, nullptr, 1, &why);
    std::free(why);  // NOLINT(cppcoreguidelines-no-malloc): libspeechd hands it over so
    return connection ? std::make_unique<Dispatcher>(connection) : nullptr;
}

}  // namespace kiosk::speech
