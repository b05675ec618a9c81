#include "tests/forms/model_city/city.hpp"

using namespace forms;

namespace {

/// Every word a family reads on screen: questions, answers, labels. Titles of papers are the law's own and
/// stay verbatim.
std::vector<std::string> read_by_families() {
    std::vector<std::string> words;
    for (const auto& question : model_city().questions)
        for (const auto* text : {&question.text, &question.help, &question.unknown_note})
            words.push_back(text->ja);
    for (const auto& item : model_city().items) {
        words.push_back(item.label.ja);
        for (const auto& choice : item.choices) words.insert(words.end(), {choice.label.ja, choice.note.ja});
    }
    for (const auto& procedure : model_city().procedures)
        words.insert(words.end(), {procedure.because.ja, procedure.ask_because.ja});
    return words;
}

}  // namespace

TEST_CASE("a family reads no word of mourning etiquette's forbidden ones", "[model-city]") {
    for (const auto& words : read_by_families())
        for (const auto* never : {"死亡者", "死者", "被相続人", "ご冥福", "成仏", "急死", "重ね重ね",
                                  "たびたび", "追って", "！", "登録済", "無効", "不正"}) {
            INFO(words);
            CHECK(words.find(never) == std::string::npos);
        }
}

TEST_CASE("no question is longer than fifty characters in Japanese", "[model-city]") {
    for (const auto& question : model_city().questions) {
        const auto letters =
            std::ranges::count_if(question.text.ja, [](char byte) { return (byte & 0xC0) != 0x80; });
        INFO(question.text.ja);
        CHECK(letters <= 50);
    }
}

TEST_CASE("every question that decides can be answered with わからない, but the ones everybody knows",
          "[model-city]") {
    for (const auto& question : model_city().questions) {
        if (question.unknown || question.always) continue;
        FAIL_CHECK(question.id);
    }
}
