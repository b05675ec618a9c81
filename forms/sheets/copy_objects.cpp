#include "forms/sheets/copy_objects.hpp"

#include <fmt/core.h>

#include <qpdf/QPDF.hh>

namespace forms {

CopiedObjects::CopiedObjects(Update& update) : update_(update) {}
CopiedObjects::~CopiedObjects() = default;

std::string CopiedObjects::text(QPDFObjectHandle object) {
    if (object.isIndirect()) return reference(object);
    if (object.isDictionary()) return "<< " + entries(object) + " >>";
    if (!object.isArray()) return object.unparse();
    std::string items = "[";
    for (int i = 0; i < object.getArrayNItems(); ++i) items += " " + text(object.getArrayItem(i));
    return items + " ]";
}

std::string CopiedObjects::entries(QPDFObjectHandle dictionary) {
    std::string words;
    for (const auto& key : dictionary.getKeys())
        if (key != "/Length")
            words += (words.empty() ? "" : " ") + QPDFObjectHandle::newName(key).unparse() + " " +
                     text(dictionary.getKey(key));
    return words;
}

std::string CopiedObjects::reference(const QPDFObjectHandle& object) {
    const auto [found, first] = numbers_.try_emplace(object.getObjGen(), 0);
    if (first) {
        found->second = update_.reserve();
        waiting_.emplace_back(found->second, object);
    }
    return fmt::format("{} 0 R", found->second);
}

void CopiedObjects::finish() {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {  // grows while it is worked off
        auto [number, object] = waiting_[i];
        if (object.isStream()) {
            const auto raw = object.getRawStreamData();
            update_.write_stream(number, entries(object.getDict()),
                                 {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
            continue;
        }
        // The same dictionary or array, no longer under a number; words and numbers are as they are.
        const bool holds = object.isDictionary() || object.isArray();
        update_.write(number, holds ? text(object.shallowCopy()) : object.unparseResolved());
    }
}

}  // namespace forms
