#pragma once

#include <string>

/// A bereavement in miniature: a choice, a gate, an age, children and one paper.
inline const std::string kSmallPack = R"toml(
id = "small"
version = "1"
city = "書かない市"
languages = ["ja", "en"]
event = [
  {id = "bereavement", label = {ja = "ご家族が亡くなられた", en = "A death"}},
  {id = "moving", label = {ja = "引越し", en = "Moving"}},
]
person = [
  {id = "deceased", label = {ja = "亡くなられた方", en = "Deceased"}},
  {id = "child", label = {ja = "お子さん", en = "Child"}, repeated = true},
]

[setting]
grant_yen = {value = 50000, label = "葬祭費"}

[closed]
weekdays = ["sat", "sun"]

[[division]]
id = "pension"
name = "保険年金課"

[item."applicant.name"]
type = "name"
label = {ja = "お名前", en = "Name"}
supplied_by = ["card"]

[item."deceased.birth_date"]
type = "date"
label = {ja = "生年月日", en = "Date of birth"}

[item."deceased.death_date"]
type = "date"
label = {ja = "亡くなられた日", en = "Date of death"}

[item."deceased.age"]
type = "number"
label = {ja = "年齢", en = "Age"}
computed = "age_on(deceased.birth_date, deceased.death_date)"

[item."deceased.health_insurance"]
type = "choice"
label = {ja = "健康保険", en = "Health insurance"}
supplied_by = ["record"]
choices = [
  {id = "national_health", label = {ja = "国民健康保険", en = "National Health Insurance"}},
  {id = "employee", label = {ja = "会社の健康保険", en = "Employee insurance"}},
]

[item."funeral.held"]
type = "yes_no"
label = {ja = "お葬式", en = "Funeral"}

[item."funeral.date"]
type = "date"
label = {ja = "お葬式の日", en = "the funeral"}

[item."child.count"]
type = "number"
label = {ja = "お子さんの人数", en = "Children"}

[item."child.birth_date"]
type = "date"
label = {ja = "生年月日", en = "Date of birth"}

[item."child.age"]
type = "number"
label = {ja = "年齢", en = "Age"}
computed = "age_on(child.birth_date, visit.date)"

[condition]
in_national_health = "deceased.health_insurance = national_health"

[[question]]
id = "name"
asks = ["applicant.name"]
always = true
text = "お名前"

[[question]]
id = "funeral"
event = ["bereavement"]
asks = ["funeral.held"]
when = "in_national_health"
text = "お葬式をしましたか"

[[question]]
id = "insurance"
event = ["bereavement"]
asks = ["deceased.health_insurance"]
text = "健康保険は、どれでしたか"
unknown_note = "職員が市の記録で確かめます"

[[question]]
id = "funeral_date"
event = ["bereavement"]
asks = ["funeral.date"]
when = "funeral.held"
text = "お葬式はいつでしたか"

[[question]]
id = "dates"
event = ["bereavement"]
asks = ["deceased.birth_date", "deceased.death_date"]
text = "いつ生まれ、いつ亡くなられましたか"

[[question]]
id = "children"
event = ["bereavement"]
asks = ["child.count"]
text = "お子さんは何人ですか"

[[question]]
id = "child_birth"
event = ["bereavement"]
asks = ["child.birth_date"]
text = "お子さんの生年月日"

[[procedure]]
id = "grant"
event = ["bereavement"]
name = {ja = "葬祭費", en = "Funeral grant"}
kind = "benefit"
division = "pension"
applies_when = "in_national_health and funeral.held"
because = {ja = "国民健康保険で、お葬式をされたため", en = "National Health Insurance and a funeral"}
deadline = {value = 2, unit = "years", from = "funeral.date"}
amount = {setting = "grant_yen"}

[[procedure]]
id = "card_return"
event = ["bereavement"]
name = {ja = "保険証の返却", en = "Card return"}
kind = "return"
division = "pension"
applies_when = "in_national_health"
because = "国民健康保険に入っておられたため"

[[procedure]]
id = "care"
event = ["bereavement"]
name = {ja = "介護保険", en = "Care insurance"}
kind = "return"
division = "pension"
applies_when = "deceased.age >= 65"
because = "65歳以上でしたため"

[[procedure]]
id = "allowance"
event = ["bereavement"]
name = {ja = "児童手当", en = "Child allowance"}
kind = "benefit"
division = "pension"
applies_when = "any child where child.age < 18"
because = "18歳未満のお子さんがいるため"

[[procedure]]
id = "old_rule"
event = ["bereavement"]
name = "古い手続"
kind = "guide"
division = "pension"
applies_when = "true"
because = "昔の決まりのため"
valid = {until = 2026-03-31}
)toml";
