#include "forms/sheets/append_update.hpp"

#include <fmt/core.h>

#include <charconv>
#include <cstdint>
#include <map>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>

namespace forms {
namespace {

constexpr std::size_t kTail = 2048;      // bytes from the end within which `startxref` stands
constexpr std::size_t kWorthwhile = 64;  // bytes: shorter streams are not compressed

std::string deflated(const std::string& bytes) {
    Pl_Buffer collected("collected");
    Pl_Flate flate("flate", &collected, Pl_Flate::a_deflate);
    flate.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    flate.finish();
    const auto buffer = collected.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The offset of the last cross-reference section.
std::optional<std::size_t> last_section(const std::string& bytes) {
    const auto from = bytes.size() > kTail ? bytes.size() - kTail : 0;
    const auto word = bytes.rfind("startxref");
    if (!bytes.starts_with("%PDF-") || word == std::string::npos || word < from) return {};
    auto at = bytes.find_first_of("0123456789", word);
    if (at == std::string::npos) return {};
    std::size_t offset = 0;
    std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), offset);
    if (offset == 0 || offset >= bytes.size()) return {};
    return offset;
}

// Two running sums over the seal: the identifier only tells documents apart, it protects nothing.
std::string identifier(const std::string& seal) {
    std::string bytes;
    for (std::uint64_t sum : {0xcbf29ce484222325ULL, 0x84222325cbf29ce4ULL}) {
        for (const auto letter : seal) sum = (sum ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
        for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(sum >> shift & 0xFFU));
    }
    return bytes;
}

class Update {
public:
    Update(const std::string& original, QPDF& pdf, std::size_t previous)
        : bytes_(original),
          pdf_(pdf),
          previous_(previous),
          streams_(original.compare(previous, 4, "xref") != 0) {
        if (!bytes_.ends_with('\n')) bytes_ += '\n';
    }

    void add(QPDFObjGen id) {
        auto object = pdf_.getObject(id);
        if (object.isNull()) return;
        next_ = std::max(next_, id.getObj() + 1);
        if (object.isStream())
            write(id, stream_text(object));
        else if (streams_ && id.getGen() == 0)
            packed_.emplace_back(id.getObj(), object.unparseResolved());
        else
            write(id, object.unparseResolved());
    }

    std::string finish(const std::string& seal) {
        next_ = std::max(next_, static_cast<int>(pdf_.getObjectCount()) + 1);
        if (!packed_.empty()) write_packed();
        const auto start = bytes_.size();
        streams_ ? write_section_stream(seal) : write_section_table(seal);
        bytes_ += fmt::format("startxref\n{}\n%%EOF\n", start);
        return std::move(bytes_);
    }

private:
    struct Entry {
        int type = 1;  // 1: at an offset; 2: in an object stream
        std::size_t where = 0;
        int more = 0;  // generation, or place in the object stream
    };

    static std::string with_data(QPDFObjectHandle dictionary, std::string data) {
        if (!dictionary.hasKey("/Filter") && data.size() > kWorthwhile) {
            data = deflated(data);
            dictionary.replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
        }
        dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(data.size())));
        return dictionary.unparseResolved() + "\nstream\n" + data + "\nendstream";
    }

    static std::string stream_text(QPDFObjectHandle stream) {
        const auto raw = stream.getRawStreamData();
        return with_data(stream.getDict().shallowCopy(),
                         {reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()});
    }

    void write(QPDFObjGen id, const std::string& text) {
        entries_[id.getObj()] = {1, bytes_.size(), id.getGen()};
        bytes_ += fmt::format("{} {} obj\n", id.getObj(), id.getGen());
        bytes_ += text + "\nendobj\n";
    }

    void write_packed() {
        std::string heads;
        std::string bodies;
        const int number = next_++;
        int place = 0;
        for (const auto& [id, text] : packed_) {
            heads += fmt::format("{} {} ", id, bodies.size());
            bodies += text + "\n";
            entries_[id] = {2, static_cast<std::size_t>(number), place++};
        }
        auto dictionary = QPDFObjectHandle::parse(
            fmt::format("<< /Type /ObjStm /N {} /First {} >>", packed_.size(), heads.size()));
        write(QPDFObjGen(number, 0), with_data(dictionary, heads + bodies));
    }

    // What stands in a trailer, or in the dictionary of a cross-reference stream.
    QPDFObjectHandle trailer(const std::string& seal, int size) {
        auto old = pdf_.getTrailer();
        auto made = QPDFObjectHandle::newDictionary();
        const auto second = QPDFObjectHandle::newString(identifier(seal));
        auto first = old.getKey("/ID").isArray() ? old.getKey("/ID").getArrayItem(0) : second;
        made.replaceKey("/ID", QPDFObjectHandle::newArray({first, second}));
        for (const auto* key : {"/Root", "/Info"}) made.replaceKey(key, old.getKey(key));
        made.replaceKey("/Prev", QPDFObjectHandle::newInteger(static_cast<long long>(previous_)));
        made.replaceKey("/Size", QPDFObjectHandle::newInteger(size));
        return made;
    }

    void write_section_table(const std::string& seal) {
        bytes_ += "xref\n";
        for (const auto& [id, entry] : entries_)
            bytes_ += fmt::format("{} 1\n{:010} {:05} n \n", id, entry.where, entry.more);
        bytes_ += "trailer\n" + trailer(seal, next_).unparse() + "\n";
    }

    void write_section_stream(const std::string& seal) {
        const int number = next_++;
        entries_[number] = {1, bytes_.size(), 0};
        auto index = QPDFObjectHandle::newArray();
        std::string data;
        for (const auto& [id, entry] : entries_) {
            index.appendItem(QPDFObjectHandle::newInteger(id));
            index.appendItem(QPDFObjectHandle::newInteger(1));
            data.push_back(static_cast<char>(entry.type));
            for (int shift = 24; shift >= 0; shift -= 8)
                data.push_back(static_cast<char>(entry.where >> shift & 0xFFU));
            data.push_back(static_cast<char>(entry.more >> 8 & 0xFF));
            data.push_back(static_cast<char>(entry.more & 0xFF));
        }
        auto dictionary = trailer(seal, next_);
        dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XRef"));
        dictionary.replaceKey("/W", QPDFObjectHandle::parse("[1 4 2]"));
        dictionary.replaceKey("/Index", index);
        bytes_ += fmt::format("{} 0 obj\n", number) + with_data(dictionary, data) + "\nendobj\n";
    }

    std::string bytes_;
    QPDF& pdf_;
    std::size_t previous_;
    bool streams_;
    int next_ = 1;  // the next free object number
    std::map<int, Entry> entries_;
    std::vector<std::pair<int, std::string>> packed_;
};

}  // namespace

std::optional<std::string> append_update(const std::string& original, QPDF& pdf, const Changes& changes,
                                         const std::string& seal) {
    const auto previous = last_section(original);
    if (!previous || pdf.getTrailer().hasKey("/XRefStm")) return {};
    Update update(original, pdf, *previous);
    for (const auto& id : changes.touched) update.add(id);
    for (int id = changes.last + 1; id <= static_cast<int>(pdf.getObjectCount()); ++id)
        update.add(QPDFObjGen(id, 0));
    return update.finish(seal);
}

}  // namespace forms
