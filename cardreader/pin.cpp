#include "cardreader/pin.hpp"

#include <openssl/crypto.h>
#include <sys/mman.h>

#include <new>

namespace cardreader {

namespace {
constexpr std::size_t kPageBytes = 4096;
}

SecretPage::SecretPage() {
    void* const page = mmap(nullptr, kPageBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) throw std::bad_alloc();
    // Both are best effort: an account without the right to lock memory must still be able to read a card.
    mlock(page, kPageBytes);
    madvise(page, kPageBytes, MADV_DONTDUMP);
    page_ = {static_cast<std::uint8_t*>(page), kPageBytes};
}

SecretPage::~SecretPage() {
    if (page_.empty()) return;
    wipe();
    munmap(page_.data(), page_.size());
}

void SecretPage::wipe() noexcept {
    if (!page_.empty()) OPENSSL_cleanse(page_.data(), page_.size());
}

}  // namespace cardreader
