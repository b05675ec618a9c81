#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "forms/facts/value.hpp"

namespace forms {

/// Exit codes of kakanai-forms.
inline constexpr int kFine = 0;
inline constexpr int kFoundProblems = 1;
inline constexpr int kWrongUsage = 2;

/// How a command speaks.
struct Speech {
    bool json = false;
    bool english = false;
};

/// What the commands about one visit take. `as_of` overrides the day in the answers file.
struct VisitOptions {
    std::filesystem::path pack;
    std::filesystem::path answers;
    std::string as_of;
    Date today{};  // when neither the option nor the file names a day
};

/// `check PACK`: what is wrong with a pack and its cases, one line each: `file:line:column CODE message —
/// 直し方`; every sheet is also filled with the longest names and addresses.
[[nodiscard]] int command_check(const std::filesystem::path& pack, Speech speech, std::ostream& out);

/// `check --codes`: every code with its meaning, an example and the remedy.
[[nodiscard]] int command_codes(Speech speech, std::ostream& out);

/// `decide PACK --answers F.json`: every procedure with its outcome, reasons and deadline.
[[nodiscard]] int command_decide(const VisitOptions& options, Speech speech, std::ostream& out,
                                 std::ostream& err);

/// `next PACK --answers F.json`: the next question and why it is asked.
[[nodiscard]] int command_next(const VisitOptions& options, Speech speech, std::ostream& out,
                               std::ostream& err);

/// What `prove` goes through.
struct ProveOptions {
    std::filesystem::path pack;
    Date today{};
    std::uint64_t visits = 1'000'000;
    double seconds = 50;  // no further random visits after this many
    std::uint64_t seed = 1;
};

/// `prove PACK`: no visit leaves a procedure out; counts what it went through. The shortest visit that shows
/// a fault is printed.
[[nodiscard]] int command_prove(const ProveOptions& options, Speech speech, std::ostream& out,
                                std::ostream& err);

/// `test PACK`: the pack's own cases, and which of its rules they saw true, false and unknown.
[[nodiscard]] int command_test(const std::filesystem::path& pack, Speech speech, std::ostream& out,
                               std::ostream& err);

/// `coverage PACK`: as Markdown, how often the cases saw each rule true, false and unknown and filled each
/// sheet, and why some did not. Found problems: one without an explanation, or a case that fails.
[[nodiscard]] int command_coverage(const std::filesystem::path& pack, Speech speech, std::ostream& out,
                                   std::ostream& err);

/// `table PACK`: as Markdown, every procedure with its counter, law, source, sheets and whether it is
/// verified.
[[nodiscard]] int command_table(const std::filesystem::path& pack, Speech speech, std::ostream& out,
                                std::ostream& err);

/// What `families` takes. With `out` the papers of each family are written to `out/NNN/ID.pdf`.
struct FamiliesCommand {
    std::filesystem::path pack;
    std::filesystem::path out;  // empty: only count
};

/// `families PACK [--out DIR]`: plays every case as a visit with nothing but a card and counts its screens of
/// questions, its sheets and the names it would have written by hand. Found problems, with `out`: a required
/// field without a value, words on a 別紙, a character no face has.
[[nodiscard]] int command_families(const FamiliesCommand& command, Speech speech, std::ostream& out,
                                   std::ostream& err);

/// What `fill` takes. The papers' names are `ID.pdf` under `out`.
struct FillCommand {
    VisitOptions visit;
    std::filesystem::path out;
    std::string number;         // 受付番号; may be empty
    bool large = false;         // the slip in larger letters
    std::string reader = "ja";  // language of whoever takes the slip home
};

/// `fill PACK --answers F.json --out DIR`: the sheets of procedures that apply or are to be asked about, the
/// slip and the routing slip. Found problems: a required field without a value, a character no face has,
/// words on a 別紙.
[[nodiscard]] int command_fill(const FillCommand& command, Speech speech, std::ostream& out,
                               std::ostream& err);

/// What `preview` takes.
struct PreviewCommand {
    VisitOptions visit;
    std::string sheet;  // id
    std::filesystem::path png;
    int page = 1;
    double dpi = 110;
    bool boxes = false;
};

/// `import BLANK.pdf`: a sheet's TOML with the places of the PDF's form fields, to `toml` or, when that is
/// empty, to `out`.
[[nodiscard]] int command_import(const std::filesystem::path& blank, const std::filesystem::path& toml,
                                 Speech speech, std::ostream& out, std::ostream& err);

/// `preview PACK SHEET --answers F.json --png FILE`: one page of a filled sheet as a picture.
[[nodiscard]] int command_preview(const PreviewCommand& command, Speech speech, std::ostream& out,
                                  std::ostream& err);

}  // namespace forms
