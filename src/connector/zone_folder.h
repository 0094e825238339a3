// The time zones of a folder of TZif files, such as /usr/share/zoneinfo.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "engine/time/zone.h"

namespace vigie {

/// Reads each zone once, when it is first asked for. Not thread-safe while it reads.
class ZoneFolder : public ZoneSource {
 public:
  static constexpr const char* of_system = "/usr/share/zoneinfo";

  explicit ZoneFolder(std::filesystem::path folder = of_system) : folder_(std::move(folder)) {}

  /// None for a name that leaves the folder, has no file, or whose file is not a zone.
  const Zone* find(std::string_view name) override;
  /// First line of tzdata.zi ("2026b"); without it a digest of the zones read so far.
  std::string version() const override;
  std::vector<std::string> names() const override;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::optional<Zone>, std::less<>> zones_;
};

}  // namespace vigie
