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

TEST_CASE(
    "what a family sees has words in every language of the pack, also in those no native speaker has "
    "reviewed",
    "[model-city]") {
    std::vector<std::string> unreviewed;
    for (const auto& [language, notice] : model_city().unreviewed_languages) {
        unreviewed.push_back(language);
        CHECK(notice.find("要確認") != std::string::npos);  // said in the language, marked for the clerk
    }
    CHECK(unreviewed == std::vector<std::string>{"ko", "pt", "vi", "zh"});
    std::vector<const Text*> texts;
    const auto add = [&](std::initializer_list<const Text*> some) {
        for (const auto* text : some)
            if (!text->empty()) texts.push_back(text);
    };
    for (const auto& each : model_city().events) add({&each.label, &each.note, &each.condolence});
    for (const auto& each : model_city().sections) add({&each.label});
    for (const auto& each : model_city().divisions) add({&each.name});
    for (const auto& each : model_city().questions)
        add({&each.text, &each.label, &each.help, &each.unknown_note});
    for (const auto& each : model_city().impossible) add({&each.text});
    for (const auto& each : model_city().items) {
        if (each.at.line == 0 || each.computed.given()) continue;
        add({&each.label, &each.note});
        for (const auto& choice : each.choices) add({&choice.label, &choice.note});
    }
    for (const auto& each : model_city().procedures) {
        add({&each.name, &each.because, &each.ask_because, &each.place, &each.deadline_note, &each.who,
             &each.note, &each.amount_note});
        for (const auto& text : each.bring) add({&text});
    }
    for (const auto* text : texts)
        for (const auto& language : unreviewed) {
            INFO(text->ja << " in " << language);
            CHECK(text->find(language) != nullptr);
        }
}
