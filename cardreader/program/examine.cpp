#include <algorithm>

#include "cardreader/program/doctor.hpp"

namespace cardreader::program {

namespace {

// The first year in which this program exists: a clock before it has lost its battery.
constexpr int kFirstYear = 2026;

Finding fine(std::string_view check) {
    return {.check = check, .problem = {}, .remedy = {}};
}

Finding service(const Machine& machine) {
    if (machine.readers || machine.readers.error().code != Errc::NoService) return fine("service");
    return {.check = "service",
            .problem = Words{"pcscd が動いていません", "pcscd is not running"},
            .remedy = Words{"apt install pcscd のあと systemctl enable --now pcscd.socket",
                            "apt install pcscd, then systemctl enable --now pcscd.socket"}};
}

Finding permission(const Machine& machine) {
    if (machine.readers || machine.readers.error().code != Errc::NotPermitted) return fine("permission");
    return {
        .check = "permission",
        .problem = Words{"polkit がこのアカウントにカードリーダーの使用を許していません",
                         "polkit does not let this account use card readers"},
        .remedy = Words{
            "kakanai-card doctor --polkit-rule | sudo tee /etc/polkit-1/rules.d/50-kakanai-card.rules のあと "
            "sudo groupadd -f kakanai && sudo usermod -aG kakanai アカウント名、再ログイン",
            "kakanai-card doctor --polkit-rule | sudo tee /etc/polkit-1/rules.d/50-kakanai-card.rules, then "
            "sudo groupadd -f kakanai && sudo usermod -aG kakanai ACCOUNT and log in again"}};
}

Finding readers(const Machine& machine) {
    if (!machine.readers || !machine.readers->empty()) return fine("readers");
    return {.check = "readers",
            .problem = Words{"カードリーダーがつながっていません", "no card reader is plugged in"},
            .remedy = Words{"マイナンバーカード対応の PC/SC リーダーをつなぐ",
                            "plug in a PC/SC reader that takes My Number cards"}};
}

Finding virtual_reader(const Machine& machine) {
    const bool found = machine.readers && std::ranges::any_of(*machine.readers, [](const Reader& reader) {
                           return reader.name.starts_with("Virtual PCD");
                       });
    if (!found) return fine("virtual_reader");
    return {
        .check = "virtual_reader",
        .problem =
            Words{"デモ用の仮想リーダー(vpcd)が有効です。ネットワークから誰でもカードを置けます",
                  "the demo's virtual reader (vpcd) is active; anybody on the network can lay a card on it"},
        .remedy = Words{"窓口の機械では apt remove vsmartcard-vpcd",
                        "on a counter's machine: apt remove vsmartcard-vpcd"}};
}

// RC-S380/S and /P speak their vendor's own protocol, and the kernel's port100 takes them: pcscd never sees
// them.
Finding model(const Machine& machine) {
    const bool found = std::ranges::any_of(
        machine.usb_devices, [](const auto& id) { return id == "054c:06c1" || id == "054c:06c3"; });
    if (!found) return fine("model");
    return {.check = "model",
            .problem = Words{"RC-S380 は Linux の pcscd では使えません",
                             "the RC-S380 does not work with pcscd on Linux"},
            .remedy = Words{"RC-S300 などの PC/SC(CCID)対応リーダーに替える",
                            "use a PC/SC (CCID) reader such as the RC-S300"}};
}

Finding clock(const Machine& machine) {
    if (machine.year < kFirstYear)
        return {.check = "clock",
                .problem = Words{"時計が大きくずれています", "the clock is far off"},
                .remedy = Words{"timedatectl set-ntp true、直らなければ電池の交換",
                                "timedatectl set-ntp true; if that does not help, replace the battery"}};
    if (machine.clock_synchronised) return fine("clock");
    return {.check = "clock",
            .problem = Words{"時計が時刻サーバーに合わせられていません", "the clock is not synchronised"},
            .remedy = Words{"timedatectl set-ntp true", "timedatectl set-ntp true"}};
}

Finding memory(const Machine& machine) {
    if (machine.memory_locks) return fine("memory");
    return {.check = "memory",
            .problem = Words{"暗証番号のメモリーをスワップから守れません",
                             "memory with a PIN cannot be kept from swap"},
            .remedy = Words{"systemd の LimitMEMLOCK または ulimit -l を 1024 以上にする",
                            "set LimitMEMLOCK (systemd) or ulimit -l to 1024 or more"}};
}

// None is a city's choice, and said; a test issuer's key on a counter's machine would let test cards pass.
Finding anchors(const Machine& machine) {
    if (const auto& bad = machine.anchor_problem)
        return {.check = "anchors",
                .problem = Words{"信頼する発行者の鍵が読めません", "a trusted issuer's key cannot be read"},
                .remedy = Words{"そのファイルを直すか、取り除く", "mend that file or take it away"},
                .note = Note{bad->file.string() + ": " + bad->ja, bad->file.string() + ": " + bad->en}};
    if (machine.anchors_for_tests > 0)
        return {.check = "anchors",
                .problem = Words{"試験用の発行者の鍵があります", "there are keys of issuers of test cards"},
                .remedy = Words{"窓口の機械では 36303030303333….pem を取り除く",
                                "on a counter's machine take 36303030303333….pem away"}};
    auto finding = fine("anchors");
    const auto count = std::to_string(machine.anchors);
    finding.note = machine.anchors == 0 ? Note{"発行者の鍵なし: カードの真正性は確かめない(not_checked)",
                                               "no issuer's key: cards are not checked (not_checked)"}
                                        : Note{"発行者の鍵 " + count + " 個", count + " issuers' keys"};
    return finding;
}

}  // namespace

std::vector<Finding> examine(const Machine& machine) {
    return {service(machine), permission(machine), readers(machine), virtual_reader(machine),
            model(machine),   clock(machine),      memory(machine),  anchors(machine)};
}

std::string_view polkit_rule() {
    return R"(// Lets the members of group kakanai use card readers without sitting at the console.
polkit.addRule(function(action, subject) {
    if ((action.id == "org.debian.pcsc-lite.access_pcsc" || action.id == "org.debian.pcsc-lite.access_card") &&
        subject.isInGroup("kakanai")) {
        return polkit.Result.YES;
    }
});
)";
}

}  // namespace cardreader::program
