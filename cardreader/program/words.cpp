#include "cardreader/program/words.hpp"

#include <fmt/format.h>

#include <array>

namespace cardreader::program {

namespace {

Words words(Errc code) {
    switch (code) {
        case Errc::NoService:
            return {"カードのしくみ(pcscd)が動いていません。職員: pcscd を起動してください。",
                    "The card service (pcscd) is not running. Staff: start pcscd."};
        case Errc::NotPermitted:
            return {
                "このアカウントにはカードリーダーを使う許可がありません。職員: kakanai-card doctor "
                "をお試しください。",
                "This account may not use card readers. Staff: run kakanai-card doctor."};
        case Errc::NoReader:
            return {
                "カードリーダーが見つかりません。つながっているか、名前が合っているかをお確かめください。",
                "No card reader was found. Check that it is plugged in and that its name is right."};
        case Errc::NoCard:
            return {"カードを置いてください。", "Place the card on the reader."};
        case Errc::ReaderBusy:
            return {"カードリーダーがほかの処理で使われています。カードを一度取って、置き直してください。",
                    "The reader is in use. Take the card off and place it again."};
        case Errc::ReaderGone:
            return {"カードリーダーが外れました。つなぎ直してください。",
                    "The reader was unplugged. Plug it in again."};
        case Errc::CardRemoved:
            return {"読み取りの途中でカードが離れました。もう一度置いてください。",
                    "The card was lifted while it was being read. Place it again."};
        case Errc::CardReset:
            return {"読み取りがほかのプログラムに中断されました。もう一度お試しください。",
                    "Another program interrupted the reading. Please try again."};
        case Errc::CardSilent:
            return {"カードから返事がありません。カードを一度取って、置き直してください。",
                    "The card does not answer. Take it off and place it again."};
        case Errc::CardFault:
            return {"カードが正しく動いていません。置き直してもだめなときは、職員にお声がけください。",
                    "The card is not working. Place it again; if that does not help, ask a clerk."};
        case Errc::UnknownCard:
            return {"マイナンバーカードではないようです。", "This does not seem to be a My Number card."};
        case Errc::WrongPin:
            return {"番号が違います。", "The number is wrong."};
        case Errc::PinAtRisk:
            return {
                "次にまちがえるとロックされるため、番号は送りませんでした。職員にお声がけください。",
                "The number was not sent, because one more mistake would lock the card. Please ask a clerk."};
        case Errc::PinLocked:
            return {"番号がロックされています。市区町村の窓口で解除できます。職員にお声がけください。",
                    "The number is locked. The municipal counter can unlock it. Please ask a clerk."};
        case Errc::AccessRefused:
            return {"カードが読み取りを許しませんでした。職員にお声がけください。",
                    "The card refused to be read. Please ask a clerk."};
        case Errc::Truncated:
            return {"カードの返事が途中で切れました。置き直してください。",
                    "The card's answer was cut short. Place it again."};
        case Errc::BadResponse:
            return {"カードの返事が読めませんでした。職員にお声がけください。",
                    "The card's answer could not be understood. Please ask a clerk."};
        case Errc::Cancelled:
            return {"中止しました。", "Stopped."};
    }
    return {};
}

Words words(CardKind kind) {
    switch (kind) {
        case CardKind::Phone:
            return {"スマートフォンのようです。カードを置いてください。",
                    "This seems to be a smartphone. Place the card itself."};
        case CardKind::DriversLicence:
            return {"運転免許証のようです。マイナンバーカードを置いてください。",
                    "This seems to be a driver's licence. Place a My Number card."};
        case CardKind::MyNumberLicence:
            return {
                "マイナ免許証のようですが、住所と氏名を読み取れません。職員にお声がけください。",
                "This seems to be a My Number licence without name and address to read. Please ask a clerk."};
        case CardKind::ResidenceCard:
            return {"在留カードまたは特別永住者証明書のようです。職員にお声がけください。",
                    "This seems to be a residence card. Please ask a clerk."};
        case CardKind::MyNumber:
        case CardKind::Unknown:
            break;
    }
    return words(Errc::UnknownCard);
}

constexpr std::array kAll{Errc::NoService,   Errc::NotPermitted, Errc::NoReader,      Errc::NoCard,
                          Errc::ReaderBusy,  Errc::ReaderGone,   Errc::CardRemoved,   Errc::CardReset,
                          Errc::CardSilent,  Errc::CardFault,    Errc::UnknownCard,   Errc::WrongPin,
                          Errc::PinAtRisk,   Errc::PinLocked,    Errc::AccessRefused, Errc::Truncated,
                          Errc::BadResponse, Errc::Cancelled};

}  // namespace

std::string sentence(const Error& error, Language language) {
    auto text = (error.code == Errc::UnknownCard ? words(error.card) : words(error.code)).in(language);
    if (error.code != Errc::WrongPin) return text;
    // The card locks with the last of these, and we stop one before: what may still be typed here is one
    // less.
    text += language == Language::English
                ? fmt::format(" {} tries are left on the card.", error.tries_left)
                : fmt::format("カードに残っているのは、あと{}回です。", error.tries_left);
    return text;
}

int exit_code(Errc code) noexcept {
    constexpr int kFirst = 10;
    return kFirst + static_cast<int>(code);
}

std::string exit_codes(Language language) {
    std::string text = Words{"終了コード:\n  0 正常\n  1 問題が見つかった\n  2 使い方の誤り\n",
                             "Exit codes:\n  0 ok\n  1 problems found\n  2 wrong usage\n"}
                           .in(language);
    for (const auto code : kAll) text += fmt::format("  {} {}\n", exit_code(code), name(code));
    return text;
}

}  // namespace cardreader::program
