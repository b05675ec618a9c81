#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "cardreader/my_number/trust.hpp"
#include "kiosk/app/window.hpp"
#include "kiosk/reception/place.hpp"

namespace kiosk {

/// How the resident's kiosk is started.
struct ResidentOptions {
    std::filesystem::path pack;    // folder of the pack
    std::filesystem::path assets;  // tokens, words, icons, profiles
    reception::Place place;
    WindowKind window = WindowKind::FullScreen;
    double panel_inches = 15.6;
    std::string printer;                          // ipp://… or a queue; empty: papers wait at the desk
    std::string profile = "utf8-lossless";        // of assets/profiles
    std::string counter = "A1";                   // in reception numbers and packages
    std::optional<std::string> reader;            // only this one
    cardreader::TrustAnchors anchors;             // whose signatures on cards are believed
    std::optional<std::filesystem::path> postal;  // table of places; else postal.tsv of the pack
    std::optional<std::filesystem::path> tree;    // --tree, for tests
    bool silent = false;                          // --silent: no voice is looked for
    int hurry = 1;                                // --hurry, for tests: every time-out comes so much sooner
};

/// Runs the resident's kiosk until it is told to end. Returns the program's exit code: 0 ended, 3 its own
/// files cannot be read. Throws std::runtime_error in words for staff when there is nothing to draw on.
int run_resident(const ResidentOptions& options, std::ostream& err);

}  // namespace kiosk
