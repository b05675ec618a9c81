#include "cardreader/four_items.hpp"

#include <openssl/crypto.h>

namespace cardreader {

void wipe(FourItems& items) noexcept {
    for (auto* text : {&items.name, &items.address, &items.birth_date}) {
        OPENSSL_cleanse(text->data(), text->size());
        text->clear();
    }
    items.sex = '0';
    items.needs_eyes.clear();
    items.source = CardKind::MyNumber;
    items.authenticity = {};
}

}  // namespace cardreader
