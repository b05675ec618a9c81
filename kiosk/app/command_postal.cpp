#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "kiosk/app/command.hpp"
#include "kiosk/writing/postal.hpp"

namespace kiosk {

namespace {

constexpr int kDone = 0, kProblems = 1, kNoFile = 3;

struct PostalOptions {
    std::string list, out, language = "ja";
    bool json = false;
};

int no_file(const std::string& file, bool english, std::ostream& err) {
    err << (english ? fmt::format("kakanai postal: cannot open {}\n", file)
                    : fmt::format("kakanai postal: {} を開けません\n", file));
    return kNoFile;
}

void report(const writing::Imported& done, const PostalOptions& options, std::ostream& out) {
    if (options.json)
        out << nlohmann::ordered_json{{"rows", done.rows}, {"places", done.places}, {"strange", done.strange}}
                   .dump()
            << '\n';
    else if (options.language == "en")
        out << fmt::format("{} rows, {} places, {} rows left out\n", done.rows, done.places, done.strange);
    else
        out << fmt::format("{} 行から {} 件の住所を作りました。読めない行: {}\n", done.rows, done.places,
                           done.strange);
}

}  // namespace

int command_postal(std::span<const std::string> arguments, const Surroundings& around) {
    PostalOptions options;
    CLI::App app(
        "日本郵便の郵便番号一覧(KEN_ALL.CSV, utf_ken_all.csv)から住所の表を作ります / makes the table of "
        "places",
        "kakanai postal");
    app.footer(
        "終了コード: 0 できた / 1 読めない行があった / 2 使い方の誤り / 3 ファイルを開けない\nExit codes: 0 "
        "done / 1 "
        "rows that are none / 2 wrong usage / 3 a file cannot be opened");
    app.set_version_flag("--version", "kakanai " KAKANAI_VERSION);
    app.add_option("list", options.list, "KEN_ALL.CSV")->required();
    app.add_option("--out", options.out, "作る表 / the table to make, e.g. postal.tsv")->required();
    app.add_option("--lang", options.language, "ja, en")->check(CLI::IsMember({"ja", "en"}));
    app.add_flag("--json", options.json, "機械用の出力 / for machines");
    if (const auto over = parse(app, arguments, around)) return *over;
    std::ifstream list(options.list, std::ios::binary);
    if (!list) return no_file(options.list, options.language == "en", *around.err);
    std::ofstream table(options.out, std::ios::binary);
    const auto done = writing::import_ken_all(list, table);
    if (!table.flush()) return no_file(options.out, options.language == "en", *around.err);
    report(done, options, *around.out);
    return done.strange == 0 && done.places > 0 ? kDone : kProblems;
}

}  // namespace kiosk
