// The bytes of all the time zones of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vigie {

struct ZoneFile {
  std::string name;   // "Europe/Paris"
  std::string bytes;  // TZif
};

/// Those that can be read as zones, sorted by name; empty when there is no such folder. About 600
/// files, 1 MB.
std::vector<ZoneFile> zone_files(const std::filesystem::path& folder);

}  // namespace vigie
