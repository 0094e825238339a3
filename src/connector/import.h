// A file of facts in, histories out: canonical events, or the export of another tool by its
// profile.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/finding.h"
#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"
#include "engine/time/zone.h"
#include "notation/profile/profile.h"

namespace vigie {

struct ImportRequest {
  std::string path;                  // "-" is standard input
  const Profile* profile = nullptr;  // null: canonical events
  std::istream& standard_input;
  ZoneSource& zones;
  /// Told now and then: bytes read of the file as it is stored, and its size when known.
  std::function<void(std::uint64_t, std::optional<std::uint64_t>)> progress = {};
  std::string name = {};        // what findings call standard input; empty: that
  std::uint64_t most_rows = 0;  // then reading ends; 0: any number
};

struct Import {
  Histories histories;
  OutageLog outages;
  Findings findings;
  std::vector<Fault> faults;  // histories are usable only when empty
  std::uint64_t rows = 0;     // of the file, its header not counted
  bool is_too_long = false;   // more rows than were allowed: histories are not usable
};

/// Reads all of it. Throws SourceBroken when the world fails, at once or half-way: the file cannot
/// be read, its archive is cut short or damaged.
Import import_events(const ImportRequest& request, Names& names);

/// The profile written in the file `path`; faults also when it cannot be read.
ProfileRead profile_in(const std::string& path);

}  // namespace vigie
