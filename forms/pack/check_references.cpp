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
    References(const Pack& pack, std::vector<Problem>& problems) : pack_(pack), problems_(problems) {}

    void run() {
        for (const auto& question : pack_.questions) look_at(question);
        for (const auto& procedure : pack_.procedures) look_at(procedure);
        for (const auto& sheet : pack_.sheets) look_at(sheet);
    }

private:
    template <class Things, class Projection>
    void expect(const Things& things, std::string_view name, Projection by, std::string_view code,
                const Position& at, std::string_view what_ja, std::string_view what_en) {
        if (std::ranges::find(things, name, by) != things.end()) return;
        std::vector<std::string> known;
        for (const auto& each : things) known.push_back(std::invoke(by, each));
        const auto near = nearest(name, known);
        problems_.push_back(
            problem(code, at,
                    fmt::format("「{}」という{}はありません{}", name, what_ja,
                                near.empty() ? "" : fmt::format("。「{}」ですか", near)),
                    fmt::format("there is no {} \"{}\"{}", what_en, name,
                                near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near))));
    }

    void expect_item(std::string_view key, const Position& at) {
        if (pack_.item(key)) return;
        expect(pack_.items, key, &Item::key, codes::kUnknownItem, at, "項目", "item");
    }

    void expect_events(const std::vector<std::string>& events, const Position& at) {
        for (const auto& each : events)
            expect(pack_.events, each, &LifeEvent::id, codes::kUnknownEvent, at, "ライフイベント",
                   "life event");
    }

    void look_at(const Question& question) {
        expect_events(question.events, question.at);
        if (!question.section.empty())
            expect(pack_.sections, question.section, &Section::id, codes::kUnknownSection, question.at,
                   "区分", "section");
        const Term* first = nullptr;
        for (const auto& key : question.asks) {
            expect_item(key, question.at);
            const auto* term = pack_.rules.vocabulary.find(key);
            if (!term) continue;
            if (term->has_rule)
                problems_.push_back(problem(codes::kComputedAsked, question.at,
                                            fmt::format("「{}」は計算で決まるので質問しません", key),
                                            fmt::format("\"{}\" is computed and cannot be asked", key)));
            if (first && first->role != term->role)
                problems_.push_back(
                    problem(codes::kMixedPersons, question.at,
                            fmt::format("「{}」と「{}」は別の当事者です", first->key, key),
                            fmt::format("\"{}\" and \"{}\" are of different persons", first->key, key)));
            first = first ? first : term;
        }
    }

    void look_at(const Procedure& procedure) {
        expect_events(procedure.events, procedure.at);
        if (!procedure.division.empty())
            expect(pack_.divisions, procedure.division, &Division::id, codes::kUnknownDivision, procedure.at,
                   "課", "division");
        for (const auto& each : procedure.sheets)
            expect(pack_.sheets, each, &SheetTemplate::id, codes::kUnknownSheet, procedure.at, "様式",
                   "sheet");
        if (!procedure.amount_setting.empty()) expect_number(procedure.amount_setting, procedure.at);
        if (procedure.deadline) look_at(*procedure.deadline);
    }

    void expect_number(const std::string& id, const Position& at) {
        const auto* setting = pack_.settings.find(id);
        if (!setting) {
            expect(pack_.settings.all, id, &Setting::id, codes::kUnknownSetting, at, "設定", "setting");
        } else if (!std::holds_alternative<std::int64_t>(setting->value)) {
            problems_.push_back(problem(codes::kUnknownSetting, at,
                                        fmt::format("設定「{}」は整数ではありません", id),
                                        fmt::format("setting \"{}\" is not an integer", id)));
        }
    }

    void look_at(const DeadlineRule& deadline) {
        if (!deadline.setting.empty()) expect_number(deadline.setting, deadline.at);
        expect_item(deadline.from, deadline.at);
        const auto* term = pack_.rules.vocabulary.find(deadline.from);
        if (term && (term->kind != Kind::Day || term->role != kNoRole))
            problems_.push_back(
                problem(codes::kDeadlineStart, deadline.at,
                        fmt::format("「{}」は期限の始まりになる日付ではありません", deadline.from),
                        fmt::format("\"{}\" is not a date a deadline can start from", deadline.from)));
    }

    void look_at(const SheetTemplate& sheet) {
        if (!sheet.division.empty())
            expect(pack_.divisions, sheet.division, &Division::id, codes::kUnknownDivision, sheet.position,
                   "課", "division");
        std::error_code error;
        if (!std::filesystem::is_regular_file(pack_.blank_of(sheet), error))
            problems_.push_back(problem(codes::kBlankMissing, sheet.position,
                                        fmt::format("様式の PDF「sheets/{}」がありません", sheet.blank),
                                        fmt::format("the blank \"sheets/{}\" is missing", sheet.blank)));
        for (const auto& field : sheet.fields)
            if (!field.item.empty()) expect_item(field.item, field.position);
    }

    const Pack& pack_;
    std::vector<Problem>& problems_;
};

}  // namespace

void check_references(const Pack& pack, std::vector<Problem>& problems) {
    References(pack, problems).run();
}

}  // namespace forms
