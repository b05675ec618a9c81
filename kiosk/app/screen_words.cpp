#include "kiosk/app/screen_words.hpp"

#include "kiosk/model/overloaded.hpp"

namespace kiosk {

namespace {

std::string question_word(const Question& question) {
    auto word = "question/" + question.question;
    if (question.person > 0) word += "/" + std::to_string(question.person);
    if (question.trouble) word += "!";
    return question.undoing.empty() ? word : word + "+undoing";
}

std::string word_of(const Screen& screen) {
    return std::visit(
        Overloaded{
            [](const Start&) { return std::string("start"); },
            [](const PlaceCard& place) { return std::string(place.trouble ? "place_card!" : "place_card"); },
            [](const EnterPin& pad) { return std::string(pad.trouble ? "enter_pin!" : "enter_pin"); },
            [](const EnterNumberB& pad) {
                return std::string(pad.trouble ? "enter_number_b!" : "enter_number_b");
            },
            [](const Reading&) { return std::string("reading"); },
            [](const ConfirmCard&) { return std::string("confirm_card"); },
            [](const Question& question) { return question_word(question); },
            [](const Results&) { return std::string("results"); },
            [](const Review&) { return std::string("review"); },
            [](const Submitting&) { return std::string("submitting"); },
            [](const Printing& printing) { return std::string(printing.trouble ? "printing!" : "printing"); },
            [](const Finish&) { return std::string("finish"); },
            [](const Trouble&) { return std::string("trouble!"); },
        },
        screen);
}

std::string word_of(const Overlay& overlay) {
    return std::visit(
        Overloaded{
            [](const std::monostate&) { return std::string(); },
            [](const LanguagePanel&) { return std::string("+language"); },
            [](const TextSizePanel&) { return std::string("+text_size"); },
            [](const StaffCalled&) { return std::string("+staff_called"); },
            [](const Resting& rest) { return std::string(rest.noted ? "+resting_hidden" : "+resting"); },
            [](const StopAsked&) { return std::string("+stop_asked"); },
            [](const TimeOut&) { return std::string("+time_out"); },
        },
        overlay);
}

}  // namespace

std::string screen_word(const Model& model) {
    return word_of(model.screen) + word_of(model.overlay);
}

}  // namespace kiosk
