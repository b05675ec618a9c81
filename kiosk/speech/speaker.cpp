#include "kiosk/speech/speaker.hpp"

#include <utility>

namespace kiosk::speech {

Speaker::Speaker(Open open, std::function<void(bool)> found)
    : open_(std::move(open)),
      found_(std::move(found)),
      speaking_([this](const std::stop_token& stop) { run(stop); }) {}

void Speaker::run(const std::stop_token& stop) {
    const auto voice = open_();
    found_(voice != nullptr);
    while (const auto narration = requests_.wait(stop)) {
        if (!voice) continue;
        if (narration->interrupts) voice->stop();
        for (const auto& sentence : narration->sentences) (void)voice->say(sentence);
    }
    if (voice) voice->stop();
}

}  // namespace kiosk::speech
