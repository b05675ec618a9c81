#include "kiosk/ui/input.hpp"

#include <utility>

namespace kiosk {

bool InputQueue::push(const Input& happened) {
    if (size_ > 0 && std::holds_alternative<input::Moved>(happened)) {
        auto& last = ring_[(first_ + size_ - 1) % kCapacity];
        if (std::holds_alternative<input::Moved>(last)) {
            last = happened;
            return true;
        }
    }
    if (size_ == kCapacity) return false;
    ring_[(first_ + size_) % kCapacity] = happened;
    ++size_;
    return true;
}

std::optional<Input> InputQueue::pop() {
    if (size_ == 0) return std::nullopt;
    // Overwritten on the way out: a typed character must not stay behind for the next visitor's memory.
    const Input taken = std::exchange(ring_[first_], Input{});
    first_ = (first_ + 1) % kCapacity;
    --size_;
    return taken;
}

void InputQueue::clear() {
    ring_.fill(Input{});
    first_ = size_ = 0;
}

}  // namespace kiosk
