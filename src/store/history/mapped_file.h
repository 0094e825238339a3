// The bytes of a file, seen where they lie.
#pragma once

#include <span>
#include <string>

namespace vigie {

/// Read-only. Throws std::runtime_error, with the path and the reason, when the world refuses.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::span<const char> bytes() const { return {begin_, size_}; }

 private:
  const char* begin_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace vigie
