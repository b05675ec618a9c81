#include <ostream>

#include "forms/commands.hpp"

namespace forms {
int command_decide(const VisitOptions&, Speech, std::ostream&, std::ostream&) {
    return kWrongUsage;
}
int command_next(const VisitOptions&, Speech, std::ostream&, std::ostream&) {
    return kWrongUsage;
}
}  // namespace forms
