#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "cardreader/rsa.hpp"

namespace cardreader {

/// The name of an issuer's key as certificates on cards carry it, such as "5000033" 08 05 "001" 00000000.
using KeyId = std::array<std::uint8_t, 16>;

/// One issuer that this deployment trusts.
struct TrustAnchor {
    KeyId id{};
    PublicKey key;
};
using TrustAnchors = std::vector<TrustAnchor>;

/// Whether this key only vouches for test cards (facts/card.md 3.1: the hierarchy 6000033).
[[nodiscard]] bool for_tests_only(const KeyId& issuer) noexcept;

/// Where a counter's machine keeps the keys of the issuers it trusts.
inline constexpr const char* kAnchorsFolder = "/etc/kakanai/anchors";

/// The folder that is meant: the one named on the command line, else the one of the environment, else
/// kAnchorsFolder if there is one. Empty: no card is checked.
[[nodiscard]] std::optional<std::filesystem::path> choose_anchors(const std::string& option,
                                                                  const std::string& variable);

/// Why the folder of anchors cannot be used.
struct AnchorProblem {
    std::filesystem::path file;
    std::string ja, en;
};

/// Reads every `<32 hex digits>.pem` or `.der` of the folder: the file name is the issuer's key id, the
/// content its RSA public key. The keys of the real issuer are not published; a municipality gets them from
/// J-LIS. One bad file refuses the whole folder, so that a typing mistake is noticed and not taken for "not
/// checked".
[[nodiscard]] tl::expected<TrustAnchors, AnchorProblem> load_trust_anchors(
    const std::filesystem::path& folder);

}  // namespace cardreader
