#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

/// The faces that draw each of the fifty test names, in the order in which they change along the name, by the
/// number of the name: tests/support/name_faces.tsv, which screen and paper must both keep to.
inline std::map<int, std::vector<std::string>> name_faces() {
    std::ifstream file(KAKANAI_SOURCE_DIR "/tests/support/name_faces.tsv");
    std::map<int, std::vector<std::string>> faces;
    std::string line;
    std::getline(file, line);  // the heading
    while (std::getline(file, line)) {
        std::istringstream columns(line);
        int number = 0;
        columns >> number;
        auto& names = faces[number];
        for (std::string name; columns >> name;) names.push_back(name);
    }
    return faces;
}
