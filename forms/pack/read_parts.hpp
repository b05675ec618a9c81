#pragma once

#include <string>
#include <vector>

#include "forms/pack/pack.hpp"
#include "forms/pack/table_reader.hpp"

namespace forms {

/// Each takes its own sections of one file into the pack. What a section may hold is said in the README of
/// the pack format.
void read_city(TableReader& file, Pack& pack);        // pack.toml: id, city, persons, events, sections
void read_settings(TableReader& file, Pack& pack);    // [setting], [closed], dates, [[division]]
void read_vocabulary(TableReader& file, Pack& pack);  // [item."…"], [condition]
void read_questions(TableReader& file, Pack& pack);   // [[question]]
void read_procedures(TableReader& file, Pack& pack);  // [[procedure]]
void read_sheet(TableReader& file, Pack& pack);       // [sheet], [[field]]
/// words/*.toml: `language`, and `[words]` "日本語" = "…" for texts whose own line has no words in it. After
/// all other files.
void read_words(TableReader& file, Pack& pack);

}  // namespace forms
