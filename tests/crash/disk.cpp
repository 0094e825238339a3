#include "crash/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "engine/base/require.h"

namespace vigie::crash {

namespace fs = std::filesystem;

namespace {

/// With owners and rights, which PostgreSQL looks at.
void copy_all(const fs::path& from, const fs::path& to) {
  const std::string command = "cp -a '" + from.string() + "/.' '" + to.string() + "/'";
  require(std::system(command.c_str()) == 0, "a folder can be copied");  // NOLINT: paths of ours
}

}  // namespace

Disk::Disk() {
  std::string name = (fs::temp_directory_path() / "vigie_disk_XXXXXX").string();
  require(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
  root_ = fs::canonical(name);
  fs::create_directory(folder());
  fs::create_directory(synced());
  // A server of PostgreSQL runs as somebody else.
  for (const fs::path& path : {root_, folder(), synced()}) {
    fs::permissions(path, fs::perms::all);
  }
  std::ofstream{synced() / ".lock"};
  fs::permissions(synced() / ".lock", fs::perms::all);
}

Disk::~Disk() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

bool is_unsafe() { return std::getenv("VIGIE_UNSAFE") != nullptr; }

std::vector<std::string> Disk::environment(bool lies) const {
  std::vector<std::string> all{"LD_PRELOAD=" VIGIE_SYNCED_DISK, "VIGIE_DISK=" + folder().string(),
                               "VIGIE_DISK_SYNCED=" + synced().string()};
  if (lies) all.emplace_back("VIGIE_DISK_LIES=1");
  return all;
}

void Disk::sync_all() const { copy_all(folder(), synced()); }

void Disk::cut() const {
  const int lock = open((synced() / ".lock").c_str(), O_RDWR | O_CLOEXEC);
  flock(lock, LOCK_EX);  // a sync that is under way ends first
  close(open((synced() / ".cut").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
  close(lock);
}

void Disk::bring_back() const {
  fs::remove(synced() / ".cut");
  fs::remove_all(folder());
  fs::create_directory(folder());
  fs::permissions(folder(), fs::perms::all);
  copy_all(synced(), folder());
  fs::remove(folder() / ".lock");
}

}  // namespace vigie::crash
