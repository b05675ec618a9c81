#include <CLI/CLI.hpp>
#include <optional>

#include "kiosk/app/command.hpp"
#include "kiosk/app/queue_commands.hpp"

namespace kiosk {

namespace {

using Command = Exit (*)(const Desk&);

constexpr const char* kExitCodes =
    "終了コード: 0 できました / 1 問題あり / 2 使い方の誤り / 3 保存先を開けません\n"
    "Exit codes: 0 done / 1 found problems / 2 wrong usage / 3 the store cannot be opened";

/// The command line: every word it understands and what it fills in.
class CommandLine {
public:
    explicit CommandLine(QueueOptions& options) {
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.footer(kExitCodes);
        app_.set_version_flag("--version", "kakanai " KAKANAI_VERSION);
        app_.add_option("--state", options.state, "保存先のフォルダ / state folder ($KAKANAI_STATE)");
        app_.add_option("--key", options.key, "鍵のファイル / key file ($KAKANAI_KEY)");
        app_.add_option("--lang", options.language, "ja, en")->check(CLI::IsMember({"ja", "en"}));
        app_.add_option("--who", options.who, "記録に残す職員ID / staff id for the audit ($USER)");
        app_.add_flag("--json", options.json, "機械用の出力 / for machines");
        add("list", "受付の一覧（個人情報なし） / receptions, nothing personal", queue_list);
        add("show", "受付の内容（個人情報あり、記録に残ります） / one reception, personal; audited",
            queue_show)
            ->add_option("reception", options.wanted, "受付番号かID / number or id")
            ->required();
        add("confirm", "職員が内容を確認した / a clerk has looked", queue_confirm)
            ->add_option("reception", options.wanted, "受付番号かID / number or id")
            ->required();
        add_print(options);
        auto* exporting = add("export", "連携パッケージを出力する / write packages", queue_export);
        auto* resending = add("resend", "もう一度出力する / write again", queue_resend);
        resending->add_option("reception", options.several, "受付番号かID / numbers or ids")->required();
        exporting->add_option("reception", options.several,
                              "受付番号かID。省くと全部 / default: all that wait");
        for (auto* command : {exporting, resending}) {
            command->add_option("--profile", options.profile, "出力プロファイル / export profile");
            command->add_option("--outbox", options.outbox, "出力先 / folder, default STATE/outbox");
        }
        add("ack", "取込の返事を反映する / take in acknowledgements", queue_acknowledge)
            ->add_option("file", options.several,
                         "*.ack.json。省くと STATE/inbox の全部 / default: all in the inbox");
        auto* purging =
            add("purge", "取込確認済から日数がたった内容を消す / erase what was imported", queue_purge);
        purging->add_option("--days", options.days, "残す日数 / days kept")->check(CLI::Range(0, 3650));
        purging->add_option("--outbox", options.outbox, "出力先 / folder, default STATE/outbox");
        add("verify", "記録・封・パッケージを確かめる / check chain, seals and packages", queue_verify)
            ->add_option("--outbox", options.outbox, "出力先 / folder, default STATE/outbox");
        add("reconcile", "出力済で取込の返事がないもの / exported and not acknowledged", queue_reconcile);
    }

    /// The exit code when there is nothing left to do.
    std::optional<int> parse(std::span<const std::string> arguments, const Surroundings& around) {
        return kiosk::parse(app_, arguments, around);
    }

    [[nodiscard]] Command chosen() const { return chosen_; }

private:
    void add_print(QueueOptions& options) {
        auto* printing =
            add("print", "まだ出ていない書類を印刷する / print what has not come out", queue_print);
        printing->add_option("reception", options.wanted, "受付番号かID / number or id")->required();
        printing->add_option("--printer", options.printer, "ipp://… かキュー名 / printer ($KAKANAI_PRINTER)");
        printing->add_option("--document", options.document, "この書類だけ / only this document");
        printing->add_flag(
            "--again", options.again,
            "紙が出ていないことを確かめたので、もう一度 / print again: the tray was looked at");
    }

    CLI::App* add(const std::string& name, const std::string& description, Command command) {
        auto* made = app_.add_subcommand(name, description);
        made->callback([this, command] { chosen_ = command; });
        return made;
    }

    CLI::App app_{"受付と連携パッケージ / receptions and packages", "kakanai queue"};
    Command chosen_ = nullptr;
};

}  // namespace

int command_queue(std::span<const std::string> arguments, const Surroundings& around) {
    QueueOptions options;
    CommandLine line(options);
    if (const auto over = line.parse(arguments, around)) return *over;
    if (options.who.empty()) options.who = around.variable("USER");
    if (options.printer.empty()) options.printer = around.variable("KAKANAI_PRINTER");

    const auto place = reception::choose_place({.state_option = options.state,
                                                .state_variable = around.variable("KAKANAI_STATE"),
                                                .key_option = options.key,
                                                .key_variable = around.variable("KAKANAI_KEY")});
    reception::SystemRandom random;
    auto store = reception::Store::open(place, random);
    if (!store) {
        *around.err << reception::short_code(store.error().code) << " "
                    << reception::sentence(store.error().code, options.language) << " ("
                    << store.error().detail << ")\n";
        return static_cast<int>(Exit::NoStore);
    }
    return static_cast<int>(line.chosen()({*store, place, options, around}));
}

}  // namespace kiosk
