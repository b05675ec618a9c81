#pragma once

#include <string>
#include <vector>

#include "kiosk/model/model.hpp"

namespace samples {

/// A small invented pack with every kind of item and every kind of question: 書かない市, six health
/// insurances.
[[nodiscard]] const forms::Pack& pack();

/// One state of the kiosk with the name of its picture. Models cannot be copied: each call makes new ones.
struct Sample {
    std::string name;
    kiosk::Model model;
};

/// Every screen and every panel once, with the case of the mock-ups: 𠮷邉󠄐 健一 for his father
/// 正一.
[[nodiscard]] std::vector<Sample> all();
[[nodiscard]] kiosk::Model model(kiosk::Screen screen);
/// Every question of the model city's pack, unanswered, as the visitor first meets it; named by its id.
[[nodiscard]] std::vector<Sample> city_questions();

}  // namespace samples
