#include <sys/prctl.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cardreader/pcsc/chosen.hpp"
#include "cardreader/program/commands.hpp"
#include "cardreader/program/doctor.hpp"
#include "cardreader/virtual/vpcd.hpp"

namespace {

using namespace std::string_view_literals;
using cardreader::Desk;
using cardreader::Entry;
namespace program = cardreader::program;
using program::Language;
using program::Words;

// Before anything is parsed, so that `--help` already speaks it.
Language language_from(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        if (arguments[i] == "--lang=en"sv) return Language::English;
        if (arguments[i] == "--lang"sv && i + 1 < count && arguments[i + 1] == "en"sv)
            return Language::English;
    }
    return Language::Japanese;
}

struct Orders {
    program::Voice voice;
    Desk desk;
    bool by_pin = false;
    bool by_number_b = false;
    bool polkit_rule = false;
    bool licence = false;
    std::string anchors;
    bool challenge = false;
    program::VirtualOrder virtual_card;
    std::filesystem::path authority;
    std::filesystem::path chosen = cardreader::kChosenReaderFile;
    std::string lang = "ja";
};

void add_read(CLI::App& app, Orders& orders) {
    const auto say = [&](Words words) { return words.in(orders.voice.language); };
    auto* read = app.add_subcommand(
        "read", say({"基本4情報を読み、JSON で出す", "read the four items and print them as JSON"}));
    auto* ways = read->add_option_group(say({"番号", "number"}), "");
    ways->add_flag(
        "--pin-stdin", orders.by_pin,
        say({"4桁の暗証番号を標準入力から1行で受け取る", "the 4-digit PIN comes as one line on stdin"}));
    ways->add_flag("--number-b-stdin", orders.by_number_b,
                   say({"照合番号B(14桁)を標準入力から1行で受け取る",
                        "照合番号B (14 digits) comes as one line on stdin"}));
    ways->require_option(1);
    read->add_flag("--licence", orders.licence,
                   say({"運転免許証を読む(暗証番号1)", "read a driver's licence (its PIN 1)"}));
    read->add_option(
        "--anchors", orders.anchors,
        say({"信頼する発行者の公開鍵(<鍵ID>.pem・.der)のフォルダー($KAKANAI_ANCHORS、/etc/kakanai/anchors)。"
             "あれば真正性を確かめる",
             "folder of trusted issuers' public keys (<key id>.pem or .der; $KAKANAI_ANCHORS, "
             "/etc/kakanai/anchors): the card is checked against them"}));
    read->add_flag("--challenge", orders.challenge,
                   say({"--anchors とともに: カード自身の鍵で署名させ、複製でないことも確かめる",
                        "with --anchors: let the card sign with its own key too, which a copy cannot"}));
    read->add_option("--reader", orders.desk.reader,
                     say({"この名前のカードリーダーだけを使う", "use only the reader of this name"}));
}

void add_virtual(CLI::App& app, Orders& orders) {
    const auto say = [&](Words words) { return words.in(orders.voice.language); };
    auto* lay =
        app.add_subcommand("virtual", say({"ソフトウェアのカードを vpcd に置く(終了で取り去る)",
                                           "lay a card in software on vpcd (lifted when this ends)"}));
    orders.virtual_card.port = cardreader::virtual_card::kVpcdPort;
    lay->add_option("--persona", orders.virtual_card.persona,
                    say({"人物ファイル(TOML)", "persona file (TOML)"}))
        ->required();
    lay->add_option("--port", orders.virtual_card.port, say({"vpcd のポート", "vpcd's port"}))
        ->capture_default_str();
    lay->add_option("--fault", orders.virtual_card.faults,
                    "removed@N silent@N status=6F00@N delay=MS@N truncated@N garbage@N oversized@N");
    lay->add_option(
        "--authority", orders.virtual_card.authority,
        say({"カードに署名する試験用発行者のフォルダー(なければ作る。FOLDER/anchors を read --anchors へ)",
             "folder of the test issuer that signs the card (made when missing; FOLDER/anchors is for read "
             "--anchors)"}));
    lay->add_flag("--licence", orders.virtual_card.licence,
                  say({"マイナンバーカードの代わりに運転免許証を置く",
                       "lay a driver's licence instead of a My Number card"}));
    lay->add_flag("--certificates", orders.virtual_card.certificates,
                  say({"電子証明書(公的個人認証AP)も載せる。署名用パスワードは KAKANAI2026",
                       "with certificates (JPKI application); the signature password is KAKANAI2026"}));
    lay->add_option("--record", orders.virtual_card.record,
                    say({"届いた命令をこのファイルに書き足す(番号は伏せる)",
                         "append every command that comes to this file (what was typed is left out)"}));
    lay->add_option("--wait", orders.virtual_card.wait_seconds,
                    say({"vpcd を待つ秒数", "seconds to wait for vpcd"}))
        ->capture_default_str();
}

