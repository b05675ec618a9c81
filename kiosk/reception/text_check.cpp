#include "kiosk/reception/text_check.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>

namespace kiosk::reception {

namespace {

bool may_stand(UChar32 c) {
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return false;                          // C0, DEL, C1
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;  // bidi
    if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029 || c == 0xFEFF) return false;
    return u_charType(c) != U_UNASSIGNED && u_charType(c) != U_SURROGATE;
}

// Below zero for bytes that are not UTF-8. The branches are those of ICU's macro.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
UChar32 next_code_point(std::string_view text, std::int32_t& at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), c);
    return c;
}

bool is_word(std::string_view text, std::string_view extra) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || extra.find(c) != std::string_view::npos;
    });
}

// Collects the first thing that is wrong, so that the checks below read as a list.
class Checks {
public:
    void text(std::string_view value, std::string_view place) {
        if (!storable(value)) add(place);
    }
    void that(bool right, std::string_view place) {
        if (!right) add(place);
    }
    [[nodiscard]] Result<void> result() const {
        if (problem_.empty()) return {};
        return fail(Errc::BadInput, problem_);
    }

private:
    void add(std::string_view place) {
        if (problem_.empty()) problem_ = place;
    }
    std::string problem_;
};

constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

void check_head(const NewReception& reception, Checks& checks) {
    const auto& code = reception.municipality_code;
    checks.that(code.size() == 6 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; }),
                "municipality_code");
    checks.that(is_word(reception.counter, kUpper), "counter");
    checks.that(is_word(reception.event, "_-"), "event");
    checks.text(reception.event_name, "event_name");
    checks.text(reception.clerk, "clerk");
    checks.text(reception.pack_id, "pack_id");
    checks.text(reception.pack_version, "pack_version");
    for (const auto& item : reception.needs_eyes) checks.text(item, "needs_eyes");
}

void check_persons(const NewReception& reception, Checks& checks) {
    for (const auto& person : reception.persons) {
        checks.text(person.id, "person id");
        checks.text(person.role, person.id + ".role");
        for (const auto& [item, field] : person.fields) {
            checks.text(item, person.id + " item name");
            checks.text(field.value, person.id + "." + item);
            checks.text(field.source, person.id + "." + item + " source");
        }
    }
}

void check_long_lists(const NewReception& reception, Checks& checks) {
    for (const auto& answer : reception.answers) {
        checks.text(answer.item, "answer item");
        for (const auto* text : {&answer.label, &answer.value, &answer.text, &answer.source})
            checks.text(*text, "answer " + answer.item);
    }
    for (const auto& procedure : reception.procedures) {
        for (const auto* text :
             {&procedure.id, &procedure.name, &procedure.division, &procedure.outcome, &procedure.deadline})
            checks.text(*text, "procedure " + procedure.id);
        for (const auto& document : procedure.documents) checks.text(document, "procedure " + procedure.id);
    }
    std::set<std::string> seen;
    for (const auto& document : reception.documents) {
        checks.that(is_word(document.id, "_-"), "document id");
        checks.that(seen.insert(document.id).second, "document twice: " + document.id);
        checks.that(document.copies >= 0 && document.copies <= 99, "copies of " + document.id);
        checks.text(document.title, "title of " + document.id);
        checks.text(document.division, "division of " + document.id);
    }
}

}  // namespace

bool storable(std::string_view text) {
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());)
        if (const auto c = next_code_point(text, at); c < 0 || !may_stand(c)) return false;
    return true;
}

Result<void> check_texts(const NewReception& reception) {
    Checks checks;
    check_head(reception, checks);
    check_persons(reception, checks);
    check_long_lists(reception, checks);
    return checks.result();
}

}  // namespace kiosk::reception
