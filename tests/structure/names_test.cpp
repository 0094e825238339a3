// Names that say what a thing is. Each banned word comes with what to write instead.
#include <gtest/gtest.h>

#include <cctype>
#include <map>
#include <regex>
#include <set>

#include "tree.h"

namespace vigie::structure {
namespace {

const std::map<std::string, std::string>& banned_words() {
  static const std::map<std::string, std::string> words{
      {"manager", "what does it keep? name that: Journal, Histories, Pool"},
      {"helper", "name what the function answers"},
      {"helpers", "name what the functions answer"},
      {"util", "put each function beside the type that it serves"},
      {"utils", "put each function beside the type that it serves"},
      {"common", "name the notion that is shared"},
      {"misc", "these are several things: give each its file"},
      {"handler", "name the act: read_rows, answer_case"},
      {"processor", "name the act: import, measure, judge"},
      {"impl", "name what it does, or put it into the .cpp"},
      {"info", "name the content: Reading, Terms, Place"}};
  return words;
}

struct Name {
  std::string text;
  std::size_t offset;
};

bool is_name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Reached through a namespace, a type or a value: declared elsewhere, by us (and seen there) or
// not.
bool is_reached(std::string_view bare, std::size_t offset) {
  const std::string_view before = bare.substr(0, offset);
  return before.ends_with("::") || before.ends_with(".") || before.ends_with("->");
}

std::vector<Name> names_in(std::string_view bare) {
  std::vector<Name> names;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    if (!is_name_char(bare[i])) continue;
    std::size_t end = i;
    while (end < bare.size() && is_name_char(bare[end])) ++end;
    if (std::isdigit(static_cast<unsigned char>(bare[i])) == 0 && !is_reached(bare, i)) {
      names.push_back({std::string{bare.substr(i, end - i)}, i});
    }
    i = end;
  }
  return names;
}

// "HoursIndex" and "hours_index" are both hours, index.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
    if ((c == '_' || upper) && !words.back().empty()) words.emplace_back();
    if (c != '_') words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return words;
}

std::string fault_of(const std::string& name) {
  for (const std::string& word : words_of(name)) {
    const auto banned = banned_words().find(word);
    if (banned != banned_words().end()) return banned->second;
  }
  if (name == "data") return "data of what? name that";
  if (name.starts_with("do_")) return "drop do_: the verb is enough";
  if (name.starts_with("process_")) return "which act? read_, judge_, import_ ...";
  if (name.ends_with("_service") || (name.ends_with("Service") && name != "Service")) {
    return "service belongs to the field, not to software";
  }
  return {};
}

TEST(Names, no_name_says_nothing) {
  for (const SourceFile& file : code_files()) {
    for (const Name& name : names_in(file.bare)) {
      EXPECT_EQ(fault_of(name.text), "")
          << file.path << ":" << line_at(file.bare, name.offset) << ": " << name.text;
    }
  }
}

TEST(Names, files_are_named_in_snake_case_after_their_noun_or_verb) {
  for (const SourceFile& file : code_files()) {
    const std::string stem = file.name().substr(0, file.name().find('.'));
    EXPECT_EQ(stem.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos)
        << file.path;
    EXPECT_EQ(fault_of(stem), "") << file.path;
  }
}

// Types of libraries in C, declared so that their headers stay out of ours.
const std::set<std::string>& foreign_types() {
  static const std::set<std::string> types{"sqlite3",   "sqlite3_stmt", "pg_conn",
                                           "pg_result", "ssl_st",       "ssl_ctx_st"};
  return types;
}

TEST(Names, types_are_written_in_pascal_case) {
  for (const SourceFile& file : code_files()) {
    std::size_t end_of_keyword = 0;
    for (const Name& name : names_in(file.bare)) {
      const bool is_type = end_of_keyword != 0 && end_of_keyword + 1 == name.offset;
      if (is_type && !foreign_types().contains(name.text)) {
        EXPECT_TRUE(std::isupper(static_cast<unsigned char>(name.text[0])) != 0 &&
                    name.text.find('_') == std::string::npos)
            << file.path << ":" << line_at(file.bare, name.offset) << ": " << name.text;
      }
      const bool keyword = name.text == "struct" || name.text == "class";
      end_of_keyword = keyword ? name.offset + name.text.size() : 0;
    }
  }
}

TEST(Names, what_must_be_refused_is_refused) {
  for (const char* name : {"ZoneManager", "calendar_utils", "do_measure", "process_rows", "data",
                           "TicketService", "event_handler", "ParserImpl", "HelperOfDays"}) {
    EXPECT_NE(fault_of(name), "") << name;
  }
  for (const char* name : {"information", "Service", "dated", "commons_of", "undo", "processed"}) {
    EXPECT_EQ(fault_of(name), "") << name;
  }
}

// Two types of one name in one program are undefined, and the linker does not say so.
TEST(Names, a_name_stands_for_one_type) {
  const std::regex definition{
      R"(^(?:(?:class|struct|enum class) (\w+)(?: final)?(?: :.*)? \{|using (\w+) =))"};
  std::map<std::string, std::string> first;
  for (const SourceFile& file : code_files()) {
    if (!file.path.starts_with("src/") || !file.path.ends_with(".h")) continue;
    for (const std::string& line : lines_of(file.bare)) {
      std::smatch found;
      if (!std::regex_search(line, found, definition)) continue;
      const std::string name = found[1].matched ? found[1] : found[2];
      const auto [place, is_new] = first.emplace(name, file.path);
      EXPECT_TRUE(is_new) << name << " is a type of " << place->second << " and of " << file.path;
    }
  }
  EXPECT_GT(first.size(), 500U);
}

}  // namespace
}  // namespace vigie::structure
