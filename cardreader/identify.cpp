#include "cardreader/identify.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cardreader/apdu.hpp"
#include "cardreader/my_number/files.hpp"

namespace cardreader {

namespace {

using LongAid = std::array<std::uint8_t, 16>;

constexpr std::array<std::uint8_t, 10> kCertificates{0xD3, 0x92, 0xF0, 0x00, 0x26,
                                                     0x01, 0x00, 0x00, 0x00, 0x01};
constexpr FileId kTokenLabel{0x0006};
// 警察庁 運転免許証及び運転免許証作成システム等仕様書: DF1; and the application of マイナ免許証 (v010).
constexpr LongAid kLicence{0xA0, 0x00, 0x00, 0x02, 0x31, 0x01};
constexpr LongAid kMyNumberLicence{0xA0, 0x00, 0x00, 0x02, 0x31, 0x06};
// 在留カード等仕様書 (出入国在留管理庁): DF1.
constexpr LongAid kResidence{0xD3, 0x92, 0xF0, 0x00, 0x4F, 0x02};

Result<bool> has(Session& card, ByteView aid) {
    const auto opened = open_application(card, aid);
    if (opened) return true;
    const auto code = opened.error().code;
    const bool answered =
        code == Errc::UnknownCard || code == Errc::BadResponse || code == Errc::AccessRefused;
    if (answered) return false;
    return fail(opened);
}

// A phone's certificates are named JPKIAPGPSETOKEN (Android) or JPKIAPIOSTOKEN (iPhone), a card's
// JPKIAPICCTOKEN….
Result<bool> labelled_as_a_phone(Session& card) {
    const auto selected = ask(card, command::select_file(kTokenLabel));
    if (!selected) return fail(selected);
    const auto label = ask(card, command::read_binary(0));
    if (!label) return fail(label);
    const auto says = [&bytes = label->data](std::string_view word) {
        return std::search(bytes.begin(), bytes.end(), word.begin(), word.end()) != bytes.end();
    };
    return says("JPKIAPGPSE") || says("JPKIAPIOS");
}

Result<CardKind> kind_of_certificates(Session& card) {
    const auto phone = labelled_as_a_phone(card);
    if (!phone) return fail(phone);
    return *phone ? CardKind::Phone : CardKind::Unknown;
}

}  // namespace

Result<CardKind> identify(Session& card) {
    struct Known {
        ByteView aid;
        CardKind kind;
    };
    for (const auto& [aid, kind] :
         {Known{my_number::kTextApplication, CardKind::MyNumber}, Known{kCertificates, CardKind::Phone},
          Known{kLicence, CardKind::DriversLicence}, Known{kMyNumberLicence, CardKind::MyNumberLicence},
          Known{kResidence, CardKind::ResidenceCard}}) {
        const auto found = has(card, aid);
        if (!found) return fail(found);
        if (!*found) continue;
        if (kind != CardKind::Phone) return kind;
        return kind_of_certificates(card);
    }
    return CardKind::Unknown;
}

}  // namespace cardreader
