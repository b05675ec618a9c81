#include "cardreader/pcsc/desk.hpp"

#include "cardreader/pcsc/chosen.hpp"
#include "cardreader/pcsc/line.hpp"
#include "cardreader/pcsc/readers.hpp"

namespace cardreader {

namespace {

Result<std::vector<std::string>> readers_with_a_card(const Desk& desk) {
    const auto readers = list_readers();
    if (!readers) return fail(readers);
    const auto meant = chosen_among(*readers, desk.reader);
    if (meant.empty()) return fail({.code = Errc::NoReader});
    std::vector<std::string> names;
    for (const auto& reader : meant)
        if (reader.card) names.push_back(reader.name);
    if (names.empty()) return fail({.code = Errc::NoCard});
    return names;
}

/// How it went at one reader. Not settled: this card is not the one, or cannot be reached, and the other
/// readers may have it.
struct Attempt {
    Result<void> outcome;
    bool settled = true;
};

Attempt converse_with(const std::string& reader, const Desk& desk,
                      const std::function<Result<void>(Session&)>& talk) {
    auto line = pcsc::Line::open(reader, desk.reader_free_within, desk.card_answers_within);
    if (!line) {
        const auto code = line.error().code;
        return {.outcome = fail(line), .settled = code == Errc::NoService || code == Errc::NotPermitted};
    }
    auto spoken = talk(**line);
    const bool another_card = !spoken && spoken.error().code == Errc::UnknownCard;
    return {.outcome = std::move(spoken), .settled = !another_card};
}

}  // namespace

Result<void> converse(const Desk& desk, const std::function<Result<void>(Session&)>& talk) {
    const auto names = readers_with_a_card(desk);
    if (!names) return fail(names);
    std::optional<Error> first_failure;
    for (const auto& name : *names) {
        auto attempt = converse_with(name, desk, talk);
        if (attempt.settled) return std::move(attempt.outcome);
        // A stranger's card in another reader matters least: a busy reader may hold the one that is meant.
        if (!first_failure || first_failure->code == Errc::UnknownCard)
            first_failure = attempt.outcome.error();
    }
    return fail(*first_failure);
}

}  // namespace cardreader
