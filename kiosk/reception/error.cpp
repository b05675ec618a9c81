#include "kiosk/reception/error.hpp"

namespace kiosk::reception {

std::string_view short_code(Errc code) {
    switch (code) {
        case Errc::DiskFull:
            return "R01";
        case Errc::ReadOnly:
            return "R02";
        case Errc::Busy:
            return "R03";
        case Errc::NoAccess:
            return "R04";
        case Errc::WrongKey:
            return "R05";
        case Errc::Altered:
            return "R06";
        case Errc::Conflict:
            return "R07";
        case Errc::NotFound:
            return "R08";
        case Errc::NotAllowed:
            return "R09";
        case Errc::BadInput:
            return "R10";
        case Errc::Failed:
            return "R11";
    }
    return "R99";
}

namespace {

std::string_view japanese(Errc code) {
    switch (code) {
        case Errc::DiskFull:
            return "保存する場所がいっぱいです。空きを作ってから、もう一度お試しください。";
        case Errc::ReadOnly:
            return "保存先に書き込めません。ディスクの状態を確かめてください。";
        case Errc::Busy:
            return "ほかのプログラムが保存先を使っています。少し待ってから、もう一度お試しください。";
        case Errc::NoAccess:
            return "保存先の所有者かアクセス権が正しくありません。";
        case Errc::WrongKey:
            return "鍵が、この保存先のものではありません。";
        case Errc::Altered:
            return "保存した内容が、書いたときと違っています。";
        case Errc::Conflict:
            return "同じ受付が、別の内容ですでに保存されています。";
        case Errc::NotFound:
            return "その受付はありません。";
        case Errc::NotAllowed:
            return "いまの状態では、その操作はできません。";
        case Errc::BadInput:
            return "そのままでは保存できない内容があります。";
        case Errc::Failed:
            return "保存先で問題が起きました。";
    }
    return {};
}

std::string_view english(Errc code) {
    switch (code) {
        case Errc::DiskFull:
            return "The disk is full. Free some space and try again.";
        case Errc::ReadOnly:
            return "The store cannot be written. Check the disk.";
        case Errc::Busy:
            return "Another program is using the store. Wait a moment and try again.";
        case Errc::NoAccess:
            return "The owner or mode of the state folder is wrong.";
        case Errc::WrongKey:
            return "This is not the key of this store.";
        case Errc::Altered:
            return "What is stored is not what was written.";
        case Errc::Conflict:
            return "This reception was already stored with other contents.";
        case Errc::NotFound:
            return "There is no such reception.";
        case Errc::NotAllowed:
            return "Its state does not allow this step.";
        case Errc::BadInput:
            return "Something in it cannot be stored as it is.";
        case Errc::Failed:
            return "The store reported a problem.";
    }
    return {};
}

}  // namespace

std::string_view sentence(Errc code, std::string_view language) {
    return language == "en" ? english(code) : japanese(code);
}

}  // namespace kiosk::reception
