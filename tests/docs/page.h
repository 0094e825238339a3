// A page of the documents, read for what it shows: files to write and commands to run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vigie::docs {

/// A command of a console block and the lines that the page shows below it.
struct Shown {
  std::string command;
  std::vector<std::string> output;
  std::size_t line = 0;  // of the command in the page, from 1
};

/// A fenced block. Its first line says what it is:
///   ```yaml file=acme.yaml    the text is written to acme.yaml before the next commands
///   ```console                commands after "$ ", each followed by what it prints
///   ```console exit=1         the same; its last command ends with 1
struct Block {
  std::string file;          // empty: not a file
  std::vector<Shown> shown;  // empty: not a console
  std::string text;
  int exit = 0;
  std::size_t line = 0;  // of its opening fence, from 1
};

/// Blocks of the page that are files or consoles, in order.
std::vector<Block> blocks_of(std::string_view page);

/// Whether `printed` is what the page shows. A line "..." stands for any lines, and "..." inside a
/// line for any characters: times taken, versions of zone data.
bool matches(const std::vector<std::string>& shown, const std::vector<std::string>& printed);

std::vector<std::string> lines_of(std::string_view text);

}  // namespace vigie::docs
