#include "store/journal/sealing_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "vocabulary/fault.h"

namespace vigie {

namespace {

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_{open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)} {
    if (descriptor_ < 0 && errno != EEXIST) fail(path);
  }
  ~File() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  [[noreturn]] static void fail(const std::filesystem::path& path) {
    throw std::system_error{errno, std::generic_category(), path.string()};
  }

 private:
  int descriptor_;
};

/// False when another process made it meanwhile.
bool is_made(const std::filesystem::path& path, const SealingKey& key) {
  const File file{path, O_WRONLY | O_CREAT | O_EXCL};
  if (!file.is_open()) return false;
  const auto secret = key.secret();
  const bool is_written = write(file.descriptor(), secret.data(), secret.size()) ==
                              static_cast<ssize_t>(secret.size()) &&
                          fsync(file.descriptor()) == 0;
  if (!is_written) File::fail(path);
  const File folder{path.has_parent_path() ? path.parent_path() : ".", O_RDONLY | O_DIRECTORY};
  if (fsync(folder.descriptor()) != 0) File::fail(path);
  return true;
}

Fault fault_about(FaultCode code, const std::filesystem::path& path, CureWord means) {
  return {.code = code,
          .arguments = {{"file", path.string()}},
          .place = {},
          .cures = {{.write = "chmod 600 " + path.string(), .means = means}}};
}

}  // namespace

SealingKey SealingKey::made() {
  Secret secret;
  randombytes_buf(secret.data(), secret.size());
  return SealingKey{secret};
}

Result<SealingKey> sealing_key_in(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) {
    const SealingKey made = SealingKey::made();
    if (is_made(path, made)) return made;
  }
  const File file{path, O_RDONLY};
  constexpr auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  if ((std::filesystem::status(path).permissions() & others) != std::filesystem::perms::none) {
    return fault_about(FaultCode::sealing_key_open, path, CureWord::owner_only);
  }
  SealingKey::Secret secret;
  const ssize_t size = read(file.descriptor(), secret.data(), secret.size());
  if (size < 0) File::fail(path);
  if (std::filesystem::file_size(path) != secret.size() ||
      static_cast<std::size_t>(size) != secret.size()) {
    return Fault{.code = FaultCode::sealing_key_spoilt,
                 .arguments = {{"file", path.string()}},
                 .place = {},
                 .cures = {}};
  }
  return SealingKey{secret};
}

}  // namespace vigie
