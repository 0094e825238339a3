#include "store/dump/sqlite_copy.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <memory>

#include "store/database/sqlite_error.h"

namespace vigie {

namespace {

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle opened(const std::filesystem::path& path, int flags) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Handle handle{raw};
  if (code != SQLITE_OK) throw sqlite_error(code, path.string());
  sqlite3_busy_timeout(raw, 10'000);
  return handle;
}

/// What a folder holds is durable once the folder is.
void sync_folder(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

}  // namespace

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Handle source = opened(from, SQLITE_OPEN_READONLY);
  // Made by us first: SQLite would give it the permissions of the mask.
  const int made = open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) throw sqlite_error(SQLITE_CANTOPEN, to.string());
  close(made);
  const Handle copy = opened(to, SQLITE_OPEN_READWRITE);
  sqlite3_backup* const backup = sqlite3_backup_init(copy.get(), "main", source.get(), "main");
  if (backup == nullptr) throw sqlite_error(sqlite3_extended_errcode(copy.get()), to.string());
  // All pages in one step: one view of the write-ahead log, which writers go on adding to.
  const int stepped = sqlite3_backup_step(backup, -1);
  const int ended = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) throw sqlite_error(stepped, to.string());
  if (ended != SQLITE_OK) throw sqlite_error(ended, to.string());
  sync_folder(to);
}

bool is_sqlite(const std::filesystem::path& file) {
  constexpr std::string_view mark = "SQLite format 3";
  std::array<char, mark.size()> first{};
  std::ifstream bytes{file, std::ios::binary};
  bytes.read(first.data(), first.size());
  return bytes && std::string_view{first.data(), first.size()} == mark;
}

}  // namespace vigie
