#include "store/database/power_cut_for_test.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <new>
#include <utility>

#include "engine/base/require.h"

namespace vigie {

namespace {

constexpr std::size_t sector = 512;

/// What SQLite takes for an open file: ours, and right behind it the system's.
struct OpenFile {
  sqlite3_file base;
  PowerCutDisk* disk;
  std::string* path;  // none: a file without a name, gone when it is closed

  static OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return OpenFile::of(file).real(); }
const sqlite3_io_methods& methods_of(sqlite3_file* file) { return *real(file)->pMethods; }

int close_file(sqlite3_file* file) {
  const int code = methods_of(file).xClose(real(file));
  delete OpenFile::of(file).path;
  return code;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return methods_of(file).xRead(real(file), to, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const OpenFile& open = OpenFile::of(file);
  const std::string_view bytes{static_cast<const char*>(from), static_cast<std::size_t>(size)};
  if (open.path != nullptr && !open.disk->write(*open.path, offset, bytes)) {
    return SQLITE_IOERR_WRITE;
  }
  return methods_of(file).xWrite(real(file), from, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const OpenFile& open = OpenFile::of(file);
  if (open.path != nullptr && !open.disk->truncate(*open.path, size)) {
    return SQLITE_IOERR_TRUNCATE;
  }
  return methods_of(file).xTruncate(real(file), size);
}

// What is synced is known by the disk above; the system's own need not be asked.
int sync_file(sqlite3_file* file, int) {
  const OpenFile& open = OpenFile::of(file);
  return open.path == nullptr || open.disk->sync(*open.path) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return methods_of(file).xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int lock) { return methods_of(file).xLock(real(file), lock); }
int unlock_file(sqlite3_file* file, int lock) { return methods_of(file).xUnlock(real(file), lock); }
int check_lock(sqlite3_file* file, int* held) {
  return methods_of(file).xCheckReservedLock(real(file), held);
}
int control_file(sqlite3_file* file, int what, void* argument) {
  return methods_of(file).xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file*) { return static_cast<int>(sector); }
int characteristics(sqlite3_file* file) {
  return methods_of(file).xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** to) {
  return methods_of(file).xShmMap(real(file), page, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return methods_of(file).xShmLock(real(file), offset, count, flags);
}
void order_shared(sqlite3_file* file) { methods_of(file).xShmBarrier(real(file)); }
int unmap_shared(sqlite3_file* file, int removes) {
  return methods_of(file).xShmUnmap(real(file), removes);
}

// Version 2: with shared memory, without mapped pages.
constexpr sqlite3_io_methods methods{2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     truncate_file,
                                     sync_file,
                                     size_of_file,
                                     lock_file,
                                     unlock_file,
                                     check_lock,
                                     control_file,
                                     sector_size,
                                     characteristics,
                                     map_shared,
                                     lock_shared,
                                     order_shared,
                                     unmap_shared,
                                     nullptr,
                                     nullptr};

sqlite3_vfs* system_vfs() { return sqlite3_vfs_find(nullptr); }

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* given) {
  auto& open = *new (file) OpenFile{};
  open.disk = static_cast<PowerCutDisk*>(vfs->pAppData);
  if (open.disk->is_cut()) return SQLITE_CANTOPEN;
  const int code = system_vfs()->xOpen(system_vfs(), path, open.real(), flags, given);
  if (code != SQLITE_OK) return code;
  open.path = path == nullptr ? nullptr : new std::string{path};
  open.base.pMethods = &methods;
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int syncs) {
  if (!static_cast<PowerCutDisk*>(vfs->pAppData)->remove(path)) return SQLITE_IOERR_DELETE;
  return system_vfs()->xDelete(system_vfs(), path, syncs);
}

void resize(std::string& content, std::int64_t size) {
  content.resize(static_cast<std::size_t>(size), '\0');
}

}  // namespace

struct PowerCutDisk::Registered {
  sqlite3_vfs vfs;
};

PowerCutDisk::PowerCutDisk() {
  static std::atomic<int> count{0};
  name_ = "power-cut-" + std::to_string(++count);
  registered_ = std::make_unique<Registered>(Registered{*system_vfs()});
  sqlite3_vfs& vfs = registered_->vfs;
  vfs.szOsFile += static_cast<int>(sizeof(OpenFile));
  vfs.pNext = nullptr;
  vfs.zName = name_.c_str();
  vfs.pAppData = this;
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  // The rest is the system's; it wants its own table, and finds it in the name only.
  vfs.xAccess = [](sqlite3_vfs*, const char* path, int flags, int* answer) {
    return system_vfs()->xAccess(system_vfs(), path, flags, answer);
  };
  vfs.xFullPathname = [](sqlite3_vfs*, const char* path, int size, char* full) {
    return system_vfs()->xFullPathname(system_vfs(), path, size, full);
  };
  require(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK, "a VFS can be registered");
}

PowerCutDisk::~PowerCutDisk() { sqlite3_vfs_unregister(&registered_->vfs); }

bool PowerCutDisk::has_power() {
  if (left_ == 0) is_cut_ = true;
  if (!is_cut_) --left_;
  return !is_cut_;
}

bool PowerCutDisk::write(const std::string& path, std::int64_t offset, std::string_view bytes) {
  const std::scoped_lock lock{mutex_};
  if (!has_power()) return false;
  files_[path].since.push_back({.offset = offset, .bytes = std::string{bytes}, .is_end = false});
  return true;
}

bool PowerCutDisk::truncate(const std::string& path, std::int64_t size) {
  const std::scoped_lock lock{mutex_};
  if (!has_power()) return false;
  files_[path].since.push_back({.offset = size, .bytes = {}, .is_end = true});
  return true;
}

bool PowerCutDisk::sync(const std::string& path) {
  const std::scoped_lock lock{mutex_};
  if (!has_power() || std::exchange(fails_sync_, false)) return false;
  File& file = files_[path];
  for (const Change& change : file.since) apply(file.synced, change);
  file.since.clear();
  file.is_kept = true;
  return true;
}

bool PowerCutDisk::remove(const std::string& path) {
  const std::scoped_lock lock{mutex_};
  if (!has_power()) return false;
  files_.erase(path);
  return true;
}

void PowerCutDisk::leave_in(const std::string& folder, std::mt19937& dice) const {
  const std::scoped_lock lock{mutex_};
  for (const auto& [path, file] : files_) {
    if (!file.is_kept && dice() % 2 == 0) continue;  // its name was not synced either
    std::string content = file.synced;
    for (const Change& change : file.since) {
      const auto fate = dice() % 3;
      if (fate == 1) apply(content, change);
      if (fate == 2) tear(content, change, dice);
    }
    const std::string name = std::filesystem::path{path}.filename().string();
    std::ofstream{folder + "/" + name, std::ios::binary} << content;
  }
}

void PowerCutDisk::apply(std::string& content, const Change& change) {
  if (change.is_end) return resize(content, change.offset);
  const auto offset = static_cast<std::size_t>(change.offset);
  if (content.size() < offset + change.bytes.size()) content.resize(offset + change.bytes.size());
  content.replace(offset, change.bytes.size(), change.bytes);
}

/// Each sector of it, or not.
void PowerCutDisk::tear(std::string& content, const Change& change, std::mt19937& dice) {
  for (std::size_t from = 0; from < change.bytes.size();) {
    const std::size_t at = static_cast<std::size_t>(change.offset) + from;
    const std::size_t size = std::min(sector - at % sector, change.bytes.size() - from);
    if (dice() % 2 == 0) {
      apply(content, {.offset = static_cast<std::int64_t>(at),
                      .bytes = change.bytes.substr(from, size),
                      .is_end = false});
    }
    from += size;
  }
}

}  // namespace vigie
