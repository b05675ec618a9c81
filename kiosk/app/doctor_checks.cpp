#include "kiosk/app/doctor_checks.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "cardreader/my_number/trust.hpp"
#include "cardreader/pcsc/watch.hpp"
#include "kiosk/output/printer.hpp"
#include "kiosk/reception/store.hpp"

namespace kiosk {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLeastFree = 200ULL * 1024 * 1024;  // some thousand receptions: weeks, not minutes

Finding well(std::string part, std::string ja, std::string en) {
    return {.part = std::move(part), .health = Health::Well, .ja = std::move(ja), .en = std::move(en)};
}

Finding reader_trouble(cardreader::Errc code) {
    Finding found{.part = "reader", .health = Health::Wrong};
    if (code == cardreader::Errc::NoService) {
        found.ja = "カード読み取りのサービス（pcscd）が動いていません";
        found.en = "the smart card service (pcscd) is not running";
        found.remedy_ja = "systemctl enable --now pcscd.socket";
        found.remedy_en = found.remedy_ja;
    } else if (code == cardreader::Errc::NotPermitted) {
        found.ja = "この利用者はカードを読むことを許されていません";
        found.en = "this user may not reach the readers";
        found.remedy_ja = "polkit の規則で org.debian.pcsc-lite.access_pcsc と access_card を許してください";
        found.remedy_en = "allow org.debian.pcsc-lite.access_pcsc and access_card in a polkit rule";
    } else {
        found.ja = "カードリーダーを調べられません";
        found.en = "the readers cannot be listed";
        found.remedy_ja = "pcscd の記録を確かめてください";
        found.remedy_en = "look at the log of pcscd";
    }
    return found;
}

// A spool that keeps what it printed keeps names: a queue of this machine must be told not to.
void check_spool(const output::PrinterAddress& address, std::vector<Finding>& findings) {
    if (!address.resource.starts_with("/printers/")) return;
    std::ifstream configuration("/etc/cups/cupsd.conf");
    if (!configuration) return;
    for (std::string line; std::getline(configuration, line);)
        if (line.starts_with("PreserveJobFiles") && line.find("No") != std::string::npos) return;
    findings.push_back(
        {.part = "spool",
         .health = Health::Wrong,
         .ja = "印刷サーバーが印刷した書類を1日残す設定です",
         .en = "the print server keeps what it printed for a day",
         .remedy_ja =
             "/etc/cups/cupsd.conf に PreserveJobFiles No と PreserveJobHistory 300 を書いてください",
         .remedy_en = "write PreserveJobFiles No and PreserveJobHistory 300 into /etc/cups/cupsd.conf"});
}

std::string mode_text(mode_t mode) {
    return fmt::format("{:04o}", static_cast<unsigned>(mode & 07777));
}

void check_mode(const fs::path& path, mode_t wanted, std::vector<Finding>& findings) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return;
    if ((about.st_mode & 07777 & ~wanted) == 0 && about.st_uid == ::geteuid()) return;
    findings.push_back(
        {.part = "permissions",
         .health = Health::Wrong,
         .ja = fmt::format("{} の所有者かアクセス権（{}）が正しくありません", path.string(),
                           mode_text(about.st_mode)),
         .en = fmt::format("{} has the wrong owner or mode ({})", path.string(), mode_text(about.st_mode)),
         .remedy_ja =
             fmt::format("chown {0} {1} && chmod {2} {1}", ::geteuid(), path.string(), mode_text(wanted)),
         .remedy_en =
             fmt::format("chown {0} {1} && chmod {2} {1}", ::geteuid(), path.string(), mode_text(wanted))});
}

}  // namespace

std::vector<Finding> check_reader() {
    const auto readers = cardreader::list_readers();
    if (!readers) return {reader_trouble(readers.error().code)};
    if (readers->empty())
        return {{.part = "reader",
                 .health = Health::Wrong,
                 .ja = "カードリーダーがつながっていません",
                 .en = "no card reader is plugged in",
                 .remedy_ja = "USBケーブルを確かめ、さし直してください",
                 .remedy_en = "check the USB cable and plug it in again"}};
    std::string names;
    for (const auto& reader : *readers) names += (names.empty() ? "" : ", ") + reader.name;
    return {well("reader", "カードリーダー: " + names, "reader: " + names)};
}

