#include "cardreader/virtual/software_card.hpp"

#include <algorithm>

#include "cardreader/virtual/private_key.hpp"

namespace cardreader::virtual_card {

namespace {

Bytes status(std::uint16_t word) {
    return {static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word & 0xFF)};
}

Bytes with_status(ByteView data, std::uint16_t word) {
    Bytes bytes(data.begin(), data.end());
    bytes.push_back(static_cast<std::uint8_t>(word >> 8));
    bytes.push_back(static_cast<std::uint8_t>(word & 0xFF));
    return bytes;
}

constexpr std::uint16_t kOk = 0x9000;
constexpr std::uint16_t kTriesLeft = 0x63C0;
constexpr std::uint16_t kEndOfFile = 0x6282;
constexpr std::uint16_t kWrongLength = 0x6700;
constexpr std::uint16_t kWrongStructure = 0x6981;
constexpr std::uint16_t kSecurityStatus = 0x6982;
constexpr std::uint16_t kBlocked = 0x6984;
constexpr std::uint16_t kNoCurrentFile = 0x6986;
constexpr std::uint16_t kNotFound = 0x6A82;
constexpr std::uint16_t kRecordNotFound = 0x6A83;
constexpr std::uint16_t kWrongParameters = 0x6A86;
constexpr std::uint16_t kPastTheEnd = 0x6B00;
constexpr std::uint16_t kUnknownInstruction = 0x6D00;
constexpr std::uint16_t kUnknownClass = 0x6E00;

constexpr std::uint8_t kShortIdBits = 0x1F;

bool starts_with(const Bytes& whole, ByteView start) {
    return whole.size() >= start.size() && std::equal(start.begin(), start.end(), whole.begin());
}

}  // namespace

Bytes SoftwareCard::answer(ByteView apdu) {
    const auto command = parse_command(apdu);
    return command ? dispatch(*command) : status(kWrongLength);
}

Bytes SoftwareCard::dispatch(const Command& command) {
    if (command.cla == 0x80 && command.ins == 0x2A) return sign(command);
    if (command.cla != 0x00) return status(kUnknownClass);
    switch (command.ins) {
        case 0xA4:
            return select(command);
        case 0x20:
            return verify(command);
        case 0xB0:
            return read_binary(command);
        case 0xB2:
            return read_record(command);
        default:
            return status(kUnknownInstruction);
    }
}

Bytes SoftwareCard::select(const Command& command) {
    if (command.p1 == 0x04) {
        // A card also takes the beginning of an AID (facts/card.md 1.1).
        const auto found = std::ranges::find_if(chip_.applications, [&](const auto& candidate) {
            return starts_with(candidate.aid, command.data);
        });
        if (found == chip_.applications.end()) return status(kNotFound);
        selected_ = static_cast<std::size_t>(found - chip_.applications.begin());
        selected_file_.reset();
        return status(kOk);
    }
    if (command.p1 == 0x00 && command.data.empty()) return select_master_file();
    if (command.p1 != 0x02 || command.data.size() != 2) return status(kWrongParameters);
    auto* const current = application();
    const auto id = static_cast<std::uint16_t>(command.data[0] << 8 | command.data[1]);
    if (current == nullptr || !current->holds(id)) return status(kNotFound);
    touched_.push_back({*selected_, id});
    selected_file_ = id;
    return status(kOk);
}

// A My Number card refuses this right after reset (facts/card.md 2.2), having nothing there to offer.
Bytes SoftwareCard::select_master_file() {
    const auto found =
        std::ranges::find_if(chip_.applications, [](const auto& each) { return each.aid.empty(); });
    if (found == chip_.applications.end()) return status(kWrongParameters);
    selected_ = static_cast<std::size_t>(found - chip_.applications.begin());
    selected_file_.reset();
    return status(kOk);
}

Bytes SoftwareCard::verify(const Command& command) {
    auto* const current = application();
    if (current == nullptr || command.p1 != 0 || (command.p2 & 0x80) == 0) return status(kWrongParameters);
    const auto short_id = command.p2 & kShortIdBits;
    if (short_id != 0 && !chip_.knows_short_ids) return status(kWrongParameters);
    if (short_id != 0) selected_file_ = static_cast<std::uint16_t>(short_id);
    const auto found = current->secrets.find(selected_file_.value_or(0));
    if (found == current->secrets.end()) return status(kWrongParameters);

    auto& secret = found->second;
    if (secret.tries_left == 0) return status(kBlocked);
    if (command.data.empty())
        return status(secret.verified ? kOk : static_cast<std::uint16_t>(kTriesLeft | secret.tries_left));

    ++verifications_;
    secret.verified = secret.digits.empty() || std::ranges::equal(command.data, secret.digits);
    if (secret.verified) {
        secret.tries_left = secret.full_tries;
        return status(kOk);
    }
    --secret.tries_left;
    return status(static_cast<std::uint16_t>(kTriesLeft | secret.tries_left));
}

