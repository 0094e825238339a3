#include "tree.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vigie::structure {
namespace {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

bool is_foreign(const std::filesystem::path& path) {
  for (const char* folder : {"build", ".git", "node_modules"}) {
    if (path.filename() == folder) return true;
  }
  return false;
}

void blank(std::string& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, text.size()); ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
}

// End of the literal that starts at `from` with the quote `quote`.
std::size_t end_of_literal(std::string_view code, std::size_t from, char quote) {
  std::size_t i = from + 1;
  while (i < code.size() && code[i] != quote) i += code[i] == '\\' ? 2 : 1;
  return i + 1;
}

std::size_t end_of_raw_string(std::string_view code, std::size_t quote) {
  const std::size_t open = code.find('(', quote);
  const std::string close = ")" + std::string{code.substr(quote + 1, open - quote - 1)} + "\"";
  const std::size_t end = code.find(close, open);
  return end == std::string_view::npos ? code.size() : end + close.size();
}

bool is_digit_separator(std::string_view code, std::size_t at) {
  return at > 0 && std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0 &&
         at + 1 < code.size() && std::isalnum(static_cast<unsigned char>(code[at + 1])) != 0 &&
         std::isdigit(static_cast<unsigned char>(code[at - 1])) != 0;
}

}  // namespace

std::string SourceFile::stem() const {
  std::string stem = std::filesystem::path{path}.stem().string();
  for (const std::string_view suffix : {"_test", "_bench"}) {
    if (stem.ends_with(suffix)) stem.resize(stem.size() - suffix.size());
  }
  return stem;
}

bool SourceFile::is_test() const {
  return path.starts_with("tests/") || name().find("_test.") != std::string::npos;
}

bool SourceFile::is_generated() const {
  return text.substr(0, text.find('\n')).find("Generated") != std::string::npos;
}

const std::vector<SourceFile>& code_files() {
  static const std::vector<SourceFile> files = [] {
    std::vector<SourceFile> all;
    for (const char* folder : {"src", "tests", "bench", "fuzz"}) {
      for (const char* ending : {".h", ".cpp"}) {
        for (SourceFile& file : files_under(folder, ending)) all.push_back(std::move(file));
      }
    }
    for (SourceFile& file : all) file.bare = without_words(file.text);
    std::ranges::sort(all, {}, &SourceFile::path);
    return all;
  }();
  return files;
}

std::vector<SourceFile> files_under(std::string_view folder, std::string_view ending) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files;
  if (!fs::exists(folder)) return files;
  for (auto entry = fs::recursive_directory_iterator{folder}; entry != fs::end(entry); ++entry) {
    if (entry->is_directory() && is_foreign(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_regular_file() || !entry->path().string().ends_with(ending)) continue;
    files.push_back({.path = entry->path().lexically_normal().string(),
                     .text = read_text(entry->path()),
                     .bare = {}});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string without_words(std::string_view code) {
  std::string bare{code};
  std::size_t i = 0;
  while (i < code.size()) {
    std::size_t end = i + 1;
    if (code.substr(i, 10) == "#include <") {  // names of others
      end = std::min(code.find('\n', i), code.size());
    } else if (code.substr(i, 2) == "//") {
      end = std::min(code.find('\n', i), code.size());
    } else if (code.substr(i, 2) == "/*") {
      end = std::min(code.find("*/", i), code.size() - 2) + 2;
    } else if (code[i] == '"') {
      end = i > 0 && code[i - 1] == 'R' ? end_of_raw_string(code, i) : end_of_literal(code, i, '"');
    } else if (code[i] == '\'' && !is_digit_separator(code, i)) {
      end = end_of_literal(code, i, '\'');
    }
    if (end > i + 1) blank(bare, i, end);
    i = end;
  }
  return bare;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

}  // namespace vigie::structure
