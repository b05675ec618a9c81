#include "forms/typeset/face_files.hpp"

namespace forms {
namespace {

// In the collections of Noto CJK: 0 Japanese, 1 Korean, 2 simplified Chinese.
constexpr unsigned kJapanese = 0;
constexpr unsigned kKorean = 1;
constexpr unsigned kChinese = 2;

bool is_japanese(std::string_view language) {
    return language == "ja" || language == "easy";
}

std::vector<FaceId> sans_chain(std::string_view language, bool bold) {
    const auto weight = [bold](FaceId regular) {
        return bold ? static_cast<FaceId>(static_cast<std::uint8_t>(regular) + 1) : regular;
    };
    std::vector<FaceId> chain{FaceId::Ui, FaceId::Cjk, FaceId::Latin, FaceId::Devanagari};
    if (language == "zh")
        chain = {FaceId::Chinese, FaceId::Ui, FaceId::Cjk, FaceId::Latin, FaceId::Devanagari};
    if (language == "ko")
        chain = {FaceId::Korean, FaceId::Ui, FaceId::Cjk, FaceId::Latin, FaceId::Devanagari};
    if (!is_japanese(language) && language != "zh" && language != "ko")
        chain = {FaceId::Latin, FaceId::Devanagari, FaceId::Ui, FaceId::Cjk};
    for (auto& face : chain) face = weight(face);
    chain.push_back(
        FaceId::Name);  // a name's form inside a sentence: better in another style than not at all
    return chain;
}

}  // namespace

FaceFiles debian_face_files() {
    const std::filesystem::path truetype = "/usr/share/fonts/truetype";
    const std::filesystem::path noto_cjk = "/usr/share/fonts/opentype/noto";
    const auto sans = noto_cjk / "NotoSansCJK-Regular.ttc";
    const auto sans_bold = noto_cjk / "NotoSansCJK-Bold.ttc";
    return {{
        {truetype / "bizud-gothic/BIZUDPGothic-Regular.ttf", 0},
        {truetype / "bizud-gothic/BIZUDPGothic-Bold.ttf", 0},
        {truetype / "bizud-gothic/BIZUDGothic-Regular.ttf", 0},
        {truetype / "bizud-gothic/BIZUDGothic-Bold.ttf", 0},
        {truetype / "ipamj/ipamjm.ttf", 0},
        {noto_cjk / "NotoSerifCJK-Regular.ttc", kJapanese},
        {sans, kJapanese},
        {sans_bold, kJapanese},
        {sans, kChinese},
        {sans_bold, kChinese},
        {sans, kKorean},
        {sans_bold, kKorean},
        {truetype / "noto/NotoSans-Regular.ttf", 0},
        {truetype / "noto/NotoSans-Bold.ttf", 0},
        {truetype / "noto/NotoSansDevanagari-Regular.ttf", 0},
        {truetype / "noto/NotoSansDevanagari-Bold.ttf", 0},
    }};
}

std::vector<FaceId> face_chain(const Style& style) {
    if (style.role == TextRole::Name)
        return {FaceId::Name, FaceId::NameCjk, FaceId::Cjk, FaceId::Latin, FaceId::Devanagari};
    auto chain = sans_chain(style.language, style.role == TextRole::UiBold);
    if (style.role == TextRole::Fixed) chain.insert(chain.begin(), FaceId::Fixed);
    return chain;
}

}  // namespace forms
