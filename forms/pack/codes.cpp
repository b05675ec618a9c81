#include "forms/pack/codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace forms {
namespace {

constexpr auto kError = Severity::Error;
constexpr auto kWarning = Severity::Warning;

// One row a code: id, severity, meaning (ja, en), a line that has it, remedy (ja, en).
constexpr std::array kCodes{
    Code{codes::kNotAPack, kError, "手続パックのフォルダーではない", "the folder is not a pack",
         "(pack.toml がない)", "pack.toml のあるフォルダーを指定します",
         "name the folder that holds pack.toml"},
    Code{codes::kFileUnreadable, kError, "ファイルが読めない", "a file cannot be read",
         "(権限がない、8 MB を超える)", "ファイルの権限と大きさを確かめます",
         "check the file's permissions and size"},
    Code{codes::kTomlSyntax, kError, "TOML の書き方の誤り", "the file is not TOML",
         "label = {ja=\"健康保険\"", "示した位置の引用符・かっこ・等号を直します",
         "mend the quotes, brackets or equals sign at that place"},
    Code{codes::kUnknownKey, kError, "知らない欄の名前", "a key that means nothing here",
         "lable = {ja=\"健康保険\"}", "つづりを直すか、その行を消します",
         "correct the spelling or delete the line"},
    Code{codes::kMissingKey, kError, "なくてはならない欄がない", "a key that must be there is missing",
         "[[procedure]] id=\"x\" (name がない)", "その欄を書き足します", "add the key"},
    Code{codes::kWrongType, kError, "値の種類が違う", "a value of the wrong type", "always = \"yes\"",
         "示した種類の値に書きかえます", "write a value of the type named"},
    Code{codes::kUnknownValue, kError, "決まった語のどれでもない", "a word that is not one of those allowed",
         "kind = \"dutty\"", "示した語の中から選びます", "choose one of the words listed"},
    Code{codes::kOutOfRange, kError, "値が範囲の外", "a value out of range", "w = -3.0",
         "示した範囲の値にします", "use a value within the range"},
    Code{codes::kBadKey, kError, "項目の名前の形が違う", "an item key of the wrong form",
         "[item.\"Birth Date\"]", "「deceased.birth_date」のように書きます",
         "write it like deceased.birth_date"},
    Code{codes::kDuplicateId, kError, "同じ名前が2つある", "the same id twice",
         "[[question]] id=\"funeral\" が2か所", "どちらかの名前を変えるか消します",
         "rename or delete one of them"},
    Code{codes::kTooMany, kError, "数が多すぎる", "more than the program holds", "(くり返す当事者が9種類)",
         "数を減らすか、パックを分けます", "use fewer, or split the pack"},
    Code{codes::kRuleSyntax, kError, "条件の文法の誤り", "a rule that cannot be read",
         "applies_when = \"funeral.held and\"", "and / or / not / かっこ / 比較の形を直します",
         "mend the and/or/not, brackets or comparison"},
    Code{codes::kRuleUnknownName, kError, "条件の中の知らない名前",
         "a rule names something that does not exist", "applies_when = \"funeral.hold\"",
         "items.toml か conditions.toml にある名前を書きます",
         "use a name from items.toml or conditions.toml"},
    Code{codes::kRuleUnknownChoice, kError, "その項目にない選択肢", "a choice the item does not have",
         "applies_when = \"deceased.health_insurance = nationl_health\"",
         "項目の choices にある id を書きます", "use an id from the item's choices"},
    Code{codes::kRuleUnknownSetting, kError, "知らない市の設定", "a setting that does not exist",
         "applies_when = \"setting.ex_oficio\"", "settings.toml に書き足すか、つづりを直します",
         "add it to settings.toml or correct the spelling"},
    Code{codes::kRuleType, kError, "種類の合わない比較や計算", "types that do not go together",
         "applies_when = \"deceased.birth_date = 65\"", "同じ種類どうしを比べます",
         "compare values of the same type"},
    Code{codes::kRulePerson, kError, "くり返す当事者の使い方の誤り",
         "a repeated person used outside any, all or count",
         "applies_when = \"child.birth_date < 2020-01-01\"", "any / all / count(…) の where の中で使います",
         "use it inside any, all or count"},
    Code{codes::kRuleTooDeep, kError, "条件が深すぎる", "a rule nested too deeply", "((((…))))",
         "名前つき条件に分けます", "split it into named conditions"},
    Code{codes::kRuleCycle, kError, "条件や計算がめぐっている", "rules that depend on each other in a circle",
         "a = \"b\", b = \"a\" (conditions.toml)", "めぐりのどこか1つを切ります",
         "break the circle at one place"},
    Code{codes::kUnknownItem, kError, "知らない項目", "an item that does not exist",
         "asks = [\"deceased.birthdate\"]", "items.toml に書き足すか、つづりを直します",
         "add it to items.toml or correct the spelling"},
    Code{codes::kUnknownEvent, kError, "知らないライフイベント", "a life event that does not exist",
         "event = [\"bereavment\"]", "pack.toml の [[event]] にある id を書きます",
         "use an id from [[event]] in pack.toml"},
    Code{codes::kUnknownSection, kError, "知らない区分", "a section that does not exist",
         "section = \"anwsers\"", "pack.toml の [[section]] にある id を書きます",
         "use an id from [[section]] in pack.toml"},
    Code{codes::kUnknownDivision, kError, "知らない課", "a division that does not exist",
         "division = \"nhi\"", "divisions.toml にある id を書きます", "use an id from divisions.toml"},
    Code{codes::kUnknownQuestion, kError, "知らない質問", "a question that does not exist",
         "questions = [\"death_day\"] ([[impossible]])", "questions/ にある id を書きます",
         "use an id from questions/"},
    Code{codes::kUnknownProcedure, kError, "知らない手続", "a procedure that does not exist",
         "applies = [\"nhi_funeral\"] (cases/)", "procedures/ にある id を書きます",
         "use an id from procedures/"},
    Code{codes::kUnknownSheet, kError, "知らない様式", "a sheet that does not exist",
         "sheets = [\"funeral_grant\"]", "sheets/ に様式を置くか、つづりを直します",
         "add the sheet under sheets/ or correct the spelling"},
    Code{codes::kUnknownSetting, kError, "知らない市の設定", "a setting that does not exist",
         "amount = {setting=\"grant_yen\"}", "settings.toml に整数の設定を書き足します",
         "add an integer setting to settings.toml"},
    Code{codes::kBlankMissing, kError, "様式の PDF がない", "the blank PDF of a sheet is missing",
         "blank = \"grant.pdf\"", "市の様式の PDF を sheets/ に置きます", "put the city's PDF under sheets/"},
    Code{codes::kChoicesMissing, kError, "選択肢のない選択項目", "a choice item without choices",
         "type = \"choice\" (choices がない)", "choices を書くか、type を変えます",
         "write choices or change the type"},
    Code{codes::kComputedAsked, kError, "計算で決まる項目を質問している", "a computed item is asked",
         "asks = [\"deceased.age\"]", "質問から外すか、computed を消します",
         "take it out of the question, or delete computed"},
    Code{codes::kMixedPersons, kError, "1つの質問に別の当事者が混ざっている",
         "one question asks of different repeated persons", "asks = [\"child.name\", \"household.name\"]",
         "当事者ごとに質問を分けます", "make one question for each role"},
    Code{codes::kDeadlineStart, kError, "期限の始まりが日付でない",
         "a deadline that does not start from a date item", "deadline = {…, from=\"funeral.held\"}",
         "日付の項目を from に書きます", "name a date item in from"},
    Code{codes::kNeverApplies, kWarning, "決して対象にならない手続", "a procedure that can never apply",
         "applies_when = \"funeral.held and not funeral.held\"", "条件の矛盾を直します",
         "mend the contradiction in its rule"},
    Code{codes::kAlwaysApplies, kWarning, "必ず対象になる手続", "a procedure that always applies",
         "applies_when = \"funeral.held or not funeral.held\"",
         "いつも案内するなら applies_when = \"true\" と書きます",
         "write applies_when = \"true\" if that is meant"},
    Code{codes::kNeverReached, kWarning, "決して出ない質問", "a question that can never be reached",
         "when = \"funeral.held = false and funeral.held\"", "when を直します", "mend its when"},
    Code{codes::kNotNeeded, kWarning, "どの手続にも様式にもいらない質問",
         "a question no procedure and no sheet needs", "[[question]] asks=[\"deceased.hobby\"]",
         "消すか、always = true とします", "delete it, or set always = true"},
    Code{codes::kGateLater, kWarning, "後の質問の答えを待つ質問", "a question that waits for a later one",
         "when = \"funeral.held\" (funeral を聞くのは後)", "質問の順を入れかえます",
         "put the other question first"},
    Code{codes::kValidityGap, kWarning, "有効期間のすき間", "a gap between validity dates",
         "valid={until=2026-03-31} と valid={from=2026-05-01}", "期間をつなげます", "make the periods meet"},
    Code{codes::kMissingWords, kWarning, "その言語の語がない", "words missing in a language",
         "label = {ja=\"氏名\"} (en がない)", "その言語の語を書き足します", "add the words in that language"},
    Code{codes::kMissingReading, kWarning, "読みがない", "a reading in kana is missing",
         "label={ja=\"健康保険\"} (reading がない)", "reading を書き足します", "add a reading"},
    Code{codes::kMissingSource, kWarning, "出どころがない", "a procedure without its source",
         "[[procedure]] (source がない)", "法令や市のページを source に書きます",
         "write the law or page it comes from in source"},
    Code{codes::kUnusedItem, kWarning, "使われていない項目", "an item nothing uses",
         "[item.\"deceased.hobby\"]", "消すか、使います", "delete it or use it"},
    Code{codes::kUnusedSheet, kWarning, "どの手続も使わない様式", "a sheet no procedure uses",
         "sheets/old.toml", "手続の sheets に書くか、消します",
         "name it in a procedure's sheets, or delete it"},
    Code{codes::kUnusedSetting, kWarning, "使われていない設定", "a setting nothing uses",
         "[setting] old_grant_yen = …", "消すか、使います", "delete it or use it"},
    Code{codes::kUnusedCondition, kWarning, "使われていない名前つき条件", "a named condition nothing uses",
         "[condition] is_old = \"…\"", "消すか、使います", "delete it or use it"},
    Code{codes::kNobodySupplies, kError, "誰も答えない項目", "an item that nothing can supply",
         "applies_when = \"funeral.held\" (聞く質問がない)",
         "質問を書くか、supplied_by か computed を書きます", "write a question, supplied_by or computed"},
    Code{codes::kFieldUnbound, kError, "何も入らない記入欄", "a field bound to nothing",
         "[[field]] id=\"name\" kind=\"text\"", "item・value・literal のどれかを書きます",
         "write item, value or literal"},
    Code{codes::kFieldOutside, kError, "紙の外の記入欄", "a field outside its page",
         "at={page=3, …} (2ページの様式)", "at を紙の中に入れます", "move it onto the page"},
    Code{codes::kFieldOnOfficeUse, kError, "市使用欄に重なる記入欄",
         "a field on the city's own part of the paper",
         "[[office_use]] at={page=1, x=16.0, y=250.0, w=178.0, h=35.0}", "記入欄を市使用欄の外に置きます",
         "move the field out of the office-use area"},
    Code{codes::kFieldsOverlap, kError, "ほかの記入欄に重なる記入欄", "a field on another field",
         "2つの [[field]] の at={page=1, x=20.0, y=40.0, w=80.0, h=8.0} が同じ", "どちらかの at を動かします",
         "move one of the two"},
    Code{codes::kFieldKind, kError, "種類と中身の合わない記入欄",
         "a field whose kind does not fit what it holds", "kind=\"date_part\" item=\"applicant.name\"",
         "kind か item を直します", "correct its kind or its item"},
    Code{codes::kNoUnknown, kWarning, "「わからない」のない判定の質問",
         "a deciding question without わからない", "unknown = false", "unknown = true にします",
         "set unknown = true"},
    Code{codes::kBlankUnusable, kError, "様式の PDF が、その様式の定義と合わないか、読めない",
         "a blank that cannot be read or does not go with its template", "size = [210.0, 297.0] (PDF は A3)",
         "PDF か、size・pages を直します", "correct the PDF, or size and pages"},
    Code{codes::kFieldOverflow, kWarning, "最も長い値が入らず、別紙に書かれる記入欄",
         "a field whose longest value goes to a continuation sheet",
         "at={…, w=20.0, h=4.0} item=\"applicant.name\"",
         "記入欄を広げるか、size を小さくします。そのままでも値は切れません",
         "widen the field or set a smaller size; left as it is, nothing is cut"},
};

}  // namespace

std::span<const Code> all_codes() {
    return kCodes;
}

const Code* find_code(std::string_view id) {
    const auto found = std::ranges::find(kCodes, id, &Code::id);
    return found == kCodes.end() ? nullptr : &*found;
}

Problem problem(std::string_view code, const Position& at, std::string message_ja, std::string message_en) {
    Problem made;
    made.file = at.file;
    made.line = at.line;
    made.column = at.column;
    made.code = code;
    made.message = std::move(message_ja);
    made.message_en = std::move(message_en);
    if (const auto* known = find_code(code)) {
        made.severity = known->severity;
        made.remedy = known->remedy_ja;
        made.remedy_en = known->remedy_en;
    }
    return made;
}

}  // namespace forms
