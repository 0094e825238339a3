// A disk that loses its power, for SQLite.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// A file system of SQLite's own (a VFS) above the system's. It notes what was written and what was
/// synced since. Once the power is cut it refuses everything, and of each write that was not synced
/// it keeps all, nothing or some sectors, at random.
class PowerCutDisk {
 public:
  PowerCutDisk();
  ~PowerCutDisk();
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;

  const char* vfs() const { return name_.c_str(); }

  /// Cuts the power before the write or sync that comes after so many.
  void cut_after(std::uint64_t writes_and_syncs) { left_ = writes_and_syncs; }
  bool is_cut() const { return is_cut_; }
  /// The next sync fails, though the power stays.
  void fail_next_sync() { fails_sync_ = true; }

  /// Writes what survived into another folder.
  void leave_in(const std::string& folder, std::mt19937& dice) const;

  /// What SQLite tells it; false when the power is cut.
  bool write(const std::string& path, std::int64_t offset, std::string_view bytes);
  bool truncate(const std::string& path, std::int64_t size);
  bool sync(const std::string& path);
  bool remove(const std::string& path);

 private:
  struct Change {
    std::int64_t offset;
    std::string bytes;
    bool is_end;  // the file ends at `offset`
  };
  struct File {
    std::string synced;
    std::vector<Change> since;
    bool is_kept = false;  // synced once, and its name with it
  };

  bool has_power();
  static void apply(std::string& content, const Change& change);
  static void tear(std::string& content, const Change& change, std::mt19937& dice);

  struct Registered;
  std::string name_;
  std::unique_ptr<Registered> registered_;
  mutable std::mutex mutex_;
  std::map<std::string, File> files_;
  std::uint64_t left_ = UINT64_MAX;
  std::atomic<bool> is_cut_{false};
  bool fails_sync_ = false;
};

}  // namespace vigie
