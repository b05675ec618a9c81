#include "cardreader/my_number/evidence.hpp"

namespace cardreader::my_number {

Result<Bytes> read_evidence(Session& card, FileId file, Naming naming) {
    auto bytes = read_object(card, file, naming);
    if (bytes) return bytes;
    const auto code = bytes.error().code;
    if (code == Errc::AccessRefused || code == Errc::BadResponse || code == Errc::Truncated) return Bytes{};
    return bytes;
}

}  // namespace cardreader::my_number
