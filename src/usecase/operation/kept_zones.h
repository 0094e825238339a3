// The release of the time zones that an installation judges with.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/time/zone.h"
#include "store/zones/zone_rows.h"
#include "usecase/desk.h"

namespace vigie {

/// A release as a machine has it.
struct ZoneRelease {
  std::string version;           // "2026b", or a digest
  std::vector<ZoneBytes> zones;  // sorted by name
};

/// Takes a release into force, from the next start of each node on; nothing is done when it is the
/// one in force. Gives its version. An act of its own, 600 zones, about 1 MB.
Outcome<std::string> accept_zones(Desk& desk, const ZoneRelease& release);

/// The zones of the release in force. Used by any number of threads.
class KeptZones final : public ZoneSource {
 public:
  explicit KeptZones(ZoneRelease release);
  /// Those in force; null: no release was accepted yet.
  static std::unique_ptr<KeptZones> in_force(Connection& rows);

  const Zone* find(std::string_view name) override;
  std::string version() const override { return version_; }
  std::vector<std::string> names() const override;

 private:
  std::string version_;
  std::map<std::string, std::string, std::less<>> bytes_;
  std::mutex mutex_;
  std::map<std::string, std::optional<Zone>, std::less<>> zones_;  // those that were asked for
};

/// One zone that is not the same in two releases.
struct ZoneMove {
  std::string zone;
  bool is_gone = false;
  bool is_new = false;
  std::vector<Instant> changes;  // instants at which one of the two changes its clocks alone
};

/// What moves between `from` and `to`, both included, sorted by name.
std::vector<ZoneMove> zone_moves(const ZoneRelease& before, const ZoneRelease& after, Instant from,
                                 Instant to);

}  // namespace vigie
