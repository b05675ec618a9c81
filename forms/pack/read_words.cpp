#include <map>

#include "forms/pack/read_parts.hpp"

namespace forms {
namespace {

/// Gives every text of a pack the words of one language that are known for its Japanese.
class Translator {
public:
    Translator(const TomlTable& words, std::string language) : language_(std::move(language)) {
        for (const auto& entry : words.entries)
            if (const auto* text = std::get_if<std::string>(&entry.value.data))
                by_japanese_.emplace(entry.key, *text);
    }

    void translate(Pack& pack) const {
        for (auto& each : pack.events) all({&each.label, &each.note, &each.condolence});
        for (auto& each : pack.persons) all({&each.label});
        for (auto& each : pack.sections) all({&each.label});
        for (auto& each : pack.divisions) all({&each.name});
        for (auto& each : pack.items) {
            all({&each.label, &each.note});
            for (auto& choice : each.choices) all({&choice.label, &choice.note});
        }
        for (auto& each : pack.questions) all({&each.text, &each.label, &each.help, &each.unknown_note});
        for (auto& each : pack.procedures) {
            all({&each.name, &each.because, &each.ask_because, &each.place, &each.deadline_note, &each.who,
                 &each.note, &each.amount_note});
            for (auto& text : each.bring) all({&text});
        }
        for (auto& each : pack.impossible) all({&each.text});
    }

private:
    void all(std::initializer_list<Text*> texts) const {
        for (auto* text : texts) {
            const auto found = by_japanese_.find(text->ja);
            if (found != by_japanese_.end() && !text->find(language_)) text->put(language_, found->second);
        }
    }

    std::string language_;
    std::map<std::string, std::string> by_japanese_;
};

}  // namespace

void read_words(TableReader& file, Pack& pack) {
    const auto language = file.required_text("language");
    if (auto notice = file.text("unreviewed"); !notice.empty())
        pack.unreviewed_languages.emplace(language, std::move(notice));
    if (const auto* words = file.table("words")) Translator(*words, language).translate(pack);
}

}  // namespace forms
