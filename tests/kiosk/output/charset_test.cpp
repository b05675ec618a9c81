#include "kiosk/output/charset.hpp"

#include "kiosk/output/csv.hpp"
#include "tests/kiosk/output/samples.hpp"

using namespace kiosk::output;
using namespace kiosk::reception::test;

TEST_CASE("a text is encoded only if it comes back the same", "[output][charset]") {
    CHECK(encode("髙橋", Charset::Cp932) == "\xFB\xFC\x8B\xB4");
    CHECK_FALSE(encode("𠮷", Charset::Cp932));
    CHECK_FALSE(encode("〜", Charset::Cp932));  // comes back as ～
    CHECK(encode("～", Charset::Cp932) == "\x81\x60");
    CHECK(encode("𠮟", Charset::Sjis2004) == "\x98\x73");
    CHECK_FALSE(encode("髙", Charset::Sjis2004));
    CHECK_FALSE(encode("邉\U000E0110", Charset::Sjis2004));
    CHECK(encode("邉\U000E0110", Charset::Utf8) == "邉\U000E0110");
}

TEST_CASE("characters are placed in the sets they belong to", "[output][charset]") {
    JisLookup lookup;
    const auto sets = [&](std::string_view text) {
        const auto found = lookup.sets(code_points(text).front());
        return std::string(found.x0208 ? "8" : "-") + (found.x0212 ? "2" : "-") + (found.x0213 ? "3" : "-");
    };
    CHECK(sets("A") == "823");
    CHECK(sets("高") == "8-3");
    CHECK(sets("髙") == "---");  // only in CP932
    CHECK(sets("槗") == "-2-");
    CHECK(sets("﨑") == "--3");
    CHECK(sets("𠮷") == "---");
    CHECK(sets("𣘺") == "--3");
}

TEST_CASE("the character report counts what leaves the older sets", "[output][charset]") {
    JisLookup lookup;
    CharacterReport report;
    count("A高髙槗﨑𠮷邉\U000E0110\U0010DE92", lookup, report);
    CHECK(report.outside0208 == 5);
    CHECK(report.outside0212 == 4);
    CHECK(report.outside0213 == 4);
    CHECK(report.ivs == 1);
    CHECK(report.pua == 1);
}

TEST_CASE("a character that does not fit is shown as 〓, counted and placed, never dropped",
          "[output][csv]") {
    auto profile = shipped_profile("cp932-legacy");
    const Table table{.name = "t.csv", .header = {"a", "b"}, .rows = {{"1", "渡邉\U000E0110\"𠮷"}}};

    const auto csv = to_csv(table, profile);

    CHECK(csv.bytes == "\"a\",\"b\"\r\n\"1\",\"" + *encode("渡〓", Charset::Cp932) + "\"\"" +
                           *encode("〓", Charset::Cp932) + "\"\r\n");
    REQUIRE(csv.losses.size() == 2);
    CHECK(csv.losses[0].index == 2);
    CHECK(csv.losses[0].character == U'邉');
    CHECK(csv.losses[0].selector == 0xE0110);
    CHECK(csv.losses[1].index == 4);
    CHECK(csv.losses[1].row == 1);
    CHECK(csv.losses[1].column == "b");
}

TEST_CASE("only the spreadsheet profile guards against formulas and writes a byte order mark",
          "[output][csv]") {
    const Table table{.name = "t.csv", .header = {"a"}, .rows = {{"=1+1"}, {"-"}, {"a=1"}}};

    CHECK(to_csv(table, shipped_profile("utf8-lossless")).bytes ==
          "\"a\"\r\n\"=1+1\"\r\n\"-\"\r\n\"a=1\"\r\n");
    CHECK(to_csv(table, shipped_profile("excel")).bytes ==
          "\xEF\xBB\xBF\"a\"\r\n\"'=1+1\"\r\n\"'-\"\r\n\"a=1\"\r\n");
}

TEST_CASE("a profile with a mistake is refused with file and line", "[output][profile]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "p.toml";
    const auto refused = [&](const std::string& text) {
        std::ofstream(file) << text;
        const auto profile = load_profile(file);
        return profile ? std::string("accepted") : profile.error().detail.substr(file.string().size());
    };
    const std::string head = "id=\"p\"\nversion=\"1\"\ncharset=\"utf-8\"\n";

    CHECK(refused("id=\"p\"\nversion=\"1\"\ncharset=\"ebcdic\"\n") == ":3: charset cannot be ebcdic");
    CHECK(refused(head) == ":1: there is no [[file]]");
    CHECK(refused(head + "[[file]]\nname=\"../x.csv\"\nrows=\"person\"\ncolumns=[]\n") ==
          ":4: name must be a file name that ends in .csv");
    CHECK(refused(head + "[[file]]\nname=\"x.csv\"\nrows=\"person\"\ncolumns=[{key=\"a\",ja=\"a\",from=\"\","
                         "type=\"t\",codes=\"c\"}]\n") == ":7: there is no code table c");
    CHECK(refused(head + "[[file\n").find(":4: ") == 0);
    CHECK(refused("").find(":1: id is missing") != std::string::npos);
}
