#include "kiosk/app/command.hpp"

#include <CLI/CLI.hpp>

namespace kiosk {

std::optional<int> parse(CLI::App& app, std::span<const std::string> arguments, const Surroundings& around) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, *around.out, *around.err) == 0 ? 0 : 2;
    }
    return std::nullopt;
}

}  // namespace kiosk