std::vector<Finding> check_anchors(const std::optional<fs::path>& folder) {
    const auto anchors = folder ? cardreader::load_trust_anchors(*folder) : cardreader::TrustAnchors{};
    if (!anchors)
        return {{.part = "anchors",
                 .health = Health::Wrong,
                 .ja = anchors.error().file.string() + ": " + anchors.error().ja,
                 .en = anchors.error().file.string() + ": " + anchors.error().en,
                 .remedy_ja = "そのファイルを直すか、取り除いてください。それまで受付は始まりません",
                 .remedy_en = "mend that file or take it away; the kiosk does not start before"}};
    if (anchors->empty())
        return {{.part = "anchors",
                 .health = Health::Note,
                 .ja = "カード発行者の公開鍵がありません: カードの署名は確認しません（not_checked）",
                 .en = "no card issuer's key: signatures of cards are not checked (not_checked)",
                 .remedy_ja = fmt::format("J-LIS から受け取った鍵を {}/<鍵ID>.pem に置いてください",
                                          cardreader::kAnchorsFolder),
                 .remedy_en = fmt::format("put the key that J-LIS gave you into {}/<key id>.pem",
                                          cardreader::kAnchorsFolder)}};
    if (std::ranges::any_of(*anchors, [](const auto& each) { return cardreader::for_tests_only(each.id); }))
        return {{.part = "anchors",
                 .health = Health::Note,
                 .ja = "試験用カードの発行者の鍵があります",
                 .en = "there are keys of issuers of test cards",
                 .remedy_ja = "窓口では 36303030303333… という名前のファイルを取り除いてください",
                 .remedy_en = "at a counter take the files named 36303030303333… away"}};
    return {well("anchors", fmt::format("カード発行者の公開鍵 {} 個", anchors->size()),
                 fmt::format("{} card issuers' keys", anchors->size()))};
}

std::vector<Finding> check_printer(const std::string& address) {
    if (address.empty())
        return {{.part = "printer",
                 .health = Health::Wrong,
                 .ja = "プリンターが指定されていません",
                 .en = "no printer is set",
                 .remedy_ja = "--printer か KAKANAI_PRINTER に ipp://… またはキューの名前を指定してください",
                 .remedy_en = "set --printer or KAKANAI_PRINTER to ipp://… or a queue"}};
    const auto parsed = output::parse_address(address);
    if (!parsed)
        return {{.part = "printer",
                 .health = Health::Wrong,
                 .ja = "プリンターの指定が読めません: " + address,
                 .en = "not a printer address: " + address,
                 .remedy_ja = "ipp://ホスト:ポート/ipp/print かキューの名前にしてください",
                 .remedy_en = "use ipp://host:port/ipp/print or the name of a queue"}};
    const auto status = output::Printer(*parsed).look();
    const bool ready = status.accepting && (status.condition == output::PrinterCondition::Ready ||
                                            status.condition == output::PrinterCondition::Printing);
    const std::string where = parsed->uri();
    std::vector<Finding> findings{
        {.part = "printer",
         .health = ready ? Health::Well : Health::Wrong,
         .ja = fmt::format("{}: {}", where, output::sentence(status.condition)),
         .en = fmt::format("{}: {}", where, output::sentence(status.condition, "en")),
         .remedy_ja = ready ? "" : "電源、ケーブル、用紙を確かめてください " + status.words,
         .remedy_en = ready ? "" : "check power, cable and paper " + status.words}};
    check_spool(*parsed, findings);
    return findings;
}

std::vector<Finding> check_fonts(const std::vector<fs::path>& faces) {
    std::vector<Finding> findings;
    for (const auto& face : faces)
        if (::access(face.c_str(), R_OK) != 0)
            findings.push_back({.part = "fonts",
                                .health = Health::Wrong,
                                .ja = "書体がありません: " + face.string(),
                                .en = "missing face: " + face.string(),
                                .remedy_ja = "apt-get install fonts-morisawa-bizud-gothic fonts-ipamj-mincho "
                                             "fonts-noto-cjk fonts-noto-core",
                                .remedy_en = "apt-get install fonts-morisawa-bizud-gothic fonts-ipamj-mincho "
                                             "fonts-noto-cjk fonts-noto-core"});
    if (findings.empty())
        findings.push_back(
            well("fonts", fmt::format("書体 {} 個", faces.size()), fmt::format("{} faces", faces.size())));
    return findings;
}

