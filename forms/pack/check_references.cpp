#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "forms/facts/facts.hpp"
#include "forms/pack/check_parts.hpp"
#include "forms/pack/codes.hpp"
#include "forms/rules/nearest.hpp"

namespace forms {
namespace {

class References {
public:
    References(const Loaded& loaded, std::vector<Problem>& problems)
        : pack_(loaded.pack), references_(loaded.references), problems_(problems) {}

    void run() {
        for (const auto& each : references_) look_at(each);
        for (const auto& question : pack_.questions) look_at(question);
        for (const auto& procedure : pack_.procedures)
            if (procedure.deadline) look_at(*procedure.deadline);
        for (const auto& sheet : pack_.sheets) look_at(sheet);
    }

private:
    template <class Things, class Projection>
    void expect(const Things& things, const Reference& reference, Projection by, std::string_view code,
                std::string_view what_ja, std::string_view what_en) {
        if (std::ranges::find(things, reference.name, by) != things.end()) return;
        std::vector<std::string> known;
        if (problems_.size() < kMostGuesses)
            for (const auto& each : things) known.push_back(std::invoke(by, each));
        const auto near = nearest(reference.name, known);
        add(code, reference.at,
            fmt::format("「{}」という{}はありません{}", reference.name, what_ja,
                        near.empty() ? "" : fmt::format("。「{}」ですか", near)),
            fmt::format("there is no {} \"{}\"{}", what_en, reference.name,
                        near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near)));
    }

    void look_at(const Reference& reference) {
        switch (reference.to) {
            case Reference::To::Item:
                if (!pack_.rules.vocabulary.term_by_key.contains(reference.name) &&
                    !pack_.item(reference.name))
                    expect(pack_.items, reference, &Item::key, codes::kUnknownItem, "項目", "item");
                return;
            case Reference::To::Event:
                return expect(pack_.events, reference, &LifeEvent::id, codes::kUnknownEvent, "ライフイベント",
                              "life event");
            case Reference::To::Section:
                return expect(pack_.sections, reference, &Section::id, codes::kUnknownSection, "区分",
                              "section");
            case Reference::To::Division:
                return expect(pack_.divisions, reference, &Division::id, codes::kUnknownDivision, "課",
                              "division");
            case Reference::To::Question:
                return expect(pack_.questions, reference, &Question::id, codes::kUnknownQuestion, "質問",
                              "question");
            case Reference::To::Sheet:
                return expect(pack_.sheets, reference, &SheetTemplate::id, codes::kUnknownSheet, "様式",
                              "sheet");
            case Reference::To::NumberSetting:
                return look_at_setting(reference);
        }
    }

    void look_at_setting(const Reference& reference) {
        const auto* setting = pack_.settings.find(reference.name);
        if (!setting)
            return expect(pack_.settings.all, reference, &Setting::id, codes::kUnknownSetting, "設定",
                          "setting");
        if (!std::holds_alternative<std::int64_t>(setting->value))
            add(codes::kUnknownSetting, reference.at,
                fmt::format("設定「{}」は整数ではありません", reference.name),
                fmt::format("setting \"{}\" is not an integer", reference.name));
    }

    void look_at(const Question& question) {
        const Term* first = nullptr;
        for (const auto& key : question.asks) {
            const auto* term = pack_.rules.vocabulary.find(key);
            if (!term) continue;
            if (term->has_rule)
                add(codes::kComputedAsked, question.at,
                    fmt::format("「{}」は計算で決まるので質問しません", key),
                    fmt::format("\"{}\" is computed and cannot be asked", key));
            if (first && first->role != term->role)
                add(codes::kMixedPersons, question.at,
                    fmt::format("「{}」と「{}」は別の当事者です", first->key, key),
                    fmt::format("\"{}\" and \"{}\" are of different persons", first->key, key));
            first = first ? first : term;
        }
    }

    void look_at(const DeadlineRule& deadline) {
        const auto* term = pack_.rules.vocabulary.find(deadline.from);
        if (term && (term->kind != Kind::Day || term->role != kNoRole))
            add(codes::kDeadlineStart, deadline.at,
                fmt::format("「{}」は期限の始まりになる日付ではありません", deadline.from),
                fmt::format("\"{}\" is not a date a deadline can start from", deadline.from));
    }

    void look_at(const SheetTemplate& sheet) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(pack_.blank_of(sheet), error))
            add(codes::kBlankMissing, sheet.position,
                fmt::format("様式の PDF「sheets/{}」がありません", sheet.blank),
                fmt::format("the blank \"sheets/{}\" is missing", sheet.blank));
    }

    void add(std::string_view code, const Position& at, std::string ja, std::string en) {
        problems_.push_back(problem(code, at, std::move(ja), std::move(en)));
    }

    const Pack& pack_;
    const std::vector<Reference>& references_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_references(const Loaded& loaded, std::vector<Problem>& problems) {
    References(loaded, problems).run();
}

}  // namespace forms
