#include "kiosk/workers/card_evidence.hpp"

#include <catch2/catch.hpp>

#include "kiosk/reception/codec.hpp"
#include "kiosk/reception/random.hpp"
#include "kiosk/workers/reception_content.hpp"

using namespace kiosk;
using cardreader::Authenticity;
using cardreader::CheckStep;
using cardreader::Verdict;

namespace {

Submission visit_with(const Authenticity& found, Identity identity = Identity::Card) {
    Submission submission;
    submission.identity = identity;
    submission.authenticity = found;
    return submission;
}

std::string_view evidence(const Authenticity& found) {
    const forms::Pack pack;
    auto submission = visit_with(found);
    submission.pack = &pack;
    reception::SystemRandom random;
    const ReceptionFrame frame{
        .package_id = reception::PackageId::make({}, random), .created_at = {}, .counter = "A1"};
    return reception::word(reception_of(submission, frame, {}).identity);
}

}  // namespace

TEST_CASE("how the card was checked is said to the clerk: verified, not checked, or where it failed",
          "[kiosk][workers]") {
    CHECK(card_words(visit_with({})) == "カードの署名：未確認");
    CHECK(card_words(visit_with({.verdict = Verdict::Verified})) == "カードの署名：確認済");
    CHECK(card_words(visit_with({.verdict = Verdict::Failed, .failed_at = CheckStep::Anchor})) ==
          "カードの署名：要確認（発行者）券面の目視 □済");
    CHECK(card_check(visit_with({.verdict = Verdict::Failed, .failed_at = CheckStep::Items})) ==
          "failed-items");
    CHECK(card_words(visit_with({}, Identity::Typed)).empty());
    CHECK(card_check(visit_with({}, Identity::Typed)).empty());
}

TEST_CASE(
    "who said that the card was read wrongly, and a letter that cannot be trusted, send the clerk to the "
    "card itself",
    "[kiosk][workers]") {
    auto submission = visit_with({.verdict = Verdict::Verified});
    submission.needs_eyes = true;
    CHECK(card_words(submission) == "カードの署名：確認済　読み取れない字があります：券面の目視 □済");
    submission.card_disputed = true;
    CHECK(card_words(submission) == "カードの署名：確認済　読み取りがちがうとのお申し出：券面の目視 □済");
}

TEST_CASE("a card of a test issuer is called that, and is no evidence of a signature", "[kiosk][workers]") {
    const Authenticity test{.verdict = Verdict::Verified, .test_issuer = true};
    CHECK(card_words(visit_with(test)) == "カードの署名：確認済（試験用の認証局）");
    CHECK(card_check(visit_with(test)) == "verified-test-issuer");
    CHECK(evidence(test) == "card4items-pin");
    CHECK(evidence({}) == "card4items-pin");
    CHECK(evidence({.verdict = Verdict::Failed, .failed_at = CheckStep::Items}) == "card4items-pin");
    CHECK(evidence({.verdict = Verdict::Verified}) == "card4items-signature-verified");
}
