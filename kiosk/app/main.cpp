#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cardreader/pcsc/chosen.hpp"
#include "kiosk/app/clock.hpp"
#include "kiosk/app/command.hpp"
#include "kiosk/app/hardening.hpp"
#include "kiosk/app/resident.hpp"

namespace {

constexpr int kUsage = 2;
constexpr int kCannotStart = 3;
constexpr int kNotBuilt = 64;

constexpr const char* kHelpJa =
    "書かない窓口\n"
    "  kakanai resident   住民の画面\n"
    "  kakanai desk       職員の画面(まだありません)\n"
    "  kakanai designer   様式の編集(まだありません)\n"
    "  kakanai queue …    受付・連携パッケージ・記録の確認\n"
    "  kakanai doctor     読み取り機・プリンター・フォントなどの点検\n"
    "  kakanai postal …   郵便番号の一覧の取り込み\n"
    "終了コード: 0 正常 / 1 問題あり / 2 使い方の誤り / 3 始められない / 64 この版にない機能\n"
    "English: --lang en";
constexpr const char* kHelpEn =
    "The no-writing counter\n"
    "  kakanai resident   the resident's screen\n"
    "  kakanai desk       the clerk's screen (not in this version)\n"
    "  kakanai designer   the form designer (not in this version)\n"
    "  kakanai queue …    receptions, packages, the audit chain\n"
    "  kakanai doctor     reader, printer, fonts and the rest\n"
    "  kakanai postal …   takes in the list of postal codes\n"
    "Exit codes: 0 done / 1 found problems / 2 wrong usage / 3 cannot start / 64 not in this version";

std::string variable(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    return value ? value : "";
}

kiosk::Surroundings surroundings(const std::string& assets) {
    kiosk::Surroundings around;
    around.now = kiosk::wall_clock();
    around.assets = assets;
    around.out = &std::cout;
    around.err = &std::cerr;
    for (const char* name : {"KAKANAI_STATE", "KAKANAI_KEY", "KAKANAI_PRINTER", "KAKANAI_ANCHORS", "USER"})
        around.environment[name] = variable(name);
    return around;
}

int not_built(const char* what, bool english) {
    std::cerr << (english ? fmt::format("kakanai {}: not in this version\n", what)
                          : fmt::format("kakanai {}: この版にはまだありません\n", what));
    return kNotBuilt;
}

struct ResidentWords {
    std::string pack = KAKANAI_DATA_DIR "/forms/model-city", assets = KAKANAI_DATA_DIR "/assets";
    std::string state, key, reader, tree, postal, anchors;
    std::string chosen = cardreader::kChosenReaderFile;
    bool windowed = false;
};

void add_resident_options(CLI::App& command, ResidentWords& words, kiosk::ResidentOptions& options) {
    command.add_option("--pack", words.pack, "手続パックのフォルダ / folder of the pack");
    command.add_option("--state", words.state, "受付を保存するフォルダ / state folder ($KAKANAI_STATE)");
    command.add_option("--key", words.key,
                       "暗号鍵のファイル / key file, outside the state folder ($KAKANAI_KEY)");
    command.add_flag("--window,!--fullscreen", words.windowed,
                     "ウィンドウで開く / in a window; else full screen");
    command.add_option("--panel", options.panel_inches, "画面の対角(インチ) / panel diagonal in inches")
        ->check(CLI::Range(5.0, 100.0));
    command.add_option("--printer", options.printer,
                       "ipp://… またはキュー名 / address or queue ($KAKANAI_PRINTER)");
    command.add_option("--reader", words.reader, "読み取り機の名前 / use this reader only");
    command
        .add_option(
            "--chosen", words.chosen,
            "選んだ読み取り機を覚えておくファイル / remembers the chosen reader (kakanai-card choose)")
        ->capture_default_str();
    command.add_option("--anchors", words.anchors,
                       "カード発行者の公開鍵のフォルダ / folder of card issuers' public keys "
                       "($KAKANAI_ANCHORS, /etc/kakanai/anchors)");
    command.add_option("--counter", options.counter, "窓口の記号 / id of this counter");
    command.add_option("--profile", options.profile, "連携パッケージの形式 / export profile");
    command.add_option("--postal", words.postal,
                       "郵便番号の表(kakanai postal で作る)/ table of postal codes, made by kakanai postal");
    command.add_option("--assets", words.assets, "画面の部品のフォルダ / folder of words, icons, tokens");
    command.add_flag("--silent", options.silent, "音声を使わない / without a voice");
    command
        .add_option("--hurry", options.hurry,
                    "テスト用: 待ち時間を何分の一にするか / for tests: time-outs come so much sooner")
        ->check(CLI::Range(1, 100));
    command.add_option(
        "--tree", words.tree,
        "テスト用: 画面の部品の位置を書き出す / for tests: write where each part of the screen is");
}

cardreader::TrustAnchors anchors_of(const ResidentWords& words) {
    const auto folder = cardreader::choose_anchors(words.anchors, variable("KAKANAI_ANCHORS"));
    if (!folder) return {};
    auto anchors = cardreader::load_trust_anchors(*folder);
    if (anchors) return *std::move(anchors);
    throw std::runtime_error(anchors.error().file.string() + ": " + anchors.error().ja);
}

int resident(const ResidentWords& words, kiosk::ResidentOptions options) {
    options.pack = words.pack;
    options.assets = words.assets;
    options.place = kiosk::reception::choose_place({.state_option = words.state,
                                                    .state_variable = variable("KAKANAI_STATE"),
                                                    .key_option = words.key,
                                                    .key_variable = variable("KAKANAI_KEY")});
    options.window = words.windowed ? kiosk::WindowKind::Windowed : kiosk::WindowKind::FullScreen;
    if (options.printer.empty()) options.printer = variable("KAKANAI_PRINTER");
    options.reader =
        words.reader.empty() ? cardreader::remembered_reader(words.chosen) : std::optional(words.reader);
    options.anchors = anchors_of(words);
    if (!words.postal.empty()) options.postal = words.postal;
    if (!words.tree.empty()) options.tree = words.tree;
    if (!kiosk::harden_process()) std::cerr << "kakanai: メモリの保護を設定できませんでした\n";
    return kiosk::run_resident(options, std::cerr);
}

int run(int argc, char** argv) {
    const std::vector<std::string> all(argv + 1, argv + argc);
    // These two bring their own options and words (command_queue.cpp, command_doctor.cpp).
    const auto rest = std::span(all).subspan(all.empty() ? 0 : 1);
    const std::string assets = KAKANAI_DATA_DIR "/assets";
    if (!all.empty() && all.front() == "queue") return kiosk::command_queue(rest, surroundings(assets));
    if (!all.empty() && all.front() == "doctor") return kiosk::command_doctor(rest, surroundings(assets));
    if (!all.empty() && all.front() == "postal") return kiosk::command_postal(rest, surroundings(assets));

    const bool english =
        std::ranges::search(all, std::vector<std::string>{"--lang", "en"}).begin() != all.end() ||
        std::ranges::find(all, "--lang=en") != all.end();
    CLI::App app(english ? kHelpEn : kHelpJa, "kakanai");
    app.set_version_flag("--version", "kakanai " KAKANAI_VERSION);
    app.require_subcommand(1);
    std::string language;
    app.add_option("--lang", language, "ja / en")->check(CLI::IsMember({"ja", "en"}));
    app.fallthrough();
    ResidentWords words;
    kiosk::ResidentOptions options;
    auto* face = app.add_subcommand("resident", english ? "the resident's screen" : "住民の画面");
    add_resident_options(*face, words, options);
    auto* desk = app.add_subcommand(
        "desk", english ? "the clerk's screen (not in this version)" : "職員の画面(まだありません)");
    auto* designer = app.add_subcommand(
        "designer", english ? "the form designer (not in this version)" : "様式の編集(まだありません)");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kUsage;
    }
    if (desk->parsed()) return not_built("desk", english);
    if (designer->parsed()) return not_built("designer", english);
    kiosk::restart_with_wiping_heap(argv);
    return resident(words, options);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& problem) {
        std::cerr << "kakanai: " << problem.what() << '\n';
        return kCannotStart;
    }
}
