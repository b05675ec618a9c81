#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cardreader/bytes.hpp"

namespace cardreader::virtual_card {

/// One file of a card in software. Readable when `opened_by` is empty or one of the secrets it names has been
/// verified.
struct ElementaryFile {
    Bytes content;
    std::vector<std::uint16_t> opened_by;
    bool records = false;  // READ RECORD instead of READ BINARY; `content` is record 1
};

/// A PIN or 照合番号 on the card, with the tries it has left. Outlives power; only its `verified` does not.
struct PinObject {
    Bytes digits;  // empty: whatever is typed is right
    int full_tries = 3;
    int tries_left = 3;
    bool verified = false;
};

/// A private key that signs once the secret it names has been verified; for everybody when it names none.
struct KeyObject {
    std::string private_pem;
    std::uint16_t opened_by = 0;
};

/// One application (DF) with its files, secrets and keys, all by file id.
struct Application {
    Bytes aid;  // empty: the master file of a card whose secrets lie there, as a driver's licence's do
    std::map<std::uint16_t, ElementaryFile> files;
    std::map<std::uint16_t, PinObject> secrets;
    std::map<std::uint16_t, KeyObject> keys = {};
    std::uint16_t own_key = 0;  // signs where a command names no key; 0: none

    [[nodiscard]] bool holds(std::uint16_t id) const {
        return files.contains(id) || secrets.contains(id) || keys.contains(id);
    }
};

/// Everything a card in software holds.
struct Chip {
    Bytes atr;
    std::vector<Application> applications;
    bool knows_short_ids = true;  // some cards want every file selected
};

}  // namespace cardreader::virtual_card
