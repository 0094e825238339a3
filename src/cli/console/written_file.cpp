#include "cli/console/written_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace vigie {

WrittenFile::WrittenFile(std::string path, unsigned mode)
    : path_(std::move(path)), aside_(path_ + ".part-" + std::to_string(getpid())) {
  const int descriptor = open(aside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) refuse();
  file_ = fdopen(descriptor, "wb");
  if (file_ == nullptr) refuse();
}

WrittenFile::~WrittenFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  unlink(aside_.c_str());
}

void WrittenFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) refuse();
}

void WrittenFile::commit() {
  if (std::fflush(file_) != 0 || fsync(fileno(file_)) != 0) refuse();
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) refuse();
  std::fclose(file_);
  file_ = nullptr;
}

void WrittenFile::refuse() {
  throw std::runtime_error("cannot write " + path_ + ": " + std::strerror(errno));
}

}  // namespace vigie
