#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forms/interview/interview.hpp"
#include "forms/sheets/slip_plan.hpp"

namespace forms {

/// One counter to go to, with what for and what to hand over there.
struct RoutingStop {
    std::string counter;  // 「5」; may be empty
    std::string division;
    std::vector<std::string> errands;    // names of procedures that apply
    std::vector<std::string> to_check;   // names of those that are 要確認
    std::vector<std::string> hand_over;  // sheets (with 署名 where one is signed), then what to bring
    std::string own_words;               // the division's name in the reader's language, marked with readings
};

/// The counters in the order in which one walks past them.
[[nodiscard]] std::vector<RoutingStop> plan_routing(const Pack& pack, const Context& context,
                                                    const std::vector<Decision>& decisions,
                                                    std::string_view language = "ja");

/// Something a clerk has to find out, and what is written of it on the paper.
struct ToAsk {
    enum class Answer : std::uint8_t { YesNo, Words, Day, Done };
    std::string words;  // 「マイナンバーの登録」
    Answer answer = Answer::YesNo;
    bool operator==(const ToAsk&) const = default;
};

/// Everything the slip marks 要確認, each once: the facts that are missing, and the procedures that apply but
/// that the city has not verified.
[[nodiscard]] std::vector<ToAsk> what_to_ask(const Pack& pack, const Context& context,
                                             const std::vector<Decision>& decisions);

}  // namespace forms
