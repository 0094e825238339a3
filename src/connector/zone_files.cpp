#include "connector/zone_files.h"

#include <fstream>
#include <iterator>

#include "connector/zone_folder.h"

namespace vigie {

std::vector<ZoneFile> zone_files(const std::filesystem::path& folder) {
  ZoneFolder source{folder};
  std::vector<ZoneFile> files;
  for (const std::string& name : source.names()) {
    if (source.find(name) == nullptr) continue;
    std::ifstream file{folder / name, std::ios::binary};
    files.push_back({name, std::string{std::istreambuf_iterator<char>{file}, {}}});
  }
  return files;
}

}  // namespace vigie
