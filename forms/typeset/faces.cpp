#include "forms/typeset/faces.hpp"

#include <algorithm>

#include "forms/typeset/face_choice.hpp"
#include "forms/typeset/opened_face.hpp"
#include "forms/typeset/utf8.hpp"

namespace forms {
namespace {

struct CloseLibrary {
    void operator()(FT_Library library) const noexcept { FT_Done_FreeType(library); }
};

// Shown for what no face has; the text itself keeps the character.
constexpr std::string_view kGeta = "〓";

bool is_control(std::string_view cluster) {
    const auto point = code_point_at(cluster, 0).value;
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

}  // namespace

struct Faces::Impl {
    explicit Impl(FaceFiles given) : files(std::move(given)), scratch(hb_buffer_create()) {
        FT_Library made = nullptr;
        if (FT_Init_FreeType(&made) == 0) library.reset(made);
    }

    // Opened when first needed: a visit in Japanese never maps the Korean faces.
    OpenedFace* open(FaceId id) {
        auto& slot = opened[static_cast<std::size_t>(id)];
        if (!slot.tried) {
            slot.tried = true;
            slot.face = OpenedFace::open(files[static_cast<std::size_t>(id)]);
        }
        return slot.face.get();
    }

    bool covers(FaceId id, std::string_view cluster) {
        const auto* face = open(id);
        return face != nullptr && face->covers(cluster, scratch.get());
    }

    void add_run(Shaped& line, std::string_view text, const FaceRun& run, std::string_view language);
    void add_glyphs(Shaped& line, const FaceRun& run, double em);

    struct Slot {
        bool tried = false;
        std::unique_ptr<OpenedFace> face;
    };
    FaceFiles files;
    std::unique_ptr<FT_LibraryRec_, CloseLibrary> library;
    std::array<Slot, kFaces> opened;
    Buffer scratch;
    TextBreaks breaks;
};

void Faces::Impl::add_run(Shaped& line, std::string_view text, const FaceRun& run,
                          std::string_view language) {
    auto* buffer = scratch.get();
    hb_buffer_clear_contents(buffer);
    const auto shown = run.shown_as.empty() ? run.bytes.of(text) : std::string_view(run.shown_as);
    hb_buffer_add_utf8(buffer, shown.data(), static_cast<int>(shown.size()), 0,
                       static_cast<int>(shown.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer);
    const std::string tag(language == "easy" ? "ja" : language);
    hb_buffer_set_language(buffer, hb_language_from_string(tag.c_str(), -1));
    auto* face = open(run.face);
    hb_shape(face->font(), buffer, nullptr, 0);
    add_glyphs(line, run, face->em());
    hb_buffer_clear_contents(buffer);  // a person's name does not stay behind
}

// HarfBuzz numbers glyphs by the bytes they come from; several clusters of the reader may share a glyph (a
// ligature) and then become one.
void Faces::Impl::add_glyphs(Shaped& line, const FaceRun& run, double em) {
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(scratch.get(), &count);
    const auto* places = hb_buffer_get_glyph_positions(scratch.get(), &count);
    const auto first_cluster = line.clusters.size();
    unsigned at = 0;
    for (const auto& bytes : run.clusters) {
        const auto end = run.shown_as.empty() ? bytes.to - run.bytes.from : run.shown_as.size();
        const bool drawn_before = at < count ? infos[at].cluster >= end : true;
        if (drawn_before && line.clusters.size() > first_cluster) {
            line.clusters.back().bytes.to = bytes.to;
            continue;
        }
        Cluster cluster{bytes, line.glyphs.size(), 0, line.width, 0};
        for (; at < count && infos[at].cluster < end; ++at) {
            line.glyphs.push_back({run.face, infos[at].codepoint, line.width + places[at].x_offset / em,
                                   places[at].y_offset / em});
            line.width += places[at].x_advance / em;
        }
        cluster.glyphs = line.glyphs.size() - cluster.first_glyph;
        cluster.advance = line.width - cluster.x;
        line.clusters.push_back(cluster);
    }
}

Faces::Faces(FaceFiles files) : impl_(std::make_unique<Impl>(std::move(files))) {}
Faces::Faces(Faces&&) noexcept = default;
Faces& Faces::operator=(Faces&&) noexcept = default;
Faces::~Faces() = default;

std::optional<Error> Faces::missing(std::initializer_list<TextRole> roles) {
    for (const auto role : roles) {
        const auto face = face_chain({role, "ja"}).front();
        if (impl_->open(face) == nullptr) return Error{Errc::FileUnreadable, file(face).path.string()};
    }
    return {};
}

Shaped Faces::shape(std::string_view text, const Style& style) {
    const auto clusters = impl_->breaks.clusters(text);
    const auto covers = [&](FaceId face, std::string_view cluster) { return impl_->covers(face, cluster); };
    Shaped line;
    auto faces = choose_faces(text, clusters, style, covers);
    for (std::size_t i = 0; i < clusters.size();) {
        const auto bytes = clusters[i].of(text);
        if (is_control(bytes)) {
            line.clusters.push_back({clusters[i], line.glyphs.size(), 0, line.width, 0});
            ++i;
            continue;
        }
        FaceRun run{faces[i].face, clusters[i], {clusters[i]}, {}};
        if (faces[i].found == Found::Asked) {
            for (++i; i < clusters.size() && faces[i] == faces[i - 1] && !is_control(clusters[i].of(text));
                 ++i) {
                run.clusters.push_back(clusters[i]);
                run.bytes.to = clusters[i].to;
            }
        } else {
            const bool base = faces[i].found == Found::BaseOnly;
            line.undrawable.push_back({clusters[i], base});
            run.shown_as = base ? bytes.substr(0, code_point_at(bytes, 0).length) : kGeta;
            ++i;
        }
        if (impl_->open(run.face) != nullptr) impl_->add_run(line, text, run, style.language);
    }
    return line;
}

bool Faces::covers(FaceId face, std::string_view cluster) {
    return !cluster.empty() && impl_->covers(face, cluster);
}

Coverage Faces::raster(FaceId face, std::uint32_t glyph, int ppem) {
    auto* opened = impl_->open(face);
    if (opened == nullptr || !impl_->library) return {};
    return opened->raster(impl_->library.get(), file(face), glyph, ppem);
}

FaceMetrics Faces::metrics(FaceId face) {
    const auto* opened = impl_->open(face);
    return opened == nullptr ? FaceMetrics{} : opened->metrics();
}

Ink Faces::ink(const Shaped& line) {
    Ink ink{0, line.width, 0, 0};
    for (const auto& glyph : line.glyphs) {
        const auto* face = impl_->open(glyph.face);
        hb_glyph_extents_t box{};
        if (hb_font_get_glyph_extents(face->font(), glyph.id, &box) == 0) continue;
        const auto left = glyph.x + box.x_bearing / face->em();
        const auto top = glyph.y + box.y_bearing / face->em();
        ink.left = std::min(ink.left, left);
        ink.right = std::max(ink.right, left + box.width / face->em());
        ink.top = std::max(ink.top, top);
        ink.bottom = std::min(ink.bottom, top + box.height / face->em());
    }
    return ink;
}

const FaceFile& Faces::file(FaceId face) const {
    return impl_->files[static_cast<std::size_t>(face)];
}

TextBreaks& Faces::breaks() {
    return impl_->breaks;
}

}  // namespace forms
