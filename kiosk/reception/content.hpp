#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "kiosk/reception/moment.hpp"
#include "kiosk/reception/package_id.hpp"

namespace kiosk::reception {

using Bytes = std::vector<std::uint8_t>;

/// One item of one person. `source` is card, record, qr, resident, clerk or computed; `unknown` is
/// わからない, which is an answer and not the same as an empty value.
struct Field {
    std::string value{};  // dates ISO 8601, choices by id, truth as "true"/"false"
    std::string source{};
    bool unknown = false;
    bool operator==(const Field&) const = default;
};

/// `id` as in the pack ("applicant", "household[1]"); `role` as the core systems read it (届出人, 世帯員,
/// 死亡者). Fields by item without the person: "name", "name_kana", "birth_date". The export profile decides
/// their columns.
struct Person {
    std::string id{};
    std::string role{};
    std::map<std::string, Field> fields{};
    bool operator==(const Person&) const = default;
};

struct Procedure {
    std::string id{};
    std::string name{};
    std::string division{};  // 所管課
    std::string outcome{};   // applies, ask
    std::string deadline{};  // ISO date or empty
    std::vector<std::string> documents{};
    bool operator==(const Procedure&) const = default;
};

/// Every reachable fact in long form, whatever person it belongs to.
struct Answer {
    std::string item{};   // "deceased.health_insurance"
    std::string label{};  // 健康保険
    std::string value{};  // national_health
    std::string text{};   // 国民健康保険
    std::string source{};
    bool unknown = false;
    bool operator==(const Answer&) const = default;
};

/// One finished PDF. `id` is a file name without folder or extension: a-z, 0-9, _ and -.
struct Document {
    std::string id{};
    std::string title{};
    std::string division{};
    int copies = 1;
    bool in_package = true;  // slips for the resident are printed only
    Bytes pdf{};
    bool operator==(const Document&) const = default;
};

/// How sure we are who came (facts: linkage-security §1.3).
enum class IdentityEvidence : std::uint8_t {
    None,
    Card4itemsPin,
    Card4itemsSignatureVerified,
    JpkiCertVerified
};

/// A finished visit as the kiosk hands it in. Plain data: no clock, no pack, no screen.
struct NewReception {
    PackageId package_id;
    Moment created_at;
    std::string municipality_code{};  // six digits
    std::string counter{};            // "A1": a-z, A-Z, 0-9 and -
    std::string event{};              // "bereavement"
    std::string event_name{};         // ご家族が亡くなられた
    std::string clerk{};              // staff id when a clerk led the visit, else empty
    IdentityEvidence identity = IdentityEvidence::None;
    std::string
        card_check{};  // how the check of the card's signature ended, "verified"; empty without a card
    std::string pack_id{};
    std::string pack_version{};
    std::vector<Person> persons{};
    std::vector<Procedure> procedures{};
    std::vector<Answer> answers{};
    std::vector<Document> documents{};
    std::vector<std::string> needs_eyes{};  // item keys whose characters a clerk must compare with the card
    bool operator==(const NewReception&) const = default;
};

}  // namespace kiosk::reception
