// A file that is whole or absent: written beside, then put in place.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace vigie {

/// Lines go to a temporary file in the same folder; `commit` puts it in place of `path`. Without
/// `commit`, nothing is left and an older file at `path` stays as it was.
/// Throws std::runtime_error, with the path and the reason, when the world refuses.
class WrittenFile {
 public:
  /// `mode`: who may read it, cut by the mask of the process.
  explicit WrittenFile(std::string path, unsigned mode = 0666);
  ~WrittenFile();
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  void write(std::string_view text);
  void commit();

 private:
  [[noreturn]] void refuse();

  std::string path_;
  std::string aside_;
  std::FILE* file_ = nullptr;
};

}  // namespace vigie
