#include "forms/rules/syntax.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <optional>

#include "forms/facts/date.hpp"
#include "forms/facts/facts.hpp"

namespace forms {
namespace {

struct Token {
    enum class Kind : std::uint8_t { End, Word, Number, Day, String, Sign };
    Kind kind{};
    std::string_view text;
    std::int64_t number = 0;
    std::size_t offset = 0;
};

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool starts_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() && (starts_word(text[at]) || digit(text[at]) || text[at] == '.' ||
                                text[at] == '[' || text[at] == ']'))
        ++at;
    return at;
}

std::size_t sign_length(std::string_view rest) {
    for (const std::string_view two : {"!=", "<=", ">="})
        if (rest.starts_with(two)) return 2;
    return std::string_view("=<>(){},").find(rest.front()) == std::string_view::npos ? 0 : 1;
}

/// The parser: recursive descent over tokens. The first problem ends it.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) { advance(); }

    std::variant<Syntax, RuleProblem> run() {
        auto rule = any_of();
        if (!problem_ && token_.kind != Token::Kind::End) unexpected("条件の終わり", "the end of the rule");
        if (problem_) return *problem_;
        return rule;
    }

private:
    void advance() {
        while (at_ < text_.size() && space(text_[at_])) ++at_;
        token_ = {Token::Kind::End, {}, 0, at_};
        if (at_ >= text_.size()) return;
        const char c = text_[at_];
        if (starts_word(c)) return take(Token::Kind::Word, word_end(text_, at_) - at_);
        if (digit(c) || (c == '-' && at_ + 1 < text_.size() && digit(text_[at_ + 1]))) return read_number();
        if (c == '"') return read_string();
        if (const auto length = sign_length(text_.substr(at_))) return take(Token::Kind::Sign, length);
        fail(RuleErrc::Syntax, at_, "読めない文字があります", "there is a character that means nothing here");
    }

    void take(Token::Kind kind, std::size_t length) {
        token_ = {kind, text_.substr(at_, length), 0, at_};
        at_ += length;
    }

    void read_number() {
        auto end = at_ + 1;
        while (end < text_.size() && (digit(text_[end]) || text_[end] == '-')) ++end;
        const auto word = text_.substr(at_, end - at_);
        take(Token::Kind::Number, word.size());
        if (const auto date = date_from_iso(word)) {
            token_.kind = Token::Kind::Day;
            token_.number = day_number(*date);
            return;
        }
        const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), token_.number);
        const bool good = error == std::errc{} && stop == word.data() + word.size() && word.size() <= 15;
        if (!good)
            fail(RuleErrc::Syntax, token_.offset,
                 fmt::format("「{}」は整数でも日付 (2026-11-22) でもありません", word),
                 fmt::format("\"{}\" is neither an integer nor a date such as 2026-11-22", word));
    }

    void read_string() {
        const auto close = text_.find('"', at_ + 1);
        if (close == std::string_view::npos)
            return fail(RuleErrc::Syntax, at_, "文字列の閉じの \" がありません", "the string is not closed");
        take(Token::Kind::String, close - at_ + 1);
        token_.text = token_.text.substr(1, token_.text.size() - 2);
    }

    void fail(RuleErrc code, std::size_t offset, std::string ja, std::string en) {
        if (!problem_) problem_ = RuleProblem{code, offset, std::move(ja), std::move(en)};
        at_ = text_.size();
        token_ = {Token::Kind::End, {}, 0, text_.size()};
    }

    void unexpected(std::string_view ja, std::string_view en) {
        const auto found = token_.kind == Token::Kind::End ? std::string() : std::string(token_.text);
        const auto hint = found == "=" ? " (等しいは = を1つ)" : "";
        fail(RuleErrc::Syntax, token_.offset,
             found.empty() ? fmt::format("ここには{}が要ります", ja)
                           : fmt::format("「{}」の所には{}が要ります{}", found, ja, hint),
             found.empty() ? fmt::format("{} is expected here", en)
                           : fmt::format("{} is expected instead of \"{}\"", en, found));
    }

    bool is_word(std::string_view word) const {
        return token_.kind == Token::Kind::Word && token_.text == word;
    }
    bool is_sign(std::string_view sign) const {
        return token_.kind == Token::Kind::Sign && token_.text == sign;
    }

    bool skip_word(std::string_view word) {
        if (!is_word(word)) return false;
        advance();
        return true;
    }
    bool skip_sign(std::string_view sign) {
        if (!is_sign(sign)) return false;
        advance();
        return true;
    }
    void expect_sign(std::string_view sign) {
        if (!skip_sign(sign)) unexpected(sign, sign);
    }

    Syntax any_of() { return joined(Form::Or, "or"); }
    Syntax all_of() { return joined(Form::And, "and"); }

    Syntax joined(Form form, std::string_view word) {
        const auto next = [&] { return form == Form::Or ? all_of() : denied(); };
        auto first = next();
        if (!is_word(word)) return first;
        Syntax both{form, {}, 0, {}, first.offset};
        both.parts.push_back(std::move(first));
        while (skip_word(word)) both.parts.push_back(next());
        return both;
    }

    Syntax denied() {
        const auto offset = token_.offset;
        bool negative = false;
        while (skip_word("not")) negative = !negative;
        auto rule = comparison();
        if (!negative) return rule;
        Syntax result{Form::Not, {}, 0, {}, offset};
        result.parts.push_back(std::move(rule));
        return result;
    }

    Syntax comparison() {
        auto left = value();
        static constexpr std::array<std::string_view, 6> kSigns{"=", "!=", "<=", ">=", "<", ">"};
        for (const auto sign : kSigns) {
            if (!is_sign(sign)) continue;
            Syntax compare{Form::Compare, std::string(sign), 0, {}, token_.offset};
            advance();
            compare.parts.push_back(std::move(left));
            compare.parts.push_back(value());
            return compare;
        }
        if (is_word("in")) return one_of(std::move(left));
        if (!is_word("not")) return left;
        const auto offset = token_.offset;
        advance();
        if (!is_word("in")) unexpected("in", "in");
        Syntax result{Form::Not, {}, 0, {}, offset};
        result.parts.push_back(one_of(std::move(left)));
        return result;
    }

    Syntax one_of(Syntax left) {
        Syntax in{Form::In, {}, 0, {}, token_.offset};
        advance();
        in.parts.push_back(std::move(left));
        expect_sign("{");
        do in.parts.push_back(value());
        while (skip_sign(","));
        expect_sign("}");
        return in;
    }

    Syntax value() {
        if (++depth_ > kDeepestRule) {
            fail(RuleErrc::TooDeep, token_.offset, fmt::format("{} 段より深い条件です", kDeepestRule),
                 fmt::format("the rule is nested more than {} deep", kDeepestRule));
        }
        auto result = shallow_value();
        --depth_;
        return result;
    }

    Syntax shallow_value() {
        const Token token = token_;
        if (skip_sign("(")) {
            auto inside = any_of();
            expect_sign(")");
            return inside;
        }
        switch (token.kind) {
            case Token::Kind::Number:
                advance();
                return {Form::Number, {}, token.number, {}, token.offset};
            case Token::Kind::Day:
                advance();
                return {Form::Day, {}, token.number, {}, token.offset};
            case Token::Kind::String:
                advance();
                return {Form::String, std::string(token.text), 0, {}, token.offset};
            case Token::Kind::Word:
                return word_value();
            case Token::Kind::End:
            case Token::Kind::Sign:
                break;
        }
        unexpected("項目・値・かっこ", "an item, a value or a bracket");
        return {};
    }

    Syntax word_value() {
        const Token token = token_;
        advance();
        if (token.text == "true" || token.text == "false")
            return {Form::Truth, {}, token.text == "true" ? 1 : 0, {}, token.offset};
        if (token.text == "any") return people(Form::Any, token.offset);
        if (token.text == "all") return people(Form::All, token.offset);
        if (is_sign("(")) return call(token);
        for (const std::string_view word : {"and", "or", "not", "in", "where"})
            if (token.text == word) {
                token_ = token;
                unexpected("項目・値・かっこ", "an item, a value or a bracket");
                return {};
            }
        if (token.text.find('.') == std::string_view::npos && token.text.find('[') == std::string_view::npos)
            return {Form::Word, std::string(token.text), 0, {}, token.offset};
        return key(token);
    }

    Syntax key(const Token& token) {
        const auto parts = split_key(token.text);
        if (!parts || parts->name.find_first_of("[]") != std::string_view::npos) {
            fail(RuleErrc::Syntax, token.offset,
                 fmt::format("「{}」は項目の名前の形ではありません", token.text),
                 fmt::format("\"{}\" is not written like an item", token.text));
            return {};
        }
        return {Form::Key, person_key(parts->subject, 0, parts->name), parts->person, {}, token.offset};
    }

    Syntax call(const Token& name) {
        expect_sign("(");
        if (name.text == "count") {
            auto count = people(Form::Count, name.offset);
            expect_sign(")");
            return count;
        }
        Syntax call{Form::Call, std::string(name.text), 0, {}, name.offset};
        do call.parts.push_back(any_of());
        while (skip_sign(","));
        expect_sign(")");
        return call;
    }

    Syntax people(Form form, std::size_t offset) {
        Syntax result{form, {}, 0, {}, offset};
        if (token_.kind != Token::Kind::Word) {
            unexpected("当事者の名前", "the name of a role");
            return result;
        }
        result.word = token_.text;
        advance();
        if (skip_word("where")) {
            if (++depth_ > kDeepestRule)
                fail(RuleErrc::TooDeep, offset, fmt::format("{} 段より深い条件です", kDeepestRule),
                     fmt::format("the rule is nested more than {} deep", kDeepestRule));
            result.parts.push_back(any_of());
            --depth_;
        }
        return result;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Token token_;
    int depth_ = 0;
    std::optional<RuleProblem> problem_;
};

}  // namespace

std::variant<Syntax, RuleProblem> parse_rule(std::string_view text) {
    return Parser(text).run();
}

}  // namespace forms
