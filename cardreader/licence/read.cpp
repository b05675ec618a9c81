#include "cardreader/licence/read.hpp"

#include <openssl/crypto.h>

#include <array>

#include "cardreader/identify.hpp"
#include "cardreader/licence/parse.hpp"
#include "cardreader/verify.hpp"

namespace cardreader::licence {

namespace {

constexpr std::array<std::uint8_t, 16> kDf1{0xA0, 0x00, 0x00, 0x02, 0x31, 0x01};
constexpr std::array<std::uint8_t, 4> kSelectMasterFile{0x00, 0xA4, 0x00, 0x00};
constexpr std::array<std::uint8_t, 4> kNoPinSet{0x2A, 0x2A, 0x2A, 0x2A};
constexpr FileId kPinSetting{0x000A};
constexpr FileId kPinFile{0x0001};
constexpr FileId kEntries{0x0001};
constexpr FileId kChanges{0x0004};
constexpr std::uint8_t kPinSettingTag = 0x05;
constexpr int kFullTries = 3;

Result<void> must_be_ok(const Result<Response>& reply) {
    if (!reply) return fail(reply);
    if (reply->status != StatusWord::Ok) return fail(refusal(reply->status));
    return {};
}

Result<void> select_master_file(Session& card) {
    return must_be_ok(ask(card, kSelectMasterFile));
}

Result<void> open(Session& card) {
    const auto opened = open_application(card, kDf1);
    if (opened) return select_master_file(card);
    if (opened.error().code != Errc::UnknownCard) return opened;
    const auto kind = identify(card);
    if (!kind) return fail(kind);
    return fail({.code = Errc::UnknownCard, .card = *kind, .detail = opened.error().detail});
}

Result<bool> has_pin(Session& card) {
    const auto setting = read_file(card, kPinSetting, Naming::BySelecting);
    if (!setting) return fail(setting);
    ByteView bytes = *setting;
    const auto field = next_field(bytes);
    if (!field || field->tag != kPinSettingTag || field->value.size() != 1)
        return fail({.code = Errc::BadResponse});
    return field->value[0] != 0;
}

Result<Tries> ask_pin_tries(Session& card) {
    const auto selected = must_be_ok(ask(card, command::select_file(kPinFile)));
    if (!selected) return fail(selected);
    return ask_selected_tries(card, kFullTries);
}

}  // namespace

Result<int> tries_left(Session& card) {
    if (auto opened = open(card); !opened) return fail(opened);
    const auto tries = ask_pin_tries(card);
    if (!tries) return fail(tries);
    return tries->left;
}

Result<FourItems> read(Session& card, const Pin& pin) {
    if (auto opened = open(card); !opened) return fail(opened);
    const auto protected_by_pin = has_pin(card);
    if (!protected_by_pin) return fail(protected_by_pin);
    const auto tries = ask_pin_tries(card);
    if (!tries) return fail(tries);
    const ByteView digits = *protected_by_pin ? pin.bytes() : ByteView(kNoPinSet);
    if (auto verified = verify(card, *tries, digits); !verified) return fail(verified);

    if (auto opened = open_application(card, kDf1); !opened) return fail(opened);
    auto entries = read_file(card, kEntries, Naming::ByShortId);
    if (!entries) return fail(entries);
    auto changes = read_file(card, kChanges, Naming::ByShortId);
    if (!changes) return fail(changes);
    auto items = parse_licence(*entries, *changes);
    OPENSSL_cleanse(entries->data(), entries->size());
    OPENSSL_cleanse(changes->data(), changes->size());
    return items;
}

}  // namespace cardreader::licence
