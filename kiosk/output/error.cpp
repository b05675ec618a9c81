#include "kiosk/output/error.hpp"

namespace kiosk::output {

std::string_view short_code(Errc code) {
    switch (code) {
        case Errc::Offline:
            return "P01";
        case Errc::Refused:
            return "P02";
        case Errc::SubmitUnclear:
            return "P03";
        case Errc::NoSuchJob:
            return "P04";
        case Errc::BadAddress:
            return "P05";
        case Errc::DiskFull:
            return "P06";
        case Errc::CannotWrite:
            return "P07";
        case Errc::Lossy:
            return "P08";
        case Errc::BadProfile:
            return "P09";
        case Errc::Reception:
            return "P10";
        case Errc::BadAcknowledgement:
            return "P13";
        case Errc::Altered:
            return "P11";
        case Errc::Failed:
            return "P12";
    }
    return "P99";
}

namespace {

std::string_view japanese(Errc code) {
    switch (code) {
        case Errc::Offline:
            return "プリンターにつながりません。電源とケーブルを確かめてください。";
        case Errc::Refused:
            return "プリンターが受け付けませんでした。印刷されていません。";
        case Errc::SubmitUnclear:
            return "送信の途中で切れました。紙が出たかご確認ください。";
        case Errc::NoSuchJob:
            return "印刷の結果を確かめられません。紙が出たかご確認ください。";
        case Errc::BadAddress:
            return "プリンターの指定が正しくありません。";
        case Errc::DiskFull:
            return "保存する場所がいっぱいで、連携パッケージを作れませんでした。";
        case Errc::CannotWrite:
            return "連携パッケージの出力先に書き込めません。";
        case Errc::Lossy:
            return "出力先の文字コードで表せない文字があるため、出力しませんでした。";
        case Errc::BadProfile:
            return "出力プロファイルに誤りがあります。";
        case Errc::Reception:
            return "受付の保存先で問題が起きました。";
        case Errc::BadAcknowledgement:
            return "取込の返事のファイルが読めません。";
        case Errc::Altered:
            return "出力済の連携パッケージが、出力したときと違っています。";
        case Errc::Failed:
            return "出力で問題が起きました。";
    }
    return {};
}

std::string_view english(Errc code) {
    switch (code) {
        case Errc::Offline:
            return "The printer cannot be reached. Check its power and cable.";
        case Errc::Refused:
            return "The printer did not take the job. Nothing was printed.";
        case Errc::SubmitUnclear:
            return "The connection broke while sending. Look whether paper came out.";
        case Errc::NoSuchJob:
            return "Nobody can tell whether it was printed. Look whether paper came out.";
        case Errc::BadAddress:
            return "This is not a printer address.";
        case Errc::DiskFull:
            return "The disk is full: the package is not complete.";
        case Errc::CannotWrite:
            return "The package folder cannot be written.";
        case Errc::Lossy:
            return "The target character set cannot hold a character: nothing was written.";
        case Errc::BadProfile:
            return "The export profile is wrong.";
        case Errc::Reception:
            return "The reception store reported a problem.";
        case Errc::BadAcknowledgement:
            return "The core system's acknowledgement cannot be read.";
        case Errc::Altered:
            return "A released package is no longer what was released.";
        case Errc::Failed:
            return "Output failed.";
    }
    return {};
}

}  // namespace

std::string_view sentence(Errc code, std::string_view language) {
    return language == "en" ? english(code) : japanese(code);
}

}  // namespace kiosk::output
