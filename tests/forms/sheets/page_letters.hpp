#pragma once

#include <string>
#include <vector>

#include "forms/sheets/fill.hpp"
#include "forms/sheets/geometry.hpp"
#include "forms/sheets/picture.hpp"
#include "forms/typeset/faces.hpp"

/// A character of a PDF's page as poppler reads it: its bytes, where it stands (mm from the top left) and the
/// font that draws it, without the tag of its subset.
struct PageLetter {
    std::string bytes;
    forms::Box box;
    std::string font;
};

/// The characters of one page in reading order, without white space.
std::vector<PageLetter> letters_on(const std::string& pdf, int page);

/// Those whose middle lies in a box, line by line from the left: what stands apart is columns to poppler.
std::vector<PageLetter> letters_in(const std::vector<PageLetter>& letters, const forms::Box& box);
std::string bytes_of(const std::vector<PageLetter>& letters);

/// The clusters of `words` under whose letters the two pictures do not differ anywhere: written, and not to
/// be seen. `letters` are those of `words`, in order.
std::vector<std::string> clusters_without_ink(const std::vector<PageLetter>& letters,
                                              const std::string& words, forms::Faces& faces,
                                              const forms::Picture& blank, const forms::Picture& filled,
                                              double dpi);
