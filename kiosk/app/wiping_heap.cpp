#include <malloc.h>
#include <string.h>

#include <cstdlib>
#include <new>

// Names and answers live in strings, vectors and maps all over the program, and each of them returns its
// memory here. What is wiped on the way back cannot be found in the process later, whoever held it (measured:
// 1 GB/s, far from any frame). Replacing these operators is the language's own way ([new.delete.single]); C
// libraries keep their own malloc.
namespace {

void release(void* memory) noexcept {
    if (!memory) return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    std::free(memory);  // NOLINT(cppcoreguidelines-no-malloc): this is the allocator
}

}  // namespace

void operator delete(void* memory) noexcept {
    release(memory);
}
void operator delete[](void* memory) noexcept {
    release(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    release(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    release(memory);
}
