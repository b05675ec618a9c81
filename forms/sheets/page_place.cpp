#include "forms/sheets/page_place.hpp"

#include <algorithm>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <stdexcept>

namespace forms {
namespace {

QPDFObjectHandle::Rectangle seen_box(QPDFPageObjectHelper page) {
    auto media = page.getMediaBox().getArrayAsRectangle();
    auto crop = page.getCropBox().getArrayAsRectangle();
    for (auto* box : {&media, &crop}) {
        if (box->llx > box->urx) std::swap(box->llx, box->urx);
        if (box->lly > box->ury) std::swap(box->lly, box->ury);
    }
    // Readers show what lies in both.
    return {std::max(media.llx, crop.llx), std::max(media.lly, crop.lly), std::min(media.urx, crop.urx),
            std::min(media.ury, crop.ury)};
}

int quarter_turns(QPDFPageObjectHelper page) {
    auto rotate = page.getAttribute("/Rotate", false);
    const auto degrees = rotate.isInteger() ? rotate.getIntValueAsInt() : 0;
    return ((degrees % 360 + 360) % 360) / 90;
}

}  // namespace

PagePlace place_of(const QPDFPageObjectHelper& given) {
    auto page = given;
    const auto box = seen_box(page);
    const double w = box.urx - box.llx;
    const double h = box.ury - box.lly;
    if (w <= 0 || h <= 0) throw std::runtime_error("page without a size");
    auto unit = page.getAttribute("/UserUnit", false);
    const double scale = unit.isNumber() ? unit.getNumericValue() : 1.0;
    const int turns = quarter_turns(page);
    const double seen_w = (turns % 2 == 0 ? w : h) * scale;
    const double seen_h = (turns % 2 == 0 ? h : w) * scale;
    const double s = 1 / scale;
    PagePlace place{{seen_w / kPointsPerMm, seen_h / kPointsPerMm}, {}};
    switch (turns) {
        case 1:
            place.matrix = {0, s, -s, 0, box.urx, box.lly};
            break;
        case 2:
            place.matrix = {-s, 0, 0, -s, box.urx, box.ury};
            break;
        case 3:
            place.matrix = {0, -s, s, 0, box.llx, box.ury};
            break;
        default:
            place.matrix = {s, 0, 0, s, box.llx, box.lly};
    }
    return place;
}

}  // namespace forms
