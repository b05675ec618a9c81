#include "kiosk/screens/board_keys.hpp"

namespace kiosk {
namespace {

constexpr BoardRows kKana{U"あかさたなはまやらわ", U"いきしちにひみ　り　", U"うくすつぬふむゆるを",
                          U"えけせてねへめ　れ　", U"おこそとのほもよろん"};
constexpr BoardRows kLetters{U"1234567890", U"QWERTYUIOP", U"ASDFGHJKL-", U"ZXCVBNM'./", U""};
constexpr BoardRows kRomaji{U"QWERTYUIOP", U"ASDFGHJKL-", U"ZXCVBNM'　　", U"", U""};

}  // namespace

const BoardRows& rows_of(Board board) {
    if (board == Board::Letters) return kLetters;
    return board == Board::Romaji ? kRomaji : kKana;
}

std::vector<std::u32string_view> columns_of(Board board) {
    switch (board) {
        case Board::Romaji:
            return {U"ABCDE", U"FGHIJ", U"KLMNO", U"PQRST", U"UVWXY", U"Z-'"};
        case Board::Letters:
            return {U"ABCDE", U"FGHIJ", U"KLMNO", U"PQRST", U"UVWXY", U"Z-'./", U"12345", U"67890"};
        case Board::Address:
            return {U"12345", U"67890"};
        case Board::Kana:
        case Board::Phone:
        case Board::Choosing:
            break;
    }
    return {U"あいうえお", U"かきくけこ", U"さしすせそ", U"たちつてと", U"なにぬねの",
            U"はひふへほ", U"まみむめも", U"や　ゆ　よ", U"らりるれろ", U"わ　を　ん"};
}

const std::array<std::string_view, 10>& address_words() {
    static constexpr std::array<std::string_view, 10> kWords{"丁目", "番地", "番", "号", "の",
                                                             "階",   "号室", "棟", "字", "－"};
    return kWords;
}

const std::array<std::u32string_view, 12>& phone_keys() {
    static constexpr std::array<std::u32string_view, 12> kKeys{
        U"あいうえお", U"かきくけこ", U"さしすせそ", U"たちつてと", U"なにぬねの", U"はひふへほ",
        U"まみむめも", U"や　ゆ　よ", U"らりるれろ", U"",           U"わをんー　", U"、。・"};
    return kKeys;
}

}  // namespace kiosk
