#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "cardreader/my_number/trust.hpp"
#include "forms/typeset/face_files.hpp"
#include "kiosk/app/command.hpp"
#include "kiosk/app/doctor_checks.hpp"

namespace kiosk {

namespace {

struct DoctorOptions {
    std::string state, key, printer, anchors, language = "ja";
    bool json = false;
};

std::vector<std::filesystem::path> faces() {
    std::set<std::filesystem::path> files;  // the faces of a collection share one file
    for (const auto& face : forms::debian_face_files()) files.insert(face.path);
    return {files.begin(), files.end()};
}

std::vector<Finding> look_everywhere(const DoctorOptions& options, const Surroundings& around) {
    const auto place = reception::choose_place({.state_option = options.state,
                                                .state_variable = around.variable("KAKANAI_STATE"),
                                                .key_option = options.key,
                                                .key_variable = around.variable("KAKANAI_KEY")});
    const auto printer = options.printer.empty() ? around.variable("KAKANAI_PRINTER") : options.printer;
    std::vector<Finding> all;
    const auto anchors = cardreader::choose_anchors(options.anchors, around.variable("KAKANAI_ANCHORS"));
    for (const auto& part :
         {check_reader(), check_anchors(anchors), check_printer(printer), check_fonts(faces()),
          check_disk(place), check_store(place), check_clock(place, around.now)})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::string_view word(Health health) {
    switch (health) {
        case Health::Well:
            return "ok";
        case Health::Note:
            return "note";
        case Health::Wrong:
            return "wrong";
    }
    return {};
}

void print_lines(const std::vector<Finding>& findings, bool english, std::ostream& out) {
    for (const auto& one : findings) {
        out << (one.health == Health::Well ? "OK  " : one.health == Health::Note ? "--  " : "NG  ");
        out << (english ? one.en : one.ja) << "\n";
        const auto& remedy = english ? one.remedy_en : one.remedy_ja;
        if (!remedy.empty()) out << "      → " << remedy << "\n";
    }
}

void print_json(const std::vector<Finding>& findings, bool english, std::ostream& out) {
    auto report = nlohmann::ordered_json::array();
    for (const auto& one : findings)
        report.push_back({{"part", one.part},
                          {"health", word(one.health)},
                          {"found", english ? one.en : one.ja},
                          {"remedy", english ? one.remedy_en : one.remedy_ja}});
    out << report.dump(2) << "\n";
}

}  // namespace

int command_doctor(std::span<const std::string> arguments, const Surroundings& around) {
    DoctorOptions options;
    CLI::App app("読み取り機・プリンター・書体・ディスク・時計・アクセス権を調べます / checks the counter",
                 "kakanai doctor");
    app.footer(
        "終了コード: 0 すべて良し / 1 直すところあり / 2 使い方の誤り\nExit codes: 0 well / 1 something "
        "needs a remedy / 2 wrong usage");
    app.set_version_flag("--version", "kakanai " KAKANAI_VERSION);
    app.add_option("--state", options.state, "保存先のフォルダ / state folder ($KAKANAI_STATE)");
    app.add_option("--key", options.key, "鍵のファイル / key file ($KAKANAI_KEY)");
    app.add_option("--printer", options.printer, "ipp://… かキュー名 / printer ($KAKANAI_PRINTER)");
    app.add_option("--anchors", options.anchors,
                   "カード発行者の公開鍵のフォルダ / folder of card issuers' public keys ($KAKANAI_ANCHORS)");
    app.add_option("--lang", options.language, "ja, en")->check(CLI::IsMember({"ja", "en"}));
    app.add_flag("--json", options.json, "機械用の出力 / for machines");
    if (const auto over = parse(app, arguments, around)) return *over;
    const auto findings = look_everywhere(options, around);
    const bool english = options.language == "en";
    options.json ? print_json(findings, english, *around.out) : print_lines(findings, english, *around.out);
    return std::ranges::any_of(findings, [](const Finding& one) { return one.health == Health::Wrong; }) ? 1
                                                                                                         : 0;
}

}  // namespace kiosk
