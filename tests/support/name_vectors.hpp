#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

/// One of the fifty test names of tests/support/name_vectors.tsv.
struct NameVector {
    int number = 0;
    std::string text;  // UTF-8
    std::string note;
};

inline void append_code_point(std::string& text, unsigned long point) {
    const auto byte = [&](unsigned long bits) { text.push_back(static_cast<char>(bits)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
        byte(0xC0 | (point >> 6));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
    } else {
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
    }
    byte(0x80 | (point & 0x3F));
}

inline std::vector<NameVector> name_vectors() {
    std::ifstream file(KAKANAI_SOURCE_DIR "/tests/support/name_vectors.tsv");
    std::vector<NameVector> vectors;
    std::string line;
    std::getline(file, line);  // the heading
    while (std::getline(file, line)) {
        std::istringstream columns(line);
        NameVector vector;
        std::string column;
        std::getline(columns, column, '\t');
        vector.number = std::stoi(column);
        std::getline(columns, column, '\t');
        std::istringstream points(column);
        for (std::string point; points >> point;)
            append_code_point(vector.text, std::stoul(point, nullptr, 16));
        while (std::getline(columns, column, '\t')) vector.note = column;
        vectors.push_back(vector);
    }
    if (vectors.size() != 50) throw std::runtime_error("name_vectors.tsv does not hold 50 names");
    return vectors;
}
