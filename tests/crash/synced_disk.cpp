// A disk that loses its power, below a whole process: loaded before it (LD_PRELOAD), it keeps a
// second copy of a folder that has only what was synced.
//
// What is written reaches the copy when its file is synced, whole; names that are changed or
// removed are so at once, where the file was synced before. Once the power is cut nothing reaches
// it any more, and who asks for a sync waits for ever: nothing that needs one is acknowledged.
// VIGIE_DISK is the folder, VIGIE_DISK_SYNCED the copy; with VIGIE_DISK_LIES a sync does nothing.
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/limits.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

constexpr const char* cut_mark = "/.cut";
constexpr const char* lock_mark = "/.lock";

std::string variable(const char* name) {
  const char* const text = std::getenv(name);  // NOLINT: read where nothing writes it
  return text == nullptr ? "" : text;
}

const std::string& disk() {
  static const std::string folder = variable("VIGIE_DISK");
  return folder;
}

const std::string& synced() {
  static const std::string folder = variable("VIGIE_DISK_SYNCED");
  return folder;
}

/// One at a time, of all processes; waits for ever once the power is cut.
class Power {
 public:
  Power() : lock_{open((synced() + lock_mark).c_str(), O_RDWR | O_CLOEXEC)} {
    flock(lock_, LOCK_EX);
    if (access((synced() + cut_mark).c_str(), F_OK) != 0) return;
    close(lock_);
    while (true) pause();
  }
  ~Power() { close(lock_); }
  Power(const Power&) = delete;
  Power& operator=(const Power&) = delete;

 private:
  int lock_;
};

/// Where the copy has the file of that path; empty for one that is elsewhere.
std::string in_copy(const std::string& path) {
  std::array<char, PATH_MAX> real{};
  std::string absolute = path;
  if (!path.starts_with('/') && getcwd(real.data(), real.size()) != nullptr) {
    absolute = std::string{real.data()} + "/" + path;
  }
  if (disk().empty() || !absolute.starts_with(disk() + "/")) return {};
  return synced() + absolute.substr(disk().size());
}

std::string path_of(int descriptor) {
  std::array<char, PATH_MAX> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t size = readlink(link.c_str(), path.data(), path.size() - 1);
  return size <= 0 ? "" : std::string{path.data(), static_cast<std::size_t>(size)};
}

void make_folders_of(const std::string& path) {
  for (std::size_t at = path.find('/', synced().size() + 1); at != std::string::npos;
       at = path.find('/', at + 1)) {
    mkdir(path.substr(0, at).c_str(), 0777);
  }
}

/// Written aside, then named: another sync of the same file never sees a half.
bool copy(const std::string& from, const std::string& to) {
  const std::string aside = to + ".aside";
  const int in = open(from.c_str(), O_RDONLY | O_CLOEXEC);
  make_folders_of(to);
  const int out = open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  std::array<char, 65'536> bytes{};
  ssize_t size = 0;
  bool is_whole = in >= 0 && out >= 0;
  while (is_whole && (size = read(in, bytes.data(), bytes.size())) > 0) {
    is_whole = write(out, bytes.data(), static_cast<std::size_t>(size)) == size;
  }
  close(in);
  close(out);
  return is_whole && size == 0 && std::rename(aside.c_str(), to.c_str()) == 0;
}

int sync(int descriptor) {
  static const bool lies = !variable("VIGIE_DISK_LIES").empty();
  const std::string path = path_of(descriptor);
  const std::string to = in_copy(path);
  std::error_code none;
  if (lies || to.empty() || !std::filesystem::is_regular_file(path, none)) return 0;
  const Power power;
  if (copy(path, to)) return 0;
  std::fprintf(stderr, "synced_disk: %s could not be copied\n", path.c_str());
  return -1;
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// The same in the copy, where it has the file.
template <class Change>
void in_copy_too(const std::string& path, Change change) {
  const std::string copied = in_copy(path);
  if (copied.empty()) return;
  const Power power;
  if (access(copied.c_str(), F_OK) == 0) change(copied);
}

}  // namespace

extern "C" {

int fsync(int descriptor) { return sync(descriptor); }
int fdatasync(int descriptor) { return sync(descriptor); }
int syncfs(int) { return 0; }

int rename(const char* from, const char* to) {
  static const auto call = real<int (*)(const char*, const char*)>("rename");
  if (disk().empty() || in_copy(from).empty()) return call(from, to);
  const Power power;
  const int code = call(from, to);
  const std::string copied = in_copy(from);
  if (code == 0 && access(copied.c_str(), F_OK) == 0) call(copied.c_str(), in_copy(to).c_str());
  return code;
}

int link(const char* from, const char* to) {
  static const auto call = real<int (*)(const char*, const char*)>("link");
  const int code = call(from, to);
  if (code == 0) {
    in_copy_too(from, [&](const std::string& copied) {
      make_folders_of(in_copy(to));
      copy(copied, in_copy(to));
    });
  }
  return code;
}

int unlink(const char* path) {
  static const auto call = real<int (*)(const char*)>("unlink");
  const int code = call(path);
  if (code == 0) in_copy_too(path, [&](const std::string& copied) { call(copied.c_str()); });
  return code;
}
}
