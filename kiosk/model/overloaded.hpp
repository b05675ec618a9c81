#pragma once

namespace kiosk {

/// Several lambdas as one visitor.
template <class... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};
// clang 14 needs the guide that C++20 would deduce.
template <class... Callables>
Overloaded(Callables...) -> Overloaded<Callables...>;

}  // namespace kiosk
