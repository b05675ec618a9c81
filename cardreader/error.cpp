#include "cardreader/error.hpp"

namespace cardreader {

std::string_view name(Errc code) noexcept {
    switch (code) {
        case Errc::NoService:
            return "no_service";
        case Errc::NotPermitted:
            return "not_permitted";
        case Errc::NoReader:
            return "no_reader";
        case Errc::NoCard:
            return "no_card";
        case Errc::ReaderBusy:
            return "reader_busy";
        case Errc::ReaderGone:
            return "reader_gone";
        case Errc::CardRemoved:
            return "card_removed";
        case Errc::CardReset:
            return "card_reset";
        case Errc::CardSilent:
            return "card_silent";
        case Errc::CardFault:
            return "card_fault";
        case Errc::UnknownCard:
            return "unknown_card";
        case Errc::WrongPin:
            return "wrong_pin";
        case Errc::PinAtRisk:
            return "pin_at_risk";
        case Errc::PinLocked:
            return "pin_locked";
        case Errc::AccessRefused:
            return "access_refused";
        case Errc::Truncated:
            return "truncated";
        case Errc::BadResponse:
            return "bad_response";
        case Errc::Cancelled:
            return "cancelled";
    }
    return "bad_response";
}

std::string_view name(CardKind kind) noexcept {
    switch (kind) {
        case CardKind::Unknown:
            return "unknown";
        case CardKind::MyNumber:
            return "my_number";
        case CardKind::Phone:
            return "phone";
        case CardKind::DriversLicence:
            return "drivers_licence";
        case CardKind::MyNumberLicence:
            return "my_number_licence";
        case CardKind::ResidenceCard:
            return "residence_card";
    }
    return "unknown";
}

}  // namespace cardreader
