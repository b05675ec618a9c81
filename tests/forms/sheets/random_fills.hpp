#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "forms/sheets/fill.hpp"
#include "forms/sheets/geometry.hpp"
#include "forms/sheets/picture.hpp"
#include "tests/forms/sheets/page_letters.hpp"

/// The same numbers on every machine: std::uniform_int_distribution promises nothing about its order.
class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
    double between(double low, double high) { return low + (high - low) * below(10'000) / 10'000.0; }

private:
    std::mt19937 engine_;
};

/// One to three names, addresses or other words in a row; never the name that is refused, nor the one that no
/// face has.
std::string random_words(Dice& dice);

/// What was seen in fills of random layouts, and what was wrong.
struct FillCounts {
    long fills = 0;
    long fields = 0;       // filled ones
    long continued = 0;    // of these on the continuation sheet
    long letters = 0;      // read on the page, each cluster looked for by its ink
    long outside = 0;      // fills with a pixel changed outside every field
    long strayed = 0;      // fields whose box does not hold exactly their words: lost, doubled or overlapping
    long missing = 0;      // values pdftotext does not give back
    long unseen = 0;       // clusters without ink
    long read_alone = 0;   // fields whose letters poppler mixed with a neighbour's, see letters_alone
    std::string faults{};  // the first few, in words
    [[nodiscard]] bool clean() const { return outside + strayed + missing + unseen == 0; }
};

/// Fills random sheets over blanks of several sizes, turned and not, and looks at every page with poppler.
class RandomFills {
public:
    explicit RandomFills(unsigned seed) : dice_(seed) {}

    void fill_one();
    [[nodiscard]] const FillCounts& counts() const { return counts_; }

private:
    struct Blank {
        std::string pdf;
        forms::Picture picture;
        forms::PaperSize size;
    };
    struct Layout {
        forms::SheetTemplate sheet;
        forms::SheetValues values;
    };
    const Blank& blank(int number);
    Layout random_layout(const Blank& blank);
    forms::Result<forms::FilledSheet> filled(const Blank& blank, const Layout& layout);
    /// Beside larger letters poppler takes two lines of small ones for a single line and reads both from left
    /// to right. So a field is read once more on a page of its own; none when that page shows anything else
    /// in the field's box than the page of all of them.
    std::vector<PageLetter> letters_alone(const Blank& blank, const Layout& layout, std::size_t number,
                                          const forms::Picture& among_others);
    void look_at(const Blank& blank, const Layout& layout, const forms::FilledSheet& filled);
    void fault(long& counter, const std::string& what);

    Dice dice_;
    forms::Typesetter typesetter_;
    std::map<int, Blank> blanks_;
    FillCounts counts_;
};
