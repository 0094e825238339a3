#include "store/history/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace vigie {

namespace {

[[noreturn]] void refuse(const std::string& path, int reason) {
  throw std::runtime_error("cannot read " + path + ": " + std::strerror(reason));
}

/// A descriptor that is closed whatever happens.
struct Descriptor {
  int number;
  ~Descriptor() { close(number); }
};

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const int opened = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) refuse(path, errno);
  const Descriptor file{opened};
  const off_t end = lseek(file.number, 0, SEEK_END);
  if (end < 0) refuse(path, errno);
  size_ = static_cast<std::size_t>(end);
  if (size_ == 0) return;
  void* const mapped = mmap(nullptr, size_, PROT_READ, MAP_SHARED | MAP_POPULATE, file.number, 0);
  if (mapped == MAP_FAILED) refuse(path, errno);
  begin_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
  if (begin_ != nullptr) munmap(const_cast<char*>(begin_), size_);  // NOLINT: as munmap wants it
}

}  // namespace vigie
