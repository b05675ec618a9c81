#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>

#include "forms/commands.hpp"

namespace {

using namespace forms;

Date local_today() {
    // Debian 12's compiler has no time zones in <chrono>; the C library knows the machine's.
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    localtime_r(&now, &parts);
    return Date{std::chrono::year{parts.tm_year + 1900},
                std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
                std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

/// Options that every command has.
struct Options {
    Speech speech;
    std::string language = "ja";
    std::filesystem::path pack;
    VisitOptions visit;
    ProveOptions prove;
    FamiliesCommand families;
    FillCommand fill;
    PreviewCommand preview;
    std::filesystem::path blank;
    std::filesystem::path toml;
    bool codes = false;
};

void add_speech(CLI::App& command, Options& options) {
    command.add_flag("--json", options.speech.json, "機械で読む形 (JSON) で出す / print JSON");
    command.add_option("--lang", options.language, "メッセージの言語 / language of messages")
        ->check(CLI::IsMember({"ja", "en"}));
}

void add_visit(CLI::App& command, Options& options) {
    command.add_option("pack", options.visit.pack, "手続パックのフォルダー / the pack's folder")->required();
    command.add_option("--answers", options.visit.answers, "答えのファイル (JSON) / the answers file")
        ->required();
    command.add_option("--as-of", options.visit.as_of,
                       "この日 (2026-11-22) として判定する / decide as of this day");
    add_speech(command, options);
}

void add_fill(CLI::App& command, Options& options) {
    add_visit(command, options);
    command.add_option("--out", options.fill.out, "PDF を置くフォルダー / the folder for the PDFs")
        ->required();
    command.add_option("--number", options.fill.number, "受付番号 / the reception number");
    command.add_option("--reader", options.fill.reader,
                       "案内書を読む方の言語 (easy, en …) / the language of who reads the slip");
    command.add_flag("--large", options.fill.large, "大きな文字の案内書 / the slip in larger letters");
}

void add_preview(CLI::App& command, Options& options) {
    add_visit(command, options);
    command.add_option("sheet", options.preview.sheet, "様式の id / the sheet's id")->required();
    command.add_option("--png", options.preview.png, "画像のファイル / the picture's file")->required();
    command.add_option("--page", options.preview.page, "ページ / page")->check(CLI::Range(1, 1000));
    command.add_option("--dpi", options.preview.dpi, "細かさ / dots per inch")
        ->check(CLI::Range(10.0, 1200.0));
    command.add_flag("--boxes", options.preview.boxes, "記入欄の枠と id も / with the fields' boxes and ids");
}

void add_import(CLI::App& command, Options& options) {
    command.add_option("blank", options.blank, "入力欄のある PDF / a PDF with form fields")->required();
    command.add_option("--out", options.toml, "TOML のファイル / the TOML file");
    add_speech(command, options);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("手続パックを調べ、判定し、様式に記入する / checks packs, decides procedures, fills sheets",
                 "kakanai-forms");
    app.set_version_flag("--version", std::string(KAKANAI_VERSION));
    app.footer("終了コード / exit codes: 0 ok, 1 問題あり found problems, 2 使い方の誤り wrong usage");
    app.require_subcommand(1);

    Options options;
    options.visit.today = local_today();
    auto* check = app.add_subcommand("check", "パックの誤りを file:line:column で示す / lint a pack");
    auto* folder = check->add_option("pack", options.pack, "手続パックのフォルダー / the pack's folder");
    check->add_flag("--codes", options.codes, "すべての符号の説明 / explain every code");
    add_speech(*check, options);
    auto* decide = app.add_subcommand("decide", "各手続の判定と理由と期限 / decide every procedure");
    add_visit(*decide, options);
    auto* next = app.add_subcommand("next", "次の質問とその理由 / the next question and why");
    add_visit(*next, options);

    auto* fill = app.add_subcommand("fill", "様式に記入し、案内書を作る / fill the sheets, make the slips");
    add_fill(*fill, options);
    auto* preview = app.add_subcommand("preview", "記入した様式を画像にする / a filled sheet as a picture");
    add_preview(*preview, options);

    auto* import = app.add_subcommand(
        "import", "PDF の入力欄から様式の TOML を作る / a sheet's TOML from a PDF's form fields");
    add_import(*import, options);

    options.prove.today = options.visit.today;
    auto* prove = app.add_subcommand(
        "prove", "手続がもれないことを確かめる / prove that no visit leaves a procedure out");
    prove->add_option("pack", options.prove.pack, "手続パックのフォルダー / the pack's folder")->required();
    prove->add_option("--visits", options.prove.visits, "無作為の来庁の回数 / random visits");
    prove->add_option("--seconds", options.prove.seconds,
                      "無作為の来庁にかける秒数 / seconds for random visits");
    prove->add_option("--seed", options.prove.seed, "乱数の種 / random seed");
    add_speech(*prove, options);
    auto* test = app.add_subcommand("test", "パックの事例 (cases/) を試す / run the pack's own cases");
    test->add_option("pack", options.pack, "手続パックのフォルダー / the pack's folder")->required();
    add_speech(*test, options);
    const auto about_pack = [&](const char* name, const char* words) {
        auto* command = app.add_subcommand(name, words);
        command->add_option("pack", options.pack, "手続パックのフォルダー / the pack's folder")->required();
        command->add_option("--lang", options.language, "メッセージの言語 / language of messages")
            ->check(CLI::IsMember({"ja", "en"}));
        return command;
    };
    auto* coverage =
        about_pack("coverage", "事例が見た条件と様式の表 (Markdown) / what the cases saw, as a table");
    auto* table =
        about_pack("table", "手続・根拠・出典の表 (Markdown) / procedures, laws and sources, as a table");
    auto* families = app.add_subcommand(
        "families",
        "事例の家族ごとに質問・様式・氏名を数える / count questions, sheets and names of the cases");
    families->add_option("pack", options.families.pack, "手続パックのフォルダー / the pack's folder")
        ->required();
    families->add_option("--out", options.families.out,
                         "全家族の PDF を置くフォルダー / the folder for every family's PDFs");
    add_speech(*families, options);

    try {
        app.parse(argc, argv);
        if (check->parsed() && !options.codes && folder->count() == 0) throw CLI::RequiredError("pack");
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kFine : kWrongUsage;
    }

    options.speech.english = options.language == "en";
    if (check->parsed() && options.codes) return command_codes(options.speech, std::cout);
    if (check->parsed()) return command_check(options.pack, options.speech, std::cout);
    if (test->parsed()) return command_test(options.pack, options.speech, std::cout, std::cerr);
    if (table->parsed()) return command_table(options.pack, options.speech, std::cout, std::cerr);
    if (coverage->parsed()) return command_coverage(options.pack, options.speech, std::cout, std::cerr);
    if (families->parsed()) return command_families(options.families, options.speech, std::cout, std::cerr);
    if (prove->parsed()) return command_prove(options.prove, options.speech, std::cout, std::cerr);
    if (import->parsed())
        return command_import(options.blank, options.toml, options.speech, std::cout, std::cerr);
    options.fill.visit = options.preview.visit = options.visit;
    if (fill->parsed()) return command_fill(options.fill, options.speech, std::cout, std::cerr);
    if (preview->parsed()) return command_preview(options.preview, options.speech, std::cout, std::cerr);
    if (decide->parsed()) return command_decide(options.visit, options.speech, std::cout, std::cerr);
    return command_next(options.visit, options.speech, std::cout, std::cerr);
}
