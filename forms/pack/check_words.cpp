#include <fmt/core.h>

#include <algorithm>

#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"

namespace forms {
namespace {

/// Words that residents read must be there in every language of the pack, and headings and labels with their
/// reading.
class Words {
public:
    Words(const Pack& pack, std::vector<Problem>& problems) : pack_(pack), problems_(problems) {}

    void run() {
        for (const auto& each : pack_.events) all_languages(each.label, each.id, each.at);
        for (const auto& each : pack_.persons) all_languages(each.label, each.id, each.at);
        for (const auto& each : pack_.sections) all_languages(each.label, each.id, each.at);
        for (const auto& each : pack_.divisions) all_languages(each.name, each.id, each.at);
        for (const auto& each : pack_.items) look_at(each);
        for (const auto& each : pack_.questions) look_at(each);
        for (const auto& each : pack_.impossible) {
            all_languages(each.text, each.id, each.at);
            reading(each.text, each.id, each.at);
        }
        for (const auto& each : pack_.procedures) look_at(each);
    }

private:
    void look_at(const Item& item) {
        if (item.at.line == 0) return;  // the program's own
        all_languages(item.label, item.key, item.at);
        reading(item.label, item.key, item.at);
        if (!item.note.empty()) all_languages(item.note, item.key, item.at);
        for (const auto& choice : item.choices) {
            all_languages(choice.label, item.key + " " + choice.id, item.at);
            if (!choice.note.empty()) all_languages(choice.note, item.key + " " + choice.id, item.at);
        }
    }

    void look_at(const Question& question) {
        all_languages(question.text, question.id, question.at);
        reading(question.text, question.id, question.at);
        if (!question.label.empty()) all_languages(question.label, question.id, question.at);
        if (!question.help.empty()) all_languages(question.help, question.id, question.at);
        if (!question.unknown_note.empty()) all_languages(question.unknown_note, question.id, question.at);
    }

    void look_at(const Procedure& procedure) {
        for (const auto* text :
             {&procedure.name, &procedure.because, &procedure.ask_because, &procedure.place,
              &procedure.deadline_note, &procedure.who, &procedure.note, &procedure.amount_note})
            if (!text->empty()) all_languages(*text, procedure.id, procedure.at);
        for (const auto& text : procedure.bring) all_languages(text, procedure.id, procedure.at);
        if (procedure.source.empty())
            problems_.push_back(
                problem(codes::kMissingSource, procedure.at,
                        fmt::format("手続「{}」の出どころ (source) がありません", procedure.id),
                        fmt::format("procedure \"{}\" has no source", procedure.id)));
    }

    void all_languages(const Text& text, const std::string& name, const Position& at) {
        std::string missing;
        for (const auto& language : pack_.languages) {
            if (pack_.unreviewed_languages.contains(language)) continue;
            const auto* words = text.find(language);
            if (!words || words->empty()) missing += (missing.empty() ? "" : ", ") + language;
        }
        if (missing.empty()) return;
        problems_.push_back(problem(codes::kMissingWords, at,
                                    fmt::format("{}「{}」に {} の語がありません", name, text.ja, missing),
                                    fmt::format("{} \"{}\" has no words in {}", name, text.ja, missing)));
    }

    void reading(const Text& text, const std::string& name, const Position& at) {
        if (!text.reading.empty() || !has_kanji(text.ja)) return;
        problems_.push_back(problem(codes::kMissingReading, at,
                                    fmt::format("{}「{}」に読み (reading) がありません", name, text.ja),
                                    fmt::format("{} \"{}\" has no reading", name, text.ja)));
    }

    /// Three-byte sequences from E4 to E9 are the kanji of the basic plane; the rare ones outside need a
    /// reading as well.
    static bool has_kanji(std::string_view text) {
        return std::ranges::any_of(text, [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte >= 0xE4 && byte <= 0xE9) || byte == 0xF0;
        });
    }

    const Pack& pack_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_words(const Pack& pack, std::vector<Problem>& problems) {
    Words(pack, problems).run();
}

}  // namespace forms
