#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cardreader/bytes.hpp"
#include "cardreader/virtual/private_key.hpp"

namespace cardreader::virtual_card {

/// What is to be certified.
struct CertificateOrder {
    std::string common_name;
    int serial = 1;
    bool authority = false;  // may itself sign certificates
    std::vector<std::pair<std::string_view, std::string>>
        personal;  // OID and UTF-8 text, as subjectAltName otherName
};

/// An X.509 certificate in DER, signed with RSA and SHA-256, valid for ten years from now.
[[nodiscard]] Bytes certify(const CertificateOrder& order, const PrivateKey& subject,
                            const std::string& issuer_name, const PrivateKey& issuer);

}  // namespace cardreader::virtual_card
