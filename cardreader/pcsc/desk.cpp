#include "cardreader/pcsc/desk.hpp"

#include "cardreader/pcsc/line.hpp"
#include "cardreader/pcsc/readers.hpp"

namespace cardreader {

namespace {

Result<std::vector<std::string>> readers_with_a_card(const Desk& desk) {
    const auto readers = list_readers();
    if (!readers) return fail(readers);
    bool reader_found = false;
    std::vector<std::string> names;
    for (const auto& reader : *readers) {
        if (desk.reader && reader.name != *desk.reader) continue;
        reader_found = true;
        if (reader.card) names.push_back(reader.name);
    }
    if (!reader_found) return fail({.code = Errc::NoReader});
    if (names.empty()) return fail({.code = Errc::NoCard});
    return names;
}

Result<void> converse_with(const std::string& reader, const Desk& desk,
                           const std::function<Result<void>(Session&)>& talk) {
    auto line = pcsc::Line::open(reader, desk.reader_free_within, desk.card_answers_within);
    if (!line) return fail(line);
    return talk(**line);
}

// What says nothing about the other readers' cards: those are tried as well.
bool another_reader_may_do(Errc code) {
    return code == Errc::UnknownCard || code == Errc::NoCard || code == Errc::ReaderBusy ||
           code == Errc::ReaderGone;
}

}  // namespace

Result<void> converse(const Desk& desk, const std::function<Result<void>(Session&)>& talk) {
    const auto names = readers_with_a_card(desk);
    if (!names) return fail(names);
    std::optional<Error> first_failure;
    for (const auto& name : *names) {
        const auto spoken = converse_with(name, desk, talk);
        if (spoken || !another_reader_may_do(spoken.error().code)) return spoken;
        // A stranger's card in another reader matters least: a busy reader may hold the one that is meant.
        if (!first_failure || first_failure->code == Errc::UnknownCard) first_failure = spoken.error();
    }
    return fail(*first_failure);
}

}  // namespace cardreader
