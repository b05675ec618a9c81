#include "forms/sheets/append_update.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFXRefEntry.hh>
#include <set>

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

std::string stream_text(std::string entries, std::string data) {
    if (entries.find("/Filter") == std::string::npos && data.size() > kWorthwhile) {
        data = deflated(data);
        entries += " /Filter /FlateDecode";
    }
    return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data);
}

}  // namespace

// A page that qpdf had to put right has a number that stands nowhere in the file.
bool Update::fits(const std::string& bytes, QPDF& pdf) {
    if (!last_section(bytes) || pdf.getTrailer().hasKey("/XRefStm")) return false;
    const auto known = pdf.getXRefTable();
    std::set<QPDFObjGen> met;
    for (auto& page : pdf.getAllPages())
        if (!known.contains(page.getObjGen()) || !met.insert(page.getObjGen()).second) return false;
    return pdf.getRoot().isIndirect() && pdf.getRoot().getKey("/Pages").isIndirect();
}

Update::Update(std::string original, QPDF& pdf)
    : bytes_(std::move(original)),
      pdf_(pdf),
      previous_(last_section(bytes_).value()),
      streams_(bytes_.compare(previous_, 4, "xref") != 0) {
    if (!bytes_.ends_with('\n')) bytes_ += '\n';
    auto size = pdf.getTrailer().getKey("/Size");
    if (size.isInteger()) next_ = std::max(next_, size.getIntValueAsInt());
    const auto known = pdf.getXRefTable();
    if (!known.empty()) next_ = std::max(next_, known.rbegin()->first.getObj() + 1);
}

int Update::reserve() {
    return next_++;
}

// qpdf drops a key whose value it takes for null, and a number it does not know is null.
QPDFObjectHandle Update::reference(int number) {
    pdf_.replaceObject(number, 0, QPDFObjectHandle::newInteger(number));
    return pdf_.getObject(number, 0);
}

void Update::write(int number, const std::string& text) {
    if (streams_)
        packed_.emplace_back(number, text);
    else
        put(number, 0, text);
}

void Update::write_stream(int number, std::string entries, std::string data) {
    put(number, 0, stream_text(std::move(entries), std::move(data)));
}

void Update::replace(QPDFObjectHandle changed) {
    const auto id = changed.getObjGen();
    if (id.getGen() == 0) return write(id.getObj(), changed.unparseResolved());
    put(id.getObj(), id.getGen(), changed.unparseResolved());
}

std::string Update::finish(const std::string& seal) {
    if (!packed_.empty()) put_packed();
    const auto start = bytes_.size();
    streams_ ? put_section_stream(seal) : put_section_table(seal);
    bytes_ += fmt::format("startxref\n{}\n%%EOF\n", start);
    return std::move(bytes_);
}

void Update::put(int number, int generation, const std::string& text) {
    entries_[number] = {1, bytes_.size(), generation};
    bytes_ += fmt::format("{} {} obj\n{}\nendobj\n", number, generation, text);
}

void Update::put_packed() {
    std::string heads;
    std::string bodies;
    const int number = reserve();
    int place = 0;
    for (const auto& [id, text] : packed_) {
        heads += fmt::format("{} {} ", id, bodies.size());
        bodies += text + "\n";
        entries_[id] = {2, static_cast<std::size_t>(number), place++};
    }
    write_stream(number, fmt::format("/Type /ObjStm /N {} /First {}", packed_.size(), heads.size()),
                 heads + bodies);
}

// What stands in a trailer, or in the dictionary of a cross-reference stream.
std::string Update::trailer(const std::string& seal, int size) {
    auto old = pdf_.getTrailer();
    const auto second = QPDFObjectHandle::newString(identifier(seal));
    auto first = old.getKey("/ID").isArray() ? old.getKey("/ID").getArrayItem(0) : second;
    return fmt::format("/ID {} /Root {} /Info {} /Prev {} /Size {}",
                       QPDFObjectHandle::newArray({first, second}).unparse(), old.getKey("/Root").unparse(),
                       old.getKey("/Info").unparse(), previous_, size);
}

void Update::put_section_table(const std::string& seal) {
    bytes_ += "xref\n";
    for (const auto& [id, entry] : entries_)
        bytes_ += fmt::format("{} 1\n{:010} {:05} n \n", id, entry.where, entry.more);
    bytes_ += "trailer\n<< " + trailer(seal, next_) + " >>\n";
}

void Update::put_section_stream(const std::string& seal) {
    const int number = reserve();
    entries_[number] = {1, bytes_.size(), 0};
    std::string index;
    std::string data;
    for (const auto& [id, entry] : entries_) {
        index += fmt::format("{} 1 ", id);
        data.push_back(static_cast<char>(entry.type));
        for (int shift = 24; shift >= 0; shift -= 8)
            data.push_back(static_cast<char>(entry.where >> shift & 0xFFU));
        data.push_back(static_cast<char>(entry.more >> 8 & 0xFF));
        data.push_back(static_cast<char>(entry.more & 0xFF));
    }
    bytes_ += fmt::format(
        "{} 0 obj\n{}\nendobj\n", number,
        stream_text(fmt::format("/Type /XRef /W [1 4 2] /Index [{}] {}", index, trailer(seal, next_)), data));
}

}  // namespace forms
