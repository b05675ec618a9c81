#include "cardreader/my_number/read.hpp"

#include <openssl/crypto.h>

#include "cardreader/apdu.hpp"
#include "cardreader/my_number/files.hpp"
#include "cardreader/my_number/parse.hpp"
#include "cardreader/verify.hpp"

namespace cardreader {

namespace {

SecretFile secret_file(Entry entry) {
    switch (entry) {
        case Entry::ByPin:
            return {.file = my_number::kPinFile, .full_tries = 3};
        case Entry::ByNumberB:
            return {.file = my_number::kNumberBFile, .full_tries = 10};
    }
    return {};
}

Result<FourItems> read(Session& card, Entry entry, ByteView digits) {
    if (auto opened = open_application(card, my_number::kTextApplication); !opened) return fail(opened);
    const auto tries = ask_tries(card, secret_file(entry));
    if (!tries) return fail(tries);
    if (auto verified = verify(card, *tries, digits); !verified) return fail(verified);
    auto file = read_object(card, my_number::kFourItemsFile);
    if (!file) return fail(file);
    auto items = my_number::parse_four_items(*file);
    OPENSSL_cleanse(file->data(), file->size());
    return items;
}

}  // namespace

Result<int> tries_left(Session& card, Entry entry) {
    if (auto opened = open_application(card, my_number::kTextApplication); !opened) return fail(opened);
    const auto tries = ask_tries(card, secret_file(entry));
    if (!tries) return fail(tries);
    return tries->left;
}

Result<FourItems> read_four_items(Session& card, const Pin& pin) {
    return read(card, Entry::ByPin, pin.bytes());
}

Result<FourItems> read_four_items(Session& card, const NumberB& number_b) {
    return read(card, Entry::ByNumberB, number_b.bytes());
}

}  // namespace cardreader
