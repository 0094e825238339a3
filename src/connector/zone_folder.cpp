#include "connector/zone_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace vigie {
namespace {

std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

/// Europe/Paris, Etc/GMT+1, America/Argentina/Buenos_Aires: no way out of the folder.
bool is_zone_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string_view::npos)
    return false;
  constexpr std::string_view others = "/_+-";
  for (const char c : name) {
    const bool letter_or_digit =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter_or_digit && others.find(c) == std::string_view::npos) return false;
  }
  return !name.starts_with("posix/") && !name.starts_with("right/");
}

}  // namespace

const Zone* ZoneFolder::find(std::string_view name) {
  auto found = zones_.find(name);
  if (found == zones_.end()) {
    std::optional<Zone> zone;
    if (is_zone_name(name)) {
      if (const auto bytes = bytes_of(folder_ / name)) {
        auto read = Zone::from_tzif(std::string{name}, std::as_bytes(std::span{*bytes}));
        if (read) zone = std::move(read).value();
      }
    }
    found = zones_.emplace(name, std::move(zone)).first;
  }
  return found->second ? &*found->second : nullptr;
}

std::string ZoneFolder::version() const {
  constexpr std::string_view mark = "# version ";
  std::ifstream file{folder_ / "tzdata.zi"};
  std::string line;
  if (std::getline(file, line) && line.starts_with(mark)) return line.substr(mark.size());
  std::uint64_t digest = 14695981039346656037U;  // FNV-1a
  for (const auto& [name, zone] : zones_) {
    if (!zone) continue;
    for (const Zone::Change& change : zone->all_changes()) {
      for (const auto number : {change.at.time_since_epoch().count(), change.offset.count()}) {
        digest = (digest ^ static_cast<std::uint64_t>(number)) * 1099511628211U;
      }
    }
  }
  return "digest-" + std::to_string(digest);
}

std::vector<std::string> ZoneFolder::names() const {
  std::vector<std::string> found;
  std::error_code ignored;
  for (std::filesystem::recursive_directory_iterator at{folder_, ignored}, end; at != end; ++at) {
    std::string name = at->path().lexically_relative(folder_).generic_string();
    const bool is_zone = is_zone_name(name) && name.front() >= 'A' && name.front() <= 'Z';
    if (is_zone && at->is_regular_file(ignored)) found.push_back(std::move(name));
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace vigie
