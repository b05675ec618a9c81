#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "forms/pack/load.hpp"

/// A pack without a fault, small enough to count lines in. `check` says nothing about it.
inline const std::string kSoundPack = R"toml(id = "sound"
version = "1"
city = "書かない市"
languages = ["ja"]
event = [{id = "bereavement", label = "おくやみ"}]
person = [{id = "child", label = "お子さん", repeated = true}]
section = [{id = "answers", label = "答え"}]
[setting]
grant_yen = {value = 50000, label = "額"}
[[division]]
id = "citizens"
name = "市民課"
[item."funeral.held"]
type = "yes_no"
label = "そうぎ"
[item."funeral.date"]
type = "date"
label = "そうぎの ひ"
[item."deceased.insurance"]
type = "choice"
label = "ほけん"
choices = [{id = "national", label = "国保"}, {id = "employee", label = "社保"}]
[item."child.count"]
type = "number"
label = "おこさんの かず"
[item."child.age"]
type = "number"
label = "とし"
[condition]
held_here = "funeral.held and deceased.insurance = national"
[[question]]
id = "insurance"
section = "answers"
asks = ["deceased.insurance"]
text = "どの ほけん ですか"
[[question]]
id = "held"
event = ["bereavement"]
asks = ["funeral.held"]
when = "deceased.insurance = national"
text = "そうぎを しましたか"
[[question]]
id = "date"
asks = ["funeral.date"]
when = "funeral.held"
text = "いつ しましたか"
[[question]]
id = "count"
asks = ["child.count"]
text = "なんにん ですか"
[[question]]
id = "age"
asks = ["child.age"]
text = "なんさい ですか"
[[procedure]]
id = "grant"
event = ["bereavement"]
name = "葬祭費"
kind = "benefit"
division = "citizens"
source = "法"
applies_when = "held_here"
because = "お葬式をされたため"
deadline = {value = 2, unit = "years", from = "funeral.date"}
amount = {setting = "grant_yen"}
[[procedure]]
id = "allowance"
event = ["bereavement"]
name = "手当"
kind = "benefit"
division = "citizens"
source = "法"
applies_when = "any child where child.age < 18"
because = "お子さんがいるため"
)toml";

/// What lies beside a sheet as its blank.
enum class Blank { CityPaper, Missing, Nonsense };

/// One change to the sound pack, and everything that check then says.
struct BrokenPack {
    std::string what;
    std::string piece;  // of the sound pack; empty: `replacement` is added at the end
    std::string replacement;
    std::vector<std::string> expected;
    std::string sheet = {};  // text of sheets/s.toml, if any
    Blank blank = Blank::CityPaper;
    forms::PackFile beside = {};  // one more file, if any

    /// Its pack.toml.
    [[nodiscard]] std::string text() const {
        auto text = kSoundPack;
        if (piece.empty()) return text + replacement;
        const auto at = text.find(piece);
        if (at == std::string::npos) throw std::logic_error("not in the sound pack: " + piece);
        return text.replace(at, piece.size(), replacement);
    }
};

extern const std::vector<BrokenPack> kBrokenPacks;