Bytes SoftwareCard::read_binary(const Command& command) {
    std::size_t offset = static_cast<std::size_t>(command.p1) << 8 | command.p2;
    if ((command.p1 & 0x80) != 0) {
        if (!chip_.knows_short_ids) return status(kWrongParameters);
        selected_file_ = static_cast<std::uint16_t>(command.p1 & kShortIdBits);
        offset = command.p2;
    }
    if (!selected_file_) return status(kNoCurrentFile);
    const auto* const file = file_for_reading(*selected_file_);
    if (file == nullptr) return status(kNotFound);
    if (file->records) return status(kWrongStructure);
    if (!allowed(*file)) return status(kSecurityStatus);
    if (offset >= file->content.size()) return status(kPastTheEnd);

    const auto rest = ByteView(file->content).subspan(offset);
    const auto expected = command.expected.value_or(0);
    const bool all_there_is = expected == 256 || expected == 65536;
    if (rest.size() < expected && !all_there_is) return with_status(rest, kEndOfFile);
    return with_status(rest.first(std::min(expected, rest.size())), kOk);
}

Bytes SoftwareCard::read_record(const Command& command) {
    if (const auto short_id = command.p2 >> 3) selected_file_ = static_cast<std::uint16_t>(short_id);
    if (!selected_file_) return status(kNoCurrentFile);
    const auto* const file = file_for_reading(*selected_file_);
    if (file == nullptr) return status(kNotFound);
    if (!file->records) return status(kWrongStructure);
    if (!allowed(*file)) return status(kSecurityStatus);
    if (command.p1 != 1) return status(kRecordNotFound);
    return with_status(file->content, kOk);
}

// COMPUTE DIGITAL SIGNATURE: the DigestInfo comes ready-made, the key is the one that is selected (P2 80) or
// the application's own (P2 00).
Bytes SoftwareCard::sign(const Command& command) {
    auto* const current = application();
    const bool selected = command.p2 == 0x80;
    if (current == nullptr || (selected && !selected_file_)) return status(kNoCurrentFile);
    if (command.p1 != 0x00 || (!selected && command.p2 != 0x00)) return status(kWrongParameters);
    const auto found = current->keys.find(selected ? *selected_file_ : current->own_key);
    if (found == current->keys.end()) return status(kWrongStructure);
    const auto opened_by = found->second.opened_by;
    if (opened_by != 0 && !current->secrets.at(opened_by).verified) return status(kSecurityStatus);
    const auto key = PrivateKey::from_pem(found->second.private_pem);
    const auto signature = key->sign_digest_info(command.data);
    return signature.empty() ? status(kWrongLength) : with_status(signature, kOk);
}

ElementaryFile* SoftwareCard::file_for_reading(std::uint16_t id) {
    auto* const current = application();
    if (current == nullptr) return nullptr;
    touched_.push_back({*selected_, id});
    const auto found = current->files.find(id);
    return found == current->files.end() ? nullptr : &found->second;
}

Application* SoftwareCard::application() {
    return selected_ ? &chip_.applications[*selected_] : nullptr;
}

// A right is given by a secret of the application itself or of the master file.
bool SoftwareCard::allowed(const ElementaryFile& file) {
    if (file.opened_by.empty()) return true;
    const auto verified_in = [&](const Application& each, std::uint16_t id) {
        const auto secret = each.secrets.find(id);
        return secret != each.secrets.end() && secret->second.verified;
    };
    return std::ranges::any_of(chip_.applications, [&](const auto& each) {
        if (!each.aid.empty() && &each != application()) return false;
        return std::ranges::any_of(file.opened_by, [&](auto id) { return verified_in(each, id); });
    });
}

void SoftwareCard::reset() {
    selected_.reset();
    selected_file_.reset();
}

void SoftwareCard::power_off() {
    reset();
    for (auto& each : chip_.applications)
        for (auto& [id, secret] : each.secrets) secret.verified = false;
}

}  // namespace cardreader::virtual_card
