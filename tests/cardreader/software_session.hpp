#pragma once
#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "cardreader/my_number/files.hpp"
#include "cardreader/session.hpp"
#include "cardreader/virtual/faulty_card.hpp"
#include "cardreader/virtual/issue.hpp"
#include "tests/cardreader/record.hpp"

namespace cardreader {

/// The software card as a Session, without a reader between; a card that was lifted or fell silent stays so.
class SoftwareSession final : public Session {
public:
    explicit SoftwareSession(virtual_card::FaultyCard& card) : card_(card) {}

    Result<Response> transmit(ByteView command) override {
        record(command);
        commands.emplace_back(command.begin(), command.end());
        if (gone_) return fail({.code = Errc::CardRemoved});
        auto happening = card_.answer(command);
        if (std::holds_alternative<virtual_card::NeverAnswered>(happening))
            return fail({.code = Errc::CardSilent});
        if (std::holds_alternative<virtual_card::Lifted>(happening)) {
            gone_ = true;
            return fail({.code = Errc::CardRemoved});
        }
        auto bytes = std::get<virtual_card::Answered>(std::move(happening)).bytes;
        if (bytes.size() < 2) return fail({.code = Errc::Truncated});
        const auto status = static_cast<std::uint16_t>(bytes[bytes.size() - 2] << 8 | bytes.back());
        bytes.resize(bytes.size() - 2);
        return Response{.data = std::move(bytes), .status = StatusWord{status}};
    }

    std::vector<Bytes> commands;

private:
    virtual_card::FaultyCard& card_;
    bool gone_ = false;
};

inline std::filesystem::path persona_file(std::string_view name) {
    return std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets/personas" / (std::string(name) + ".toml");
}

inline virtual_card::Persona persona(std::string_view name) {
    return virtual_card::load_persona(persona_file(name)).value();
}

/// Every persona file of the house.
inline std::vector<std::string> all_personas() {
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(KAKANAI_SOURCE_DIR) / "assets/personas"))
        names.push_back(entry.path().stem().string());
    return names;
}

inline virtual_card::FaultyCard card_of(const virtual_card::Persona& person,
                                        std::vector<virtual_card::Fault> faults = {}) {
    return virtual_card::FaultyCard(virtual_card::SoftwareCard(virtual_card::issue_my_number_card(person)),
                                    std::move(faults));
}

/// Whether anybody ever selected or read 個人番号: EF0001 of 券面事項入力補助AP, or its picture, EF0005 of
/// 券面事項確認AP.
inline bool my_number_touched(const virtual_card::SoftwareCard& card) {
    constexpr std::array<std::uint8_t, 10> kSurface{0xD3, 0x92, 0x10, 0x00, 0x31,
                                                    0x00, 0x01, 0x01, 0x04, 0x02};
    return std::ranges::any_of(card.touched(), [&](const auto& touched) {
        const auto& aid = card.chip().applications[touched.application].aid;
        return (touched.file == 0x0001 && std::ranges::equal(aid, my_number::kTextApplication)) ||
               (touched.file == 0x0005 && std::ranges::equal(aid, kSurface));
    });
}

}  // namespace cardreader