std::vector<Finding> check_disk(const reception::Place& place) {
    auto folder = fs::absolute(place.state);
    while (!fs::exists(folder) && folder.has_relative_path()) folder = folder.parent_path();
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) return {};
    const auto free = static_cast<std::uintmax_t>(disk.f_bavail) * disk.f_frsize;
    const auto text = fmt::format("{} MB", free / (1024 * 1024));
    if ((disk.f_flag & ST_RDONLY) != 0)
        return {{.part = "disk",
                 .health = Health::Wrong,
                 .ja = folder.string() + " は書き込めないディスクにあります",
                 .en = folder.string() + " lies on a read-only disk",
                 .remedy_ja = "ディスクを調べ、書き込めるように直してください",
                 .remedy_en = "check the disk and make it writable"}};
    if (free < kLeastFree)
        return {{.part = "disk",
                 .health = Health::Wrong,
                 .ja = "空きが少なくなっています: " + text,
                 .en = "little space left: " + text,
                 .remedy_ja = "kakanai queue purge で取込確認済の内容を消すか、空きを作ってください",
                 .remedy_en = "erase imported receptions with kakanai queue purge, or free some space"}};
    return {well("disk", "空き " + text, text + " free")};
}

std::vector<Finding> check_store(const reception::Place& place) {
    if (!fs::exists(database_file(place)))
        return {{.part = "store",
                 .health = Health::Note,
                 .ja = "保存先はまだありません: " + place.state.string(),
                 .en = "the store does not exist yet: " + place.state.string(),
                 .remedy_ja = "最初の起動で作られます",
                 .remedy_en = "it is made when the kiosk first starts"}};
    std::vector<Finding> findings;
    for (const auto& folder : {place.state, outbox_folder(place), inbox_folder(place)})
        check_mode(folder, 0700, findings);
    check_mode(database_file(place), 0600, findings);
    check_mode(place.key, 0600, findings);
    if (!findings.empty()) return findings;  // opening would put some of it right, unseen
    reception::SystemRandom random;
    const auto store = reception::Store::open(place, random);
    if (!store)
        return {{.part = "store",
                 .health = Health::Wrong,
                 .ja = std::string(reception::sentence(store.error().code)),
                 .en = std::string(reception::sentence(store.error().code, "en")),
                 .remedy_ja = store.error().detail,
                 .remedy_en = store.error().detail}};
    return {well("store", "保存先と鍵は正しく開けます", "the store opens with its key")};
}

std::vector<Finding> check_clock(const reception::Place& place, reception::Moment now) {
    const auto text = reception::rfc3339(now);
    if (fs::exists(database_file(place)) && fs::exists(place.key)) {
        reception::SystemRandom random;
        const auto store = reception::Store::open(place, random);
        const auto rows = store ? store->audit() : reception::Result<std::vector<reception::AuditRow>>{};
        const auto last = rows && !rows->empty() ? reception::parse_moment(rows->back().at) : std::nullopt;
        if (last && now.utc < last->utc)
            return {
                {.part = "clock",
                 .health = Health::Wrong,
                 .ja = fmt::format("時計が最後の記録（{}）より前です: {}", reception::rfc3339(*last), text),
                 .en = fmt::format("the clock is before the last record ({}): {}", reception::rfc3339(*last),
                                   text),
                 .remedy_ja = "時刻を合わせてください",
                 .remedy_en = "set the clock"}};
    }
    if (now.offset != std::chrono::hours(9))
        return {{.part = "clock",
                 .health = Health::Note,
                 .ja = "時間帯が日本時間ではありません: " + text,
                 .en = "the time zone is not Japan's: " + text,
                 .remedy_ja = "timedatectl set-timezone Asia/Tokyo",
                 .remedy_en = "timedatectl set-timezone Asia/Tokyo"}};
    timex kernel{};
    if (::adjtimex(&kernel) < 0 || (kernel.status & STA_UNSYNC) != 0)
        return {{.part = "clock",
                 .health = Health::Note,
                 .ja = "時計が時刻サーバーと合わせられていません: " + text,
                 .en = "the clock is not synchronised: " + text,
                 .remedy_ja = "庁内の時刻サーバー（NTP）を設定してください",
                 .remedy_en = "set up the city's time server (NTP)"}};
    return {well("clock", text, text)};
}

}  // namespace kiosk
