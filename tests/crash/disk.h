// A folder on a disk that loses its power: see synced_disk.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vigie::crash {

/// A folder of its own, and what of it was synced.
class Disk {
 public:
  Disk();
  ~Disk();
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  std::filesystem::path folder() const { return root_ / "disk"; }
  std::filesystem::path synced() const { return root_ / "synced"; }

  /// What a process needs in its environment to write here; of a disk that `lies`, which says that
  /// it has synced and has not.
  std::vector<std::string> environment(bool lies = false) const;
  /// All that is there counts as synced.
  void sync_all() const;
  /// Nothing is synced any more.
  void cut() const;
  /// After all who wrote are gone: the folder has what survived, and the power is back.
  void bring_back() const;

 private:
  std::filesystem::path root_;
};

/// Whether VIGIE_UNSAFE asks for less than what is promised: then tests must fail.
bool is_unsafe();

}  // namespace vigie::crash
