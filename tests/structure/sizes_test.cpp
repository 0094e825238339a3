// Sizes that a reader can hold: files, functions, lines, folders.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "functions.h"
#include "tree.h"

namespace vigie::structure {
namespace {

constexpr std::size_t longest_file = 400;
constexpr std::size_t longest_function = 60;
constexpr std::size_t longest_line = 100;
constexpr std::size_t most_notions = 16;

// Columns that a line takes: continuation bytes of UTF-8 take none.
std::size_t width_of(std::string_view line) {
  std::size_t width = 0;
  for (const char c : line) width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return width;
}

TEST(Sizes, a_file_has_at_most_400_lines) {
  for (const SourceFile& file : code_files()) {
    if (file.is_generated()) continue;
    EXPECT_LE(lines_of(file.text).size(), longest_file)
        << file.path << ": split it along its nouns; what is read together stays together";
  }
}

TEST(Sizes, a_line_has_at_most_100_columns) {
  for (const SourceFile& file : code_files()) {
    if (file.is_generated()) continue;
    std::size_t number = 0;
    for (const std::string& line : lines_of(file.text)) {
      ++number;
      EXPECT_LE(width_of(line), longest_line) << file.path << ":" << number;
    }
  }
}

TEST(Sizes, a_function_has_at_most_60_lines) {
  for (const SourceFile& file : code_files()) {
    if (file.is_generated()) continue;
    for (const Function& function : functions_of(file.bare)) {
      EXPECT_LE(function.lines, longest_function)
          << file.path << ":" << function.line
          << ": give the steps names; the function then reads as their list";
    }
  }
}

// A notion is what the first word of a file says: scalar_date and scalar_rate are parts of one.
std::size_t notions_in(const std::set<std::string>& stems) {
  std::set<std::string> notions;
  for (const std::string& stem : stems) notions.insert(stem.substr(0, stem.find('_')));
  return notions.size();
}

TEST(Sizes, a_folder_has_at_most_16_notions) {
  std::map<std::string, std::set<std::string>> stems;
  for (const SourceFile& file : code_files()) stems[file.folder()].insert(file.stem());
  for (const auto& [folder, of_folder] : stems) {
    if (folder == "src/vocabulary") continue;  // lists of words
    EXPECT_LE(notions_in(of_folder), most_notions) << folder << ": it holds two rooms, name them";
  }
}

TEST(Sizes, the_scan_of_functions_sees_what_it_should) {
  const auto found = functions_of(
      "namespace a {\nstruct B {\n  int c() const { return 1; }\n};\nint d(int x) {\n"
      "  if (x) {\n    return 2;\n  }\n  return 3;\n}\nconst int e[] = {1, 2};\n}\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].lines, 1U);
  EXPECT_EQ(found[1].line, 5U);
  EXPECT_EQ(found[1].lines, 6U);
}

}  // namespace
}  // namespace vigie::structure
