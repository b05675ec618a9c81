#include "cardreader/my_number/trust.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
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
    return PublicKey::from_pem(std::string(std::istreambuf_iterator<char>(stream), {}));
}

}  // namespace

tl::expected<TrustAnchors, AnchorProblem> load_trust_anchors(const std::filesystem::path& folder) {
    std::error_code unreadable;
    const std::filesystem::directory_iterator entries(folder, unreadable);
    if (unreadable) return tl::unexpected(AnchorProblem{folder, unreadable.message()});
    TrustAnchors anchors;
    for (const auto& entry : entries) {
        const auto& file = entry.path();
        if (file.extension() != ".pem") continue;
        const auto id = key_id_from(file.stem().string());
        if (!id)
            return tl::unexpected(AnchorProblem{file, "the name is not a key id of 32 hexadecimal digits"});
        auto key = key_from_file(file);
        if (!key)
            return tl::unexpected(AnchorProblem{file, "not an RSA public key of 2048 to 4096 bits in PEM"});
        anchors.push_back({.id = *id, .key = *std::move(key)});
    }
    return anchors;
}

}  // namespace cardreader
