#include "tests/kiosk/screens/samples.hpp"

#include <utility>

using namespace kiosk;
using forms::ItemType;
using forms::Text;
using std::chrono::year;

namespace samples {
namespace {

constexpr forms::Date day(int y, unsigned m, unsigned d) {
    return {year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

Text text(std::string ja, std::string reading, std::string easy, std::string en) {
    Text made{std::move(ja), std::move(reading), {}};
    made.put("easy", std::move(easy));
    made.put("en", std::move(en));
    return made;
}

forms::LifeEvent event(const char* id, const char* icon, Text label, Text note) {
    forms::LifeEvent made;
    made.id = id;
    made.icon = icon;
    made.label = std::move(label);
    made.note = std::move(note);
    return made;
}

forms::Item item(const char* key, ItemType type, Text label) {
    forms::Item made;
    made.key = key;
    made.type = type;
    made.label = std::move(label);
    return made;
}

forms::Choice choice(const char* id, const char* icon, Text label, Text note) {
    return {id, std::move(label), std::move(note), icon};
}

forms::Question question(const char* id, const char* section, std::vector<std::string> asks, bool unknown,
                         Text words, Text help = {}) {
    forms::Question made;
    made.id = id;
    made.section = section;
    made.asks = std::move(asks);
    made.unknown = unknown;
    made.text = std::move(words);
    made.help = std::move(help);
    return made;
}

void add_events(forms::Pack& pack) {
    pack.events.push_back(event("bereavement", "flower",
                                text("ご家族が亡くなられた", "ごかぞくが なくなられた",
                                     "家族《かぞく》が 亡《な》くなった", "Someone died"),
                                text("おくやみの手続き", "おくやみの てつづき",
                                     "亡《な》くなった ときの 手続《てつづ》き", "After a death")));
    pack.events.back().condolence =
        text("このたびは、心よりお悔やみ申し上げます。", "このたびは、こころより おくやみ もうしあげます。",
             "このたびは お悔《く》やみ 申《もう》し上《あ》げます。", "We are sorry for your loss.");
    pack.events.push_back(event("moving", "house", text("引越し", "ひっこし", "引越《ひっこ》し", "Moving"),
                                text("転入・転居・転出", "てんにゅう・てんきょ・てんしゅつ",
                                     "住所《じゅうしょ》が かわる", "In, out or within")));
    pack.events.push_back(event(
        "birth", "baby",
        text("子どもが生まれた", "こどもが うまれた", "子《こ》どもが 生《う》まれた", "A child was born"),
        text("出生の手続き", "しゅっしょうの てつづき", "生《う》まれた ときの 手続《てつづ》き",
             "After a birth")));
    pack.events.push_back(event("marriage", "rings", text("結婚", "けっこん", "結婚《けっこん》", "Marriage"),
                                text("婚姻の届出など", "こんいんの とどけでなど",
                                     "結婚《けっこん》の 届《とど》け", "Registration")));
    pack.events.push_back(event(
        "divorce", "rings_apart", text("離婚", "りこん", "離婚《りこん》", "Divorce"),
        text("離婚の届出など", "りこんの とどけでなど", "離婚《りこん》の 届《とど》け", "Registration")));
    pack.events.push_back(event("childcare", "family", text("子育て", "こそだて", "子《こ》ども", "Children"),
                                text("手当・保育・医療費", "てあて・ほいく・いりょうひ",
                                     "お金《かね》・保育園《ほいくえん》", "Allowances, day care")));
    pack.events.push_back(event("insurance", "card",
                                text("健康保険・年金", "けんこう ほけん・ねんきん",
                                     "健康保険《けんこうほけん》・年金《ねんきん》", "Insurance, pension"),
                                text("加入・変更・やめる", "かにゅう・へんこう・やめる",
                                     "入《はい》る・やめる", "Join, change, leave")));
    pack.events.push_back(
        event("other", "question", text("その他", "そのた", "ほかの こと", "Something else"),
              text("わからないときも", "わからない ときも", "わからない ときも", "Also if not sure")));
}

forms::Item insurance() {
    auto made = item("deceased.health_insurance", ItemType::Choice,
                     text("健康保険", "けんこう ほけん", "健康保険《けんこうほけん》", "Health insurance"));
    made.choices = {
        choice("national", "card_national",
               text("国民健康保険", "こくみん けんこう ほけん", "国民健康保険《こくみんけんこうほけん》",
                    "National Health Insurance"),
               text("自営業や退職後の方", "じえいぎょうや たいしょくごの かた",
                    "市役所《しやくしょ》の 保険《ほけん》", "国民健康保険")),
        choice("late_elderly", "card_75",
               text("後期高齢者医療", "こうき こうれいしゃ いりょう",
                    "後期高齢者医療《こうきこうれいしゃいりょう》", "Medical care for age 75 and over"),
               text("75歳以上の方など", "ななじゅうごさい いじょうの かたなど",
                    "75歳《さい》からの 保険《ほけん》", "後期高齢者医療")),
        choice("company", "card_company",
               text("会社などの健康保険", "かいしゃなどの けんこう ほけん",
                    "会社《かいしゃ》の 健康保険《けんこうほけん》", "Employer’s plan, own job"),
               text("ご本人が勤めていた", "ごほんにんが つとめていた",
                    "自分《じぶん》が 働《はたら》いて いた", "健康保険（本人）")),
        choice("family", "card_dependent",
               text("会社などの健康保険", "かいしゃなどの けんこう ほけん",
                    "会社《かいしゃ》の 健康保険《けんこうほけん》", "Employer’s plan, as a dependant"),
               text("ご家族の扶養だった", "ごかぞくの ふようだった", "家族《かぞく》が 働《はたら》いて いた",
                    "健康保険（家族）")),
        choice("union", "card_union",
               text("国民健康保険組合", "こくみん けんこう ほけん くみあい",
                    "国民健康保険組合《こくみんけんこうほけんくみあい》", "NHI society of a trade"),
               text("同じ仕事の方の組合", "おなじ しごとの かたの くみあい",
                    "仕事《しごと》の なかまの 保険《ほけん》", "国民健康保険組合")),
        choice("assistance", "card_assistance",
               text("生活保護", "せいかつ ほご", "生活保護《せいかつほご》", "Public assistance"),
               text("医療券をお使いだった", "いりょうけんを おつかいだった",
                    "市《し》から お金《かね》を もらう", "生活保護"))};
    return made;
}

void add_items(forms::Pack& pack) {
    pack.items.push_back(insurance());
    pack.items.push_back(item("deceased.was_householder", ItemType::YesNo,
                              text("世帯主", "せたいぬし", "世帯主《せたいぬし》", "Head of the household")));
    pack.items.push_back(
        item("deceased.name", ItemType::Name, text("お名前", "おなまえ", "名前《なまえ》", "Name")));
    pack.items.push_back(
        item("deceased.name_kana", ItemType::Kana, text("ふりがな", "ふりがな", "ふりがな", "Reading")));
    pack.items.push_back(item("deceased.birth_date", ItemType::Day,
                              text("生年月日", "せいねんがっぴ", "生《う》まれた 日《ひ》", "Birth date")));
    pack.items.push_back(
        item("deceased.death_date", ItemType::Day,
             text("亡くなられた日", "なくなられた ひ", "亡《な》くなった 日《ひ》", "Date of death")));
    pack.items.push_back(item("deceased.address", ItemType::Address,
                              text("住所", "じゅうしょ", "住所《じゅうしょ》", "Address")));
    pack.items.push_back(item("applicant.phone", ItemType::Phone,
                              text("電話番号", "でんわ ばんごう", "電話番号《でんわばんごう》", "Phone")));
    pack.items.back().max_length = 11;
    pack.items.push_back(
        item("bank.holder_kana", ItemType::Kana,
             text("口座の名義", "こうざの めいぎ", "口座《こうざ》の 名前《なまえ》", "Account name")));
    pack.items.push_back(
        item("bank.name", ItemType::Text,
             text("金融機関", "きんゆうきかん", "銀行《ぎんこう》の 名前《なまえ》", "Bank")));
    pack.items.push_back(item("bank.branch", ItemType::Text,
                              text("支店", "してん", "支店《してん》の 名前《なまえ》", "Branch")));
    pack.items.push_back(
        item("bank.number", ItemType::Digits,
             text("口座番号", "こうざばんごう", "口座《こうざ》の 番号《ばんごう》", "Number")));
    pack.items.back().max_length = 7;
    auto kind = item("bank.type", ItemType::Choice,
                     text("預金の種類", "よきんの しゅるい", "お金《かね》の 種類《しゅるい》", "Kind"));
    kind.choices = {choice("ordinary", "", text("普通", "ふつう", "普通《ふつう》", "Ordinary"), {}),
                    choice("current", "", text("当座", "とうざ", "当座《とうざ》", "Current"), {})};
    pack.items.push_back(kind);
    auto sex = item("applicant.sex", ItemType::Choice, text("性別", "せいべつ", "性別《せいべつ》", "Sex"));
    sex.choices = {choice("male", "", text("男", "おとこ", "男《おとこ》", "male"), {}),
                   choice("female", "", text("女", "おんな", "女《おんな》", "female"), {})};
    pack.items.push_back(sex);
}

void add_questions(forms::Pack& pack) {
    pack.questions.push_back(
        question("health_insurance", "answers", {"deceased.health_insurance"}, true,
                 text("亡くなられた方の健康保険は、どれでしたか",
                      "なくなられた かたの けんこう ほけんは、どれでしたか",
                      "亡《な》くなった 人《ひと》の 健康保険《けんこうほけん》は どれですか。",
                      "Which health insurance did the person who died have?"),
                 text("お手元の資格確認書や保険証と、見くらべてください。",
                      "おてもとの しかく かくにんしょや ほけんしょうと、みくらべて ください。",
                      "健康保険《けんこうほけん》： 病院《びょういん》の お金《かね》が 安《やす》く "
                      "なります。カードを 見《み》て ください。",
                      "Compare with the card you have. The Japanese name is printed on it.")));
    pack.questions.back().unknown_note =
        text("職員が市の記録で確かめます。手続きがもれることはありません。",
             "しょくいんが しの きろくで たしかめます。てつづきが もれることは ありません。",
             "市役所《しやくしょ》の 人《ひと》が 調《しら》べます。だいじょうぶです。",
             "Staff will check the city’s records. No procedure will be missed.");
    pack.questions.push_back(
        question("householder", "answers", {"deceased.was_householder"}, true,
                 text("亡くなられた方は、世帯主でしたか", "なくなられた かたは、せたいぬしでしたか",
                      "亡《な》くなった 人《ひと》は 世帯主《せたいぬし》でしたか。",
                      "Was the person who died the head of the household?")));
    pack.questions.push_back(
        question("name", "deceased", {"deceased.name", "deceased.name_kana"}, false,
                 text("亡くなられた方のお名前を、入力してください",
                      "なくなられた かたの おなまえを、にゅうりょくして ください",
                      "亡《な》くなった 人《ひと》の 名前《なまえ》を 入《い》れて ください。",
                      "Enter the name of the person who died")));
    pack.questions.push_back(question(
        "birth_date", "deceased", {"deceased.birth_date"}, false,
        text("亡くなられた方の生年月日は、いつですか", "なくなられた かたの せいねんがっぴは、いつですか",
             "亡《な》くなった 人《ひと》が 生《う》まれた 日《ひ》は いつですか。",
             "When was the person who died born?")));
    pack.questions.push_back(
        question("death_date", "deceased", {"deceased.death_date"}, true,
                 text("亡くなられたのは、いつですか", "なくなられたのは、いつですか",
                      "亡《な》くなった 日《ひ》は いつですか。", "When did the person die?"),
                 text("診断書にある日です。", "しんだんしょに ある ひです。",
                      "診断書《しんだんしょ》に あります。", "It is on the certificate.")));
    pack.questions.push_back(question(
        "address", "deceased", {"deceased.address"}, true,
        text("亡くなられた方の住所は、どちらですか", "なくなられた かたの じゅうしょは、どちらですか",
             "亡《な》くなった 人《ひと》の 住所《じゅうしょ》は どこですか。",
             "Where did the person who died live?")));
    pack.questions.push_back(question(
        "bank", "bank", {"bank.name", "bank.type", "bank.branch", "bank.number", "bank.holder_kana"}, true,
        text("お金を受け取る口座を、入力してください",
             "おかねを うけとる こうざを、にゅうりょくして ください",
             "お金《かね》を もらう 口座《こうざ》を 入《い》れて ください。",
             "Enter the account that receives the money")));
    pack.questions.push_back(
        question("phone", "applicant", {"applicant.phone"}, false,
                 text("日中につながる電話番号は、何番ですか",
                      "にっちゅうに つながる でんわ ばんごうは、なんばんですか",
                      "昼《ひる》に 電話《でんわ》が できる 番号《ばんごう》は 何番《なんばん》ですか。",
                      "On which number can we reach you during the day?")));
}

void add_procedure(forms::Pack& pack, const char* id, const char* division, forms::ProcedureKind kind,
                   Text name, Text because) {
    forms::Procedure made;
    made.id = id;
    made.division = division;
    made.kind = kind;
    made.name = std::move(name);
    made.because = because;
    made.ask_because = std::move(because);
    pack.procedures.push_back(std::move(made));
}

void add_procedures(forms::Pack& pack) {
    using enum forms::ProcedureKind;
    pack.divisions = {
        {"citizens", text("市民課", "しみんか", "市民課《しみんか》", "Residents"), "2", "", 1, {}},
        {"insurance",
         text("保険年金課", "ほけん ねんきんか", "保険年金課《ほけんねんきんか》", "Insurance"),
         "5",
         "",
         2,
         {}},
        {"care",
         text("介護保険課", "かいご ほけんか", "介護保険課《かいごほけんか》", "Care"),
         "7",
         "",
         3,
         {}}};
    add_procedure(
        pack, "householder_change", "citizens", Duty,
        text("世帯主変更届", "せたいぬし へんこう とどけ", "世帯主《せたいぬし》を かえる 届《とど》け",
             "Change of head of household"),
        text("世帯主で、ご家族（15歳以上）が2人いるため",
             "せたいぬしで、ごかぞく じゅうごさい いじょうが ふたり いるため",
             "世帯主《せたいぬし》だったから", "Head of household, two family members of 15 or older"));
    add_procedure(
        pack, "nhi_householder", "insurance", Duty,
        text("国民健康保険　世帯主の変更", "こくみん けんこう ほけん せたいぬしの へんこう",
             "国民健康保険《こくみんけんこうほけん》の 世帯主《せたいぬし》", "NHI: new head of household"),
        text("国民健康保険のご家族がいるため", "こくみん けんこう ほけんの ごかぞくが いるため",
             "家族《かぞく》の 保険《ほけん》が あるから", "Family members have NHI"));
    add_procedure(
        pack, "care_card", "care", Return,
        text("介護保険　資格喪失届・証の返還", "かいご ほけん しかく そうしつ とどけ・しょうの へんかん",
             "介護保険《かいごほけん》の カードを 返《かえ》す", "Care insurance: return the card"),
        text("65歳以上だったため", "ろくじゅうごさい いじょうだったため",
             "65歳《さい》より 上《うえ》だったから", "Was 65 or older"));
    add_procedure(pack, "pension_notice", "insurance", Duty,
                  text("年金受給権者死亡届", "ねんきん じゅきゅうけんしゃ しぼう とどけ",
                       "年金《ねんきん》の 届《とど》け", "Notice to the pension office"),
                  text("マイナンバーの登録がわからないため", "まいなんばーの とうろくが わからないため",
                       "登録《とうろく》が わからないから", "Not known whether registered"));
    add_procedure(
        pack, "funeral_grant", "insurance", Benefit,
        text("葬祭費", "そうさいひ", "葬式《そうしき》の お金《かね》", "Funeral grant"),
        text("国民健康保険で、お葬式をされたため", "こくみん けんこう ほけんで、おそうしきを されたため",
             "葬式《そうしき》を したから", "NHI, and a funeral was held"));
}

forms::Pack make_pack() {
    forms::Pack pack;
    pack.id = "sample";
    pack.city = "書かない市";
    pack.office = "市役所 総合窓口";
    pack.languages = {"ja", "easy", "en", "zh", "vi", "ko", "pt"};
    pack.unreviewed_languages = {
        {"zh", "机器翻译，尚未核对（要確認）。以日文为准。"},
        {"vi", "Bản dịch máy, chưa được kiểm tra (要確認). Bản tiếng Nhật là bản chính."},
        {"ko", "기계 번역으로 아직 확인되지 않았습니다(要確認). 일본어가 기준입니다."},
        {"pt", "Tradução automática ainda não verificada (要確認). Vale o texto em japonês."}};
    pack.sections = {
        {"applicant", text("届出をする方", "とどけでを する かた", "あなた", "You"), {}},
        {"deceased",
         text("亡くなられた方", "なくなられた かた", "亡《な》くなった 人《ひと》", "The person who died"),
         {}},
        {"answers", text("質問", "しつもん", "質問《しつもん》", "Question"), {}},
        {"bank",
         text("お金の振込先", "おかねの ふりこみさき", "お金《かね》を 送《おく》る ところ", "Bank account"),
         {}}};
    add_events(pack);
    add_items(pack);
    add_questions(pack);
    add_procedures(pack);
    return pack;
}

}  // namespace

const forms::Pack& pack() {
    static const forms::Pack made = make_pack();
    return made;
}

}  // namespace samples
