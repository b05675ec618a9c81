#include "cardreader/my_number/read.hpp"

#include <openssl/crypto.h>

#include "cardreader/apdu.hpp"
#include "cardreader/identify.hpp"
#include "cardreader/my_number/authenticity.hpp"
#include "cardreader/my_number/evidence.hpp"
#include "cardreader/my_number/files.hpp"
#include "cardreader/my_number/parse.hpp"
#include "cardreader/verify.hpp"

namespace cardreader {

namespace {

// What is no My Number card is told apart here, so that each kind gets its own sentence.
Result<void> open(Session& card) {
    auto opened = open_application(card, my_number::kTextApplication);
    if (opened || opened.error().code != Errc::UnknownCard) return opened;
    const auto kind = identify(card);
    if (!kind) return fail(kind);
    return fail({.code = Errc::UnknownCard, .card = *kind, .detail = opened.error().detail});
}

SecretFile secret_file(Entry entry) {
    switch (entry) {
        case Entry::ByPin:
            return {.file = my_number::kPinFile, .full_tries = 3};
        case Entry::ByNumberB:
            return {.file = my_number::kNumberBFile, .full_tries = 10};
    }
    return {};
}

/// How sure the reader wants to be.
struct Checks {
    const TrustAnchors& anchors;
    Challenge challenge;
};

Result<Authenticity> authenticity(Session& card, const Bytes& four_items, const Checks& checks,
                                  Naming naming) {
    if (checks.anchors.empty()) return Authenticity{};
    const auto signature = my_number::read_evidence(card, my_number::kSignatureFile, naming);
    if (!signature) return fail(signature);
    const auto certificate = my_number::read_evidence(card, my_number::kCertificateFile, naming);
    if (!certificate) return fail(certificate);
    const auto files = my_number::check(
        {.four_items = four_items, .signature = *signature, .certificate = *certificate}, checks.anchors);
    if (files.verdict != Verdict::Verified || checks.challenge == Challenge::No) return files;
    return my_number::challenge(card, *certificate, files, naming);
}

Result<FourItems> read_opened(Session& card, const Checks& checks, Naming naming) {
    auto file = read_object(card, my_number::kFourItemsFile, naming);
    if (!file) return fail(file);
    auto items = my_number::parse_four_items(*file);
    const auto genuine = items ? authenticity(card, *file, checks, naming) : Authenticity{};
    OPENSSL_cleanse(file->data(), file->size());
    if (!genuine) return fail(genuine);
    if (items) items->authenticity = *genuine;
    return items;
}

Result<FourItems> read(Session& card, Entry entry, ByteView digits, const Checks& checks) {
    if (auto opened = open(card); !opened) return fail(opened);
    const auto tries = ask_tries(card, secret_file(entry));
    if (!tries) return fail(tries);
    if (auto verified = verify(card, *tries, digits); !verified) return fail(verified);
    return read_opened(card, checks, tries->naming);
}

}  // namespace

Result<int> tries_left(Session& card, Entry entry) {
    if (auto opened = open(card); !opened) return fail(opened);
    const auto tries = ask_tries(card, secret_file(entry));
    if (!tries) return fail(tries);
    return tries->left;
}

Result<FourItems> read_four_items(Session& card, const Pin& pin, const TrustAnchors& anchors,
                                  Challenge challenge) {
    return read(card, Entry::ByPin, pin.bytes(), {.anchors = anchors, .challenge = challenge});
}

Result<FourItems> read_four_items(Session& card, const NumberB& number_b, const TrustAnchors& anchors,
                                  Challenge challenge) {
    return read(card, Entry::ByNumberB, number_b.bytes(), {.anchors = anchors, .challenge = challenge});
}

}  // namespace cardreader
