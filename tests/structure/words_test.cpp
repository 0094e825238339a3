// Closed lists of words: complete in both languages, and typeset as each language wants.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tree.h"

namespace vigie::structure {
namespace {

struct WordLine {
  std::string at;  // file:line
  std::string key;
  std::vector<std::string> texts;  // the quoted arguments: English, French, meaning
};

// Adjacent literals are one: "a" "b" is ab. Escapes are kept as written.
std::vector<std::string> quoted_in(std::string_view text) {
  std::vector<std::string> texts;
  bool joins = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') joins = false;
    if (text[i] != '"') continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
    const std::string_view inside = text.substr(i + 1, end - i - 1);
    if (joins) {
      texts.back() += inside;
    } else {
      texts.emplace_back(inside);
    }
    joins = true;
    i = end;
  }
  return texts;
}

// A WORD may run over several lines: it ends with a bracket at the end of a line.
std::vector<WordLine> words_of(const SourceFile& file) {
  std::vector<WordLine> words;
  std::string text;
  std::size_t number = 0;
  std::size_t first = 0;
  for (const std::string& line : lines_of(file.text)) {
    ++number;
    if (text.empty() && !line.starts_with("WORD(")) continue;
    if (text.empty()) first = number;
    text += line;
    if (!line.ends_with(")")) continue;
    words.push_back({.at = file.path + ":" + std::to_string(first),
                     .key = text.substr(5, text.find(',') - 5),
                     .texts = quoted_in(std::string_view{text}.substr(text.find(',')))});
    text.clear();
  }
  return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The text with an x for each hole: what is inside braces is for the program.
std::string without_holes(const std::string& text) {
  std::string plain;
  int depth = 0;
  for (const char c : text) {
    if (c == '{' && depth++ == 0) plain += 'x';
    if (depth == 0) plain += c;
    if (c == '}') --depth;
  }
  return plain;
}

// What is wrong with the typography of a French text; empty when nothing is.
std::string fault_in_french(const std::string& sentence) {
  const std::string text = without_holes(sentence);
  static const std::string narrow = "\u202F";
  static const std::string no_break = "\u00A0";
  if (text.find('\'') != std::string::npos) return "a straight apostrophe: write ’";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string before = text.substr(0, i);
    const bool in_clock = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]);
    if (text[i] == ':' && !in_clock && !before.ends_with(no_break)) return "U+00A0 before :";
    if ((text[i] == ';' || text[i] == '!' || text[i] == '?') && !before.ends_with(narrow)) {
      return "U+202F before ; ! ?";
    }
    if (text[i] == '%' && !before.ends_with(no_break) && !before.ends_with(narrow)) {
      return "U+00A0 or U+202F before %";
    }
  }
  for (std::size_t i = text.find("«"); i != std::string::npos; i = text.find("«", i + 1)) {
    if (!text.substr(i + 2).starts_with(no_break)) return "U+00A0 after «";
  }
  for (std::size_t i = text.find("»"); i != std::string::npos; i = text.find("»", i + 1)) {
    if (!text.substr(0, i).ends_with(no_break)) return "U+00A0 before »";
  }
  return {};
}

TEST(Words, every_word_has_both_languages_and_a_meaning) {
  for (const SourceFile& file : files_under("src/vocabulary", ".def")) {
    const auto words = words_of(file);
    EXPECT_FALSE(words.empty()) << file.path;
    std::set<std::string> keys;
    for (const WordLine& word : words) {
      EXPECT_TRUE(keys.insert(word.key).second) << word.at << ": twice " << word.key;
      ASSERT_EQ(word.texts.size(), 3U) << word.at << ": English, French, meaning";
      EXPECT_FALSE(word.texts[2].empty()) << word.at << ": no meaning";
      const bool none = word.key == "none" || word.key == "none_";
      for (int language : {0, 1}) {
        EXPECT_TRUE(none || !word.texts[static_cast<std::size_t>(language)].empty()) << word.at;
      }
    }
  }
}

TEST(Words, french_is_typeset_as_french) {
  for (const SourceFile& file : files_under("src/vocabulary", ".def")) {
    for (const WordLine& word : words_of(file)) {
      EXPECT_EQ(fault_in_french(word.texts.at(1)), "")
          << word.at << ": " << word.texts.at(1) << " (./dev fmt mends blanks)";
    }
  }
}

// Names of the values that a sentence shows: {name} or {name:form}. {name?one|many} shows none, it
// agrees a word with a value as one language wants and the other need not.
std::set<std::string> holes_of(const std::string& text) {
  std::set<std::string> holes;
  for (std::size_t i = text.find('{'); i != std::string::npos; i = text.find('{', i + 1)) {
    const std::size_t end = text.find_first_of("}:?", i);
    if (text[end] != '?') holes.insert(text.substr(i + 1, end - i - 1));
  }
  return holes;
}

TEST(Words, both_languages_have_the_same_holes) {
  for (const SourceFile& file : files_under("src/vocabulary", ".def")) {
    for (const WordLine& word : words_of(file)) {
      EXPECT_EQ(holes_of(word.texts.at(0)), holes_of(word.texts.at(1))) << word.at;
    }
  }
}

TEST(Words, every_list_belongs_to_a_header) {
  std::string headers;
  for (const SourceFile& file : files_under("src/vocabulary", ".h")) headers += file.text;
  for (const SourceFile& file : files_under("src/vocabulary", ".def")) {
    EXPECT_NE(headers.find("\"vocabulary/" + file.name() + "\""), std::string::npos) << file.path;
  }
}

TEST(Words, faults_of_typography_are_seen) {
  for (const char* text :
       {"l'heure", "lu : deux", "lu: deux", "vrai !", "vrai!", "« lu »", "5 %"}) {
    EXPECT_NE(fault_in_french(text), "") << text;
  }
  for (const char* text :
       {"l’heure", "lu\u00A0: deux", "à 09:00", "vrai\u202F!", "«\u00A0lu\u00A0»"}) {
    EXPECT_EQ(fault_in_french(text), "") << text;
  }
}

}  // namespace
}  // namespace vigie::structure
