#include "kiosk/workers/card_evidence.hpp"

namespace kiosk {

namespace {

using cardreader::CheckStep;
using cardreader::Verdict;

struct Step {
    const char* word;
    const char* ja;
};

Step step(CheckStep failed_at) {
    switch (failed_at) {
        case CheckStep::None:
            break;
        case CheckStep::Anchor:
            return {"anchor", "発行者"};
        case CheckStep::Certificate:
            return {"certificate", "証明書"};
        case CheckStep::Signature:
            return {"signature", "署名"};
        case CheckStep::Items:
            return {"items", "4情報"};
        case CheckStep::CardKey:
            return {"card-key", "カードの鍵"};
    }
    return {"", ""};
}

std::string signature_words(const cardreader::Authenticity& found) {
    switch (found.verdict) {
        case Verdict::NotChecked:
            return "カードの署名：未確認";
        case Verdict::Verified:
            return found.test_issuer ? "カードの署名：確認済（試験用の認証局）" : "カードの署名：確認済";
        case Verdict::Failed:
            return std::string("カードの署名：要確認（") + step(found.failed_at).ja + "）券面の目視 □済";
    }
    return {};
}

}  // namespace

std::string card_check(const Submission& submission) {
    if (submission.identity != Identity::Card) return {};
    const auto& found = submission.authenticity;
    switch (found.verdict) {
        case Verdict::NotChecked:
            return "not-checked";
        case Verdict::Verified:
            return found.test_issuer ? "verified-test-issuer" : "verified";
        case Verdict::Failed:
            return std::string("failed-") + step(found.failed_at).word;
    }
    return {};
}

std::string card_words(const Submission& submission) {
    if (submission.identity != Identity::Card) return {};
    auto words = signature_words(submission.authenticity);
    if (submission.card_disputed)
        words += "　読み取りがちがうとのお申し出：券面の目視 □済";
    else if (submission.needs_eyes)
        words += "　読み取れない字があります：券面の目視 □済";
    return words;
}

}  // namespace kiosk
