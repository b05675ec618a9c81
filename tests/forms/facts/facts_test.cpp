#include "forms/facts/facts.hpp"

#include <catch2/catch.hpp>

using namespace forms;

namespace {

Facts two_children() {
    Facts facts;
    facts.set("child.count", {Value{std::int64_t{2}}, Provenance::Resident});
    facts.set("child[1].name", {Value{std::string("一")}, Provenance::Resident});
    facts.set("child[4].name", {Value{std::string("四")}, Provenance::Resident});
    return facts;
}

}  // namespace

TEST_CASE("a key names a subject, perhaps one person of several, and what is known of it", "[forms][facts]") {
    CHECK(split_key("funeral.held") == KeyParts{"funeral", 0, "held"});
    CHECK(split_key("child[12].birth_date") == KeyParts{"child", 12, "birth_date"});
    for (const auto* key : {"", "child", ".name", "child.", "child[].name", "child[0].name", "child[01].name",
                            "child[-1].name", "child[99999].name", "[1].name"})
        CHECK_FALSE(split_key(key));
}

TEST_CASE("わからない is an answer without a value", "[forms][facts]") {
    Facts facts;
    facts.set("funeral.held", {std::nullopt, Provenance::Resident});

    CHECK(facts.find("funeral.held") != nullptr);
    CHECK(facts.value("funeral.held") == nullptr);
}

TEST_CASE("removing one child leaves the other under its own number and counts one less", "[forms][facts]") {
    auto facts = two_children();

    remove_person(facts, "child", 1);

    CHECK(persons_of(facts, "child") == std::vector<int>{4});
    CHECK(*facts.value("child.count") == Value{std::int64_t{1}});
}
