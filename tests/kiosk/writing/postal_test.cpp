#include "kiosk/writing/postal.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace kiosk::writing;
namespace fs = std::filesystem;

namespace {

using Places = std::vector<std::string>;

/// An invented list in the form of 日本郵便's, with the traps the real one has.
std::string list() {
    std::ifstream in(KAKANAI_SOURCE_DIR "/tests/kiosk/writing/ken_all.csv", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string in_cp932(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    auto* windows = ucnv_open("ibm-943_P15A-2003", &status);
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    std::string bytes(utf8.size() * 2, '\0');
    bytes.resize(static_cast<std::size_t>(
        text.extract(bytes.data(), static_cast<int32_t>(bytes.size()), windows, status)));
    ucnv_close(windows);
    REQUIRE(U_SUCCESS(status));
    return bytes;
}

struct Table {
    explicit Table(const std::string& bytes) {
        std::istringstream in(bytes);
        std::ostringstream out;
        done = import_ken_all(in, out);
        text = std::move(out).str();
    }
    Imported done;
    std::string text;
};

/// A table file of its own for one test.
struct TableFile {
    explicit TableFile(const std::string& text)
        : path(fs::temp_directory_path() / ("kakanai-postal-" + std::to_string(::getpid()))) {
        std::ofstream(path) << text;
    }
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;
    ~TableFile() { fs::remove(path); }
    fs::path path;
};

}  // namespace

TEST_CASE("日本郵便's list becomes a table of places by code", "[kiosk][writing]") {
    const Table imported(list());
    CHECK(imported.done.rows == 11);
    CHECK(imported.done.places == 10);
    CHECK(imported.done.strange == 0);

    const TableFile file(imported.text);
    const PostalTable table(file.path);
    CHECK(table.size() == 10);
    CHECK(table.places("0000123") == Places{"言葉県書かない市本町"});
    CHECK(table.places("0000125") == Places{"言葉県書かない市港町", "言葉県書かない市若葉台"});
    CHECK(table.places("9999999").empty());
    CHECK(table.places("000012").empty());
    CHECK(table.places("").empty());
}

TEST_CASE("notes of the list never get into an address", "[kiosk][writing]") {
    const TableFile file(Table(list()).text);
    const PostalTable table(file.path);
    CHECK(table.places("0000000") == Places{"言葉県書かない市"});          // 以下に掲載がない場合
    CHECK(table.places("0000124") == Places{"言葉県書かない市緑町"});      // （１～５丁目）
    CHECK(table.places("0000201") == Places{"言葉県書かない市東山手町"});  // a bracket over two rows
    CHECK(table.places("0000301") == Places{"言葉県遥か郡彼方町"});        // の次に番地がくる場合
    CHECK(table.places("0000302") == Places{"言葉県遥か郡彼方町"});        // all of the island
    CHECK(table.places("0000303") == Places{"言葉県遥か郡手前町一円"});    // a town of that name
}

TEST_CASE("the list is read in CP932, as KEN_ALL.CSV comes, and in UTF-8 alike", "[kiosk][writing]") {
    const auto utf8 = Table(list()).text;
    CHECK(Table(in_cp932(list())).text == utf8);
    CHECK(Table("\xEF\xBB\xBF" + list()).text == utf8);
}

TEST_CASE("what is no row of the list is counted and left out", "[kiosk][writing]") {
    const Table imported("code,town\r\n\r\n1,2,12345,a,b,c,d,e,f\r\n" + list());
    CHECK(imported.done.strange == 2);
    CHECK(imported.done.places == 10);
}

TEST_CASE("no table, or one that is none, has no places", "[kiosk][writing]") {
    CHECK(PostalTable("/no/such/table").size() == 0);
    const TableFile file("hello\n0000123 no tab\n0000123\tA\n");
    const PostalTable table(file.path);
    CHECK(table.size() == 1);
    CHECK(table.places("0000123") == Places{"A"});
}

TEST_CASE("the model city's table is what its list says", "[kiosk][writing]") {
    std::ifstream kept(KAKANAI_SOURCE_DIR "/forms/model-city/postal.tsv", std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(kept), {}) == Table(list()).text);
}
