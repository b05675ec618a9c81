#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace forms {

/// A document as an incremental update (ISO 32000-1 §7.5.6): the bytes it was read from, untouched, then what
/// was changed and added, with a new cross-reference section of the file's own kind. Only what is changed is
/// read: qpdf would take in every object of a document before it makes a new one.
class Update {
public:
    /// Whether the bytes end as a plain PDF does and its pages are as they were read. Write another document
    /// whole first.
    [[nodiscard]] static bool fits(const std::string& bytes, QPDF& pdf);

    /// `pdf` was read from `original`, which `fits`.
    Update(std::string original, QPDF& pdf);

    /// The number of an object that is written later.
    [[nodiscard]] int reserve();
    /// What stands for a numbered object in another.
    [[nodiscard]] QPDFObjectHandle reference(int number);

    void write(int number, const std::string& text);
    /// `entries` is what stands in the stream's dictionary beside its length; `data` is compressed when that
    /// is worth while and they name no filter.
    void write_stream(int number, std::string entries, std::string data);
    /// An object of the document that was changed since it was read.
    void replace(QPDFObjectHandle changed);

    /// The whole document; `seal` decides the second half of its identifier.
    [[nodiscard]] std::string finish(const std::string& seal);

private:
    struct Entry {
        int type = 1;  // 1: at an offset; 2: in an object stream
        std::size_t where = 0;
        int more = 0;  // generation, or place in the object stream
    };

    void put(int number, int generation, const std::string& text);
    void put_packed();
    [[nodiscard]] std::string trailer(const std::string& seal, int size);
    void put_section_table(const std::string& seal);
    void put_section_stream(const std::string& seal);

    std::string bytes_;
    QPDF& pdf_;
    std::size_t previous_;
    bool streams_;
    int next_ = 1;  // the next free object number
    std::map<int, Entry> entries_;
    std::vector<std::pair<int, std::string>> packed_;
};

}  // namespace forms
