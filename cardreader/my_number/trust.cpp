#include "cardreader/my_number/trust.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

namespace cardreader {

namespace {

std::optional<KeyId> key_id_from(const std::string& hex) {
    KeyId id{};
    if (hex.size() != 2 * id.size()) return std::nullopt;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const char* const first = hex.data() + 2 * i;
        const auto [end, error] = std::from_chars(first, first + 2, id[i], 16);
        if (error != std::errc{} || end != first + 2) return std::nullopt;
    }
    return id;
}

std::optional<PublicKey> key_from_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    return file.extension() == ".pem" ? PublicKey::from_pem(content) : PublicKey::from_der(content);
}

}  // namespace

bool for_tests_only(const KeyId& issuer) noexcept {
    constexpr std::string_view kTests = "6000033";
    return std::equal(kTests.begin(), kTests.end(), issuer.begin());
}

std::optional<std::filesystem::path> choose_anchors(const std::string& option, const std::string& variable) {
    if (!option.empty()) return option;
    if (!variable.empty()) return variable;
    std::error_code unreadable;
    if (!std::filesystem::exists(kAnchorsFolder, unreadable) && !unreadable) return std::nullopt;
    return kAnchorsFolder;
}

tl::expected<TrustAnchors, AnchorProblem> load_trust_anchors(const std::filesystem::path& folder) {
    std::error_code unreadable;
    const std::filesystem::directory_iterator entries(folder, unreadable);
    if (unreadable)
        return tl::unexpected(AnchorProblem{folder, "フォルダーを開けません", "the folder cannot be opened"});
    TrustAnchors anchors;
    for (const auto& entry : entries) {
        const auto& file = entry.path();
        if (file.extension() != ".pem" && file.extension() != ".der") continue;
        const auto id = key_id_from(file.stem().string());
        if (!id)
            return tl::unexpected(AnchorProblem{file, "ファイル名が発行者の鍵ID(16進32桁)になっていません",
                                                "the name is not a key id of 32 hexadecimal digits"});
        auto key = key_from_file(file);
        if (!key)
            return tl::unexpected(AnchorProblem{file, "2048〜4096ビットのRSA公開鍵(PEM・DER)ではありません",
                                                "not an RSA public key of 2048 to 4096 bits in PEM or DER"});
        anchors.push_back({.id = *id, .key = *std::move(key)});
    }
    return anchors;
}

}  // namespace cardreader
