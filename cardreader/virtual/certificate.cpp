#include "cardreader/virtual/certificate.hpp"

#include <openssl/asn1.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace cardreader::virtual_card {

namespace {

constexpr long kTenYears = 10L * 365 * 24 * 60 * 60;

struct Free {
    void operator()(X509* object) const noexcept { X509_free(object); }
    void operator()(X509_NAME* object) const noexcept { X509_NAME_free(object); }
    void operator()(X509_EXTENSION* object) const noexcept { X509_EXTENSION_free(object); }
    void operator()(GENERAL_NAMES* object) const noexcept { GENERAL_NAMES_free(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

void must(bool done) {
    if (!done) throw std::runtime_error("OpenSSL could not make a certificate of the software card");
}

Owned<X509_NAME> name_from(const std::string& common_name) {
    Owned<X509_NAME> name(X509_NAME_new());
    const auto add = [&](const char* field, const std::string& text) {
        const void* const untyped = text.data();
        must(X509_NAME_add_entry_by_txt(name.get(), field, MBSTRING_UTF8,
                                        static_cast<const unsigned char*>(untyped),
                                        static_cast<int>(text.size()), -1, 0) == 1);
    };
    add("C", "JP");
    add("O", "Kakanai software card");
    add("CN", common_name);
    return name;
}

void add_extension(X509* certificate, int kind, const char* value) {
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value));
    must(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1);
}

GENERAL_NAME* other_name(std::string_view oid, const std::string& text) {
    ASN1_UTF8STRING* const string = ASN1_UTF8STRING_new();
    must(ASN1_STRING_set(string, text.data(), static_cast<int>(text.size())) == 1);
    ASN1_TYPE* const value = ASN1_TYPE_new();
    ASN1_TYPE_set(value, V_ASN1_UTF8STRING, string);
    GENERAL_NAME* const name = GENERAL_NAME_new();
    must(GENERAL_NAME_set0_othername(name, OBJ_txt2obj(std::string(oid).c_str(), 1), value) == 1);
    return name;
}

void add_personal(X509* certificate, const CertificateOrder& order) {
    if (order.personal.empty()) return;
    const Owned<GENERAL_NAMES> names(GENERAL_NAMES_new());
    for (const auto& [oid, text] : order.personal) sk_GENERAL_NAME_push(names.get(), other_name(oid, text));
    must(X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1);
}

Bytes der(X509* certificate) {
    Bytes bytes(static_cast<std::size_t>(i2d_X509(certificate, nullptr)));
    unsigned char* to = bytes.data();
    must(i2d_X509(certificate, &to) == static_cast<int>(bytes.size()));
    return bytes;
}

}  // namespace

Bytes certify(const CertificateOrder& order, const PrivateKey& subject, const std::string& issuer_name,
              const PrivateKey& issuer) {
    const Owned<X509> certificate(X509_new());
    auto* const raw = certificate.get();
    must(X509_set_version(raw, X509_VERSION_3) == 1);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), order.serial);
    X509_gmtime_adj(X509_getm_notBefore(raw), 0);
    X509_gmtime_adj(X509_getm_notAfter(raw), kTenYears);
    must(X509_set_subject_name(raw, name_from(order.common_name).get()) == 1);
    must(X509_set_issuer_name(raw, name_from(issuer_name).get()) == 1);
    must(X509_set_pubkey(raw, subject.get()) == 1);
    add_extension(raw, NID_basic_constraints, order.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    add_extension(raw, NID_key_usage,
                  order.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    add_personal(raw, order);
    must(X509_sign(raw, issuer.get(), EVP_sha256()) > 0);
    return der(raw);
}

}  // namespace cardreader::virtual_card
