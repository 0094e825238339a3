// The source tree as text: what the structure tests read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::structure {

struct SourceFile {
  std::string path;  // relative to the root, e.g. "src/engine/clock/measure.cpp"
  std::string text;
  std::string bare;  // the same lines without comments, strings and character literals

  std::string name() const { return std::filesystem::path{path}.filename().string(); }
  std::string stem() const;  // "measure" for measure.h, measure.cpp and measure_test.cpp
  std::string folder() const { return std::filesystem::path{path}.parent_path().string(); }
  bool is_test() const;
  bool is_generated() const;  // says so on its first line
};

/// Our files with C++ code, sorted by path. Read once.
const std::vector<SourceFile>& code_files();

/// Files under `folder` (recursive) whose name ends with `ending`, sorted; `bare` is left empty.
/// What is built or comes from elsewhere (build, .git, node_modules) is not looked at.
std::vector<SourceFile> files_under(std::string_view folder, std::string_view ending);

std::vector<std::string> lines_of(std::string_view text);

/// Code without comments, strings and characters: each of their bytes but line ends is a blank.
std::string without_words(std::string_view code);

/// Number of the line (from 1) that holds `offset`.
std::size_t line_at(std::string_view text, std::size_t offset);

}  // namespace vigie::structure
