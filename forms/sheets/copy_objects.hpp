#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/sheets/append_update.hpp"

class QPDFObjGen;

namespace forms {

/// Objects of another document on their way into an update, each once and under a new number.
class CopiedObjects {
public:
    explicit CopiedObjects(Update& update);
    ~CopiedObjects();
    CopiedObjects(const CopiedObjects&) = delete;
    CopiedObjects& operator=(const CopiedObjects&) = delete;

    /// The object as it stands in the update. What it refers to is written by `finish`.
    [[nodiscard]] std::string text(QPDFObjectHandle object);
    /// A dictionary's keys and values, without the key that says how long its stream is.
    [[nodiscard]] std::string entries(QPDFObjectHandle dictionary);
    void finish();

private:
    [[nodiscard]] std::string reference(const QPDFObjectHandle& object);

    Update& update_;
    std::map<QPDFObjGen, int> numbers_;
    std::vector<std::pair<int, QPDFObjectHandle>> waiting_;
};

}  // namespace forms
