#pragma once

#include <string>
#include <vector>

#include "forms/interview/interview.hpp"
#include "forms/pack/cases.hpp"

namespace forms {

/// A family of the pack's cases, played as a visit with nothing but a card.
struct FamilyVisit {
    Context context;
    Facts facts;         // all that was told, with the card's four items
    std::string number;  // under which it was received on that day: 1122-014
    std::vector<std::string>
        questions;  // ids of the screens shown, in order; a repeated role counts each time
};

/// Plays one case: the card says name, address, date of birth and sex; every question that `next_step` puts
/// is answered as the case says, and わからない where it says nothing. In a list to choose from, what the
/// case does not name is not so. Names, addresses, accounts and the applicant's date of birth are invented
/// ones (`StandIns`). Facts nobody is asked for (a record's) are not told.
[[nodiscard]] FamilyVisit play_family(const Pack& pack, const Case& family);

/// The middle of some counts: the upper one of two, so that it never says less than half of them meet. 0 for
/// none.
[[nodiscard]] int median(std::vector<int> counts);

}  // namespace forms
