#include "cardreader/virtual/persona.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <iterator>

namespace cardreader::virtual_card {

namespace {

PersonaProblem problem_at(const toml::source_region& source, std::string message) {
    return {.line = source.begin.line, .column = source.begin.column, .message = std::move(message)};
}

// Reads one key after the other and remembers the first thing that was wrong.
class Keys {
public:
    explicit Keys(const toml::table& table) : table_(table) {}

    std::string text(std::string_view key) {
        const auto* node = table_.get(key);
        if (node == nullptr) {
            note({.line = 0, .column = 0, .message = "missing: " + std::string(key)});
            return {};
        }
        const auto value = node->value<std::string>();
        if (!value) note(problem_at(node->source(), std::string(key) + " must be a string"));
        return value.value_or("");
    }

    std::string text_or(std::string_view key, std::string_view otherwise) {
        return table_.contains(key) ? text(key) : std::string(otherwise);
    }

    std::string digits(std::string_view key, std::size_t count) {
        auto value = text(key);
        const bool right =
            value.size() == count && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
        if (!right && !problem_)
            note(at(key, std::string(key) + " must be " + std::to_string(count) + " digits"));
        return value;
    }

    std::size_t number(std::string_view key, std::size_t otherwise, std::size_t most) {
        const auto* node = table_.get(key);
        if (node == nullptr) return otherwise;
        const auto value = node->value_exact<std::int64_t>();
        if (!value || *value < 0 || static_cast<std::size_t>(*value) > most) {
            note(problem_at(node->source(), std::string(key) + " must be 0 to " + std::to_string(most)));
            return otherwise;
        }
        return static_cast<std::size_t>(*value);
    }

    void allow_only(std::initializer_list<std::string_view> known) {
        for (const auto& [key, node] : table_)
            if (std::ranges::find(known, key.str()) == known.end())
                note(problem_at(node.source(), "unknown key: " + std::string(key.str())));
    }

    PersonaProblem at(std::string_view key, std::string message) const {
        const auto* node = table_.get(key);
        return node == nullptr ? PersonaProblem{.line = 0, .column = 0, .message = std::move(message)}
                               : problem_at(node->source(), std::move(message));
    }

    void note(PersonaProblem problem) {
        if (!problem_) problem_ = std::move(problem);
    }

    [[nodiscard]] const std::optional<PersonaProblem>& problem() const { return problem_; }

private:
    const toml::table& table_;
    std::optional<PersonaProblem> problem_;
};

constexpr std::size_t kMostFiller = 4096;
constexpr std::size_t kMostText = 8192;

Persona persona_from(Keys& keys) {
    keys.allow_only({"name", "address", "birth_date", "sex", "pin", "number_b", "my_number", "pin_tries",
                     "number_b_tries", "length_form", "filler", "moved_to"});
    Persona persona;
    persona.name = keys.text("name");
    persona.address = keys.text("address");
    persona.birth_date = keys.digits("birth_date", 8);
    persona.sex = keys.digits("sex", 1);
    persona.pin = keys.digits("pin", 4);
    persona.number_b = keys.digits("number_b", 14);
    persona.my_number = keys.digits("my_number", 12);
    persona.pin_tries = static_cast<int>(keys.number("pin_tries", 3, 3));
    persona.number_b_tries = static_cast<int>(keys.number("number_b_tries", 10, 10));
    persona.filler = keys.number("filler", 16, kMostFiller);
    persona.moved_to = keys.text_or("moved_to", "");
    if (persona.name.size() + persona.address.size() + persona.moved_to.size() > kMostText)
        keys.note(keys.at("name", "name and address are too long for a card"));
    return persona;
}

}  // namespace

std::string expiry_of(const Persona& persona) {
    return persona.number_b.substr(6, 4) + persona.birth_date.substr(4);
}

PersonaResult<Persona> parse_persona(std::string_view text) try {
    const auto table = toml::parse(text);
    Keys keys(table);
    auto persona = persona_from(keys);
    const auto form = table["length_form"].value_or(std::string("shortest"));
    if (form == "padded")
        persona.length_form = LengthForm::Padded;
    else if (form != "shortest")
        keys.note(keys.at("length_form", "length_form must be \"shortest\" or \"padded\""));
    if (keys.problem()) return tl::unexpected(*keys.problem());
    return persona;
} catch (const toml::parse_error& error) {
    return tl::unexpected(problem_at(error.source(), std::string(error.description())));
}

PersonaResult<Persona> load_persona(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return tl::unexpected(PersonaProblem{.line = 0, .column = 0, .message = "cannot read the file"});
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    return parse_persona(text);
}

}  // namespace cardreader::virtual_card
