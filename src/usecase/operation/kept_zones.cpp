#include "usecase/operation/kept_zones.h"

#include <algorithm>

namespace vigie {

namespace {

std::optional<Zone> zone_of(const std::string& name, const std::string& bytes) {
  auto read = Zone::from_tzif(name, std::as_bytes(std::span{bytes}));
  if (!read) return std::nullopt;
  return std::move(read).value();
}

using Changes = std::map<Instant, std::chrono::seconds>;

/// When its clocks change, and to what, between two instants.
Changes changes_of(const ZoneBytes& bytes, Instant from, Instant to) {
  Changes changes;
  const auto zone = zone_of(bytes.name, bytes.bytes);
  if (!zone) return changes;
  changes[from] = zone->offset_at(from);
  for (const Zone::Change& change : zone->all_changes()) {
    if (change.at > from && change.at <= to) changes[change.at] = change.offset;
  }
  return changes;
}

std::vector<Instant> differences(const Changes& before, const Changes& after) {
  std::vector<Instant> found;
  const auto compare = [&](const Changes& one, const Changes& other) {
    for (const auto& [at, offset] : one) {
      const auto same = other.find(at);
      if (same == other.end() || same->second != offset) found.push_back(at);
    }
  };
  compare(before, after);
  compare(after, before);
  std::ranges::sort(found);
  const auto rest = std::ranges::unique(found);
  found.erase(rest.begin(), rest.end());
  return found;
}

const ZoneBytes* zone_in(const ZoneRelease& release, const std::string& name) {
  const auto found = std::ranges::lower_bound(release.zones, name, {}, &ZoneBytes::name);
  return found == release.zones.end() || found->name != name ? nullptr : &*found;
}

}  // namespace

Outcome<std::string> accept_zones(Desk& desk, const ZoneRelease& release) {
  const auto before = zone_release_in_force(desk.rows());
  const std::string digest = digest_of_zones(release.zones);
  if (before && before->digest == digest) return before->version;
  Act& act = desk.open(ActWord::zones_accepted, Thing::zones, release.version);
  const std::int64_t number = before ? before->number + 1 : 1;
  act.add(ZoneReleaseRow{.number = number, .version = release.version, .digest = digest});
  add_zone_rows(desk.rows(), number, release.zones);
  return release.version;
}

KeptZones::KeptZones(ZoneRelease release) : version_{std::move(release.version)} {
  for (ZoneBytes& zone : release.zones) {
    bytes_.emplace(std::move(zone.name), std::move(zone.bytes));
  }
}

std::unique_ptr<KeptZones> KeptZones::in_force(Connection& rows) {
  const auto release = zone_release_in_force(rows);
  if (!release) return nullptr;
  return std::make_unique<KeptZones>(
      ZoneRelease{.version = release->version, .zones = zones_of_release(rows, release->number)});
}

const Zone* KeptZones::find(std::string_view name) {
  const std::lock_guard lock{mutex_};
  auto found = zones_.find(name);
  if (found == zones_.end()) {
    const auto bytes = bytes_.find(name);
    if (bytes == bytes_.end()) return nullptr;
    found = zones_.emplace(bytes->first, zone_of(bytes->first, bytes->second)).first;
  }
  return found->second ? &*found->second : nullptr;
}

std::vector<std::string> KeptZones::names() const {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : bytes_) names.push_back(name);
  return names;
}

std::vector<ZoneMove> zone_moves(const ZoneRelease& before, const ZoneRelease& after, Instant from,
                                 Instant to) {
  std::vector<ZoneMove> moves;
  for (const ZoneBytes& zone : before.zones) {
    const ZoneBytes* const now = zone_in(after, zone.name);
    if (now == nullptr) {
      moves.push_back({.zone = zone.name, .is_gone = true, .changes = {}});
    } else if (now->bytes != zone.bytes) {
      auto changes = differences(changes_of(zone, from, to), changes_of(*now, from, to));
      if (!changes.empty()) moves.push_back({.zone = zone.name, .changes = std::move(changes)});
    }
  }
  for (const ZoneBytes& zone : after.zones) {
    if (zone_in(before, zone.name) != nullptr) continue;
    moves.push_back({.zone = zone.name, .is_new = true, .changes = {}});
  }
  std::ranges::sort(moves, {}, &ZoneMove::zone);
  return moves;
}

}  // namespace vigie