std::optional<std::filesystem::path> anchors_of(const Orders& orders) {
    const char* const variable = std::getenv("KAKANAI_ANCHORS");  // NOLINT(concurrency-mt-unsafe): one thread
    return cardreader::choose_anchors(orders.anchors, variable == nullptr ? "" : variable);
}

int obey(const CLI::App& app, Orders& orders) {
    if (app.got_subcommand("choose"))
        return program::choose(orders.desk.reader.value_or(""), orders.chosen, orders.voice);
    if (!orders.desk.reader) orders.desk.reader = cardreader::remembered_reader(orders.chosen);
    const auto entry = orders.by_number_b ? Entry::ByNumberB : Entry::ByPin;
    if (app.got_subcommand("list")) return program::list(orders.voice);
    if (app.got_subcommand("read"))
        return program::read(
            {.desk = orders.desk,
             .entry = entry,
             .anchors = anchors_of(orders),
             .challenge = orders.challenge ? cardreader::Challenge::Yes : cardreader::Challenge::No,
             .licence = orders.licence},
            orders.voice);
    if (app.got_subcommand("tries")) return program::tries(orders.desk, orders.voice);
    if (app.got_subcommand("doctor")) {
        if (!orders.polkit_rule) return program::doctor(anchors_of(orders), orders.voice);
        std::fputs(std::string(program::polkit_rule()).c_str(), stdout);
        return 0;
    }
    if (app.got_subcommand("authority")) return program::make_authority(orders.authority);
    return program::lay_virtual_card(orders.virtual_card, orders.voice);
}

// A core dump or a debugger of the same account could show a PIN.
void forbid_dumps() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace

int main(int count, char** arguments) try {
    forbid_dumps();
    Orders orders;
    orders.voice.language = language_from(count, arguments);
    const auto say = [&](Words words) { return words.in(orders.voice.language); };

    CLI::App app(say({"マイナンバーカードを読む", "Reads My Number cards"}), "kakanai-card");
    app.set_version_flag("--version", "kakanai-card " KAKANAI_VERSION);
    app.set_help_flag("--help,-h", say({"この説明", "this text"}));
    app.footer(program::exit_codes(orders.voice.language));
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", orders.voice.json,
                 say({"機械向けに JSON だけを出す", "print JSON only, for machines"}));
    app.add_flag("--trace", orders.voice.trace,
                 say({"カードとのやりとりを標準エラーに出す(番号と中身は伏せる)",
                      "show the exchanges with the card on stderr (what was typed and read is left out)"}));
    app.add_option("--lang", orders.lang, say({"言葉: ja または en", "language: ja or en"}))
        ->check(CLI::IsMember({"ja", "en"}));

    app.add_subcommand("list", say({"カードリーダーと、その上にあるもの", "readers and what lies on them"}));
    add_read(app, orders);
    app.add_subcommand("tries", say({"残りの入力回数(回数は減らない)", "tries left, without using one"}))
        ->add_option("--reader", orders.desk.reader,
                     say({"この名前のカードリーダーだけを使う", "use only the reader of this name"}));
    app.add_option("--chosen", orders.chosen,
                   say({"選んだリーダーの名前を覚えておくファイル",
                        "the file that remembers which reader was chosen"}))
        ->capture_default_str();
    app.add_subcommand("choose", say({"この名前のリーダーを今後も使う(名前なし: 忘れる)",
                                      "use the reader of this name from now on (no name: forget it)"}))
        ->add_option("reader", orders.desk.reader,
                     say({"リーダーの名前(list で見る)", "its name (see list)"}));
    auto* doctor = app.add_subcommand(
        "doctor", say({"リーダー・権限・時計などを調べ、直し方を言う",
                       "looks at readers, permissions, clock and says how to mend what is wrong"}));
    doctor->add_flag("--polkit-rule", orders.polkit_rule,
                     say({"polkit の規則を出力するだけ", "only print the polkit rule"}));
    doctor->add_option("--anchors", orders.anchors,
                       say({"信頼する発行者の公開鍵のフォルダー", "folder of trusted issuers' public keys"}));
    add_virtual(app, orders);
    app.add_subcommand("authority", say({"ソフトウェアのカードに署名する試験用発行者を作る",
                                         "make the test issuer that signs cards in software"}))
        ->add_option("folder", orders.authority, say({"そのフォルダー", "its folder"}))
        ->required();

    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    return obey(app, orders);
} catch (const std::exception& problem) {
    std::fputs(problem.what(), stderr);
    std::fputs("\n", stderr);
    return 1;
}
