#include "kiosk/screens/card_words.hpp"

namespace kiosk {
namespace {

std::string word_of(cardreader::CardKind kind) {
    using enum cardreader::CardKind;
    switch (kind) {
        case Phone:
            return "card.trouble.phone";
        case DriversLicence:
        case MyNumberLicence:
            return "card.trouble.licence";
        case ResidenceCard:
            return "card.trouble.residence";
        case MyNumber:
        case Unknown:
            break;
    }
    return "card.trouble.other_card";
}

}  // namespace

std::string word_of(const cardreader::Error& trouble) {
    using enum cardreader::Errc;
    switch (trouble.code) {
        case NoService:
        case NotPermitted:
        case NoReader:
        case ReaderGone:
            return "card.trouble.reader";
        case NoCard:
            return "card.trouble.no_card";
        case ReaderBusy:
        case CardReset:
        case CardSilent:
        case CardFault:
        case Truncated:
        case BadResponse:
            return "card.trouble.again";
        case CardRemoved:
            return "card.trouble.lifted";
        case UnknownCard:
            return word_of(trouble.card);
        case WrongPin:
            return "pin.wrong";
        case PinAtRisk:
            return "pin.at_risk";
        case PinLocked:
            return "pin.locked";
        case AccessRefused:
            return "card.trouble.refused";
        case Cancelled:
            return "card.trouble.again";
    }
    return "card.trouble.again";
}

}  // namespace kiosk
