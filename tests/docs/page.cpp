#include "page.h"

#include <algorithm>

namespace vigie::docs {
namespace {

constexpr std::string_view any = "...";

std::string word_after(const std::string& line, std::string_view key) {
  const std::size_t at = line.find(key);
  if (at == std::string::npos) return {};
  const std::size_t from = at + key.size();
  return line.substr(from, line.find(' ', from) - from);
}

// `pattern` with "..." for any characters.
bool line_matches(std::string_view pattern, std::string_view line) {
  const std::size_t hole = pattern.find(any);
  if (hole == std::string_view::npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, hole))) return false;
  const std::string_view rest = pattern.substr(hole + any.size());
  for (std::size_t skipped = hole; skipped <= line.size(); ++skipped) {
    if (line_matches(rest, line.substr(skipped))) return true;
  }
  return false;
}

using Lines = std::vector<std::string>;

bool lines_match(const Lines& shown, std::size_t s, const Lines& printed, std::size_t p) {
  if (s == shown.size()) return p == printed.size();
  if (shown[s] == any) {
    for (std::size_t next = p; next <= printed.size(); ++next) {
      if (lines_match(shown, s + 1, printed, next)) return true;
    }
    return false;
  }
  return p < printed.size() && line_matches(shown[s], printed[p]) &&
         lines_match(shown, s + 1, printed, p + 1);
}

// A line ending with a backslash goes on on the next one, as in a shell.
void add_console_line(Block& block, const std::string& line, std::size_t number) {
  const bool goes_on = !block.shown.empty() && block.shown.back().output.empty() &&
                       block.shown.back().command.ends_with('\\');
  if (line.starts_with("$ ")) {
    block.shown.push_back({.command = line.substr(2), .output = {}, .line = number});
  } else if (goes_on) {
    block.shown.back().command += "\n" + line;
  } else if (!block.shown.empty()) {
    block.shown.back().output.push_back(line);
  }
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Block> blocks_of(std::string_view page) {
  std::vector<Block> blocks;
  bool inside = false;
  bool console = false;
  Block block;
  std::size_t number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (line.starts_with("```")) {
      if (inside && (console || !block.file.empty())) blocks.push_back(block);
      inside = !inside;
      console = inside && line.starts_with("```console");
      block = Block{.file = word_after(line, "file="), .shown = {}, .text = {}, .line = number};
      const std::string exit = word_after(line, "exit=");
      if (!exit.empty()) block.exit = std::stoi(exit);
    } else if (inside) {
      block.text += line + "\n";
      if (console) add_console_line(block, line, number);
    }
  }
  return blocks;
}

bool matches(const std::vector<std::string>& shown, const std::vector<std::string>& printed) {
  return lines_match(shown, 0, printed, 0);
}

}  // namespace vigie::docs
