#pragma once

#include <string>
#include <vector>

#include "forms/sheets/fill.hpp"
#include "forms/sheets/geometry.hpp"
#include "forms/sheets/picture.hpp"
#include "tests/support/name_vectors.hpp"
#include "tests/support/temporary_folder.hpp"

using TrialFolder = TemporaryFolder;

std::string read_file(const std::filesystem::path& file);

/// What a program says on stdout, and its exit code.
struct Output {
    std::string words;
    int code = 0;
};
Output run(const std::string& command);

/// The text of a PDF as pdftotext gives it, without its white space.
std::string text_of(const std::string& pdf);
std::string without_space(std::string text);

/// An A4 blank with a frame round every field of the sheet, and a word that is not ours.
std::string blank_for(const forms::SheetTemplate& sheet, forms::Typesetter& typesetter);

/// A sheet with one field in the middle of the page.
forms::SheetTemplate sheet_of(std::vector<forms::Field> fields);
forms::Field field_of(forms::FieldKind kind, forms::Box box, std::string id = "field");
forms::FieldValue said(const std::string& text);
forms::FieldValue said(forms::Value value, std::string text);

/// Fills with one value a field, labels being the ids.
forms::Result<forms::FilledSheet> fill_trial(const forms::SheetTemplate& sheet,
                                             const std::vector<forms::FieldValue>& values,
                                             forms::Typesetter& typesetter);

/// Whether any pixel in a box differs between two pictures of one page size.
bool differ_inside(const forms::Picture& a, const forms::Picture& b, const forms::Box& box, double dpi);
/// Half a pixel: Cairo's rasteriser moves letters to whole pixels.
inline constexpr double kWholePixels = 0.5;
/// Whether any pixel differs that touches none of the boxes, grown by `slack` pixels.
bool differ_outside(const forms::Picture& a, const forms::Picture& b, const std::vector<forms::Box>& boxes,
                    double dpi, double slack = kWholePixels);
