// The program as a user runs it: in a folder of its own, from a shell.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace vigie::program {

struct Ran {
  std::string output;  // what it printed on both streams, in order
  int exit = 0;        // 128 when a signal ended it
};

/// An empty folder, gone with this object. It sees the project's docs/ and cases/.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  void write(const std::string& file, const std::string& text) const;
  /// Runs `command` in bash, in this folder, with the built program on the path, no terminal, 100
  /// columns, and `language` as the language of the environment.
  Ran run(const std::string& command, const std::string& language = "en") const;
  /// Files in the folder, by path in it; not those of the project that it sees.
  std::set<std::string> files() const;

 private:
  std::filesystem::path folder_;
};

/// The whole text of a file.
std::string text_of(const std::filesystem::path& path);

}  // namespace vigie::program
