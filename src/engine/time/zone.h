// A time zone, read from the bytes of a TZif file (version 2 or later, with its footer).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/result.h"

namespace vigie {

/// Which instant a civil time stands for, and whether the clocks skipped or repeated it.
enum class CivilKind : std::uint8_t { unique, gap, fold };

/// Both readings of a civil time. unique: first == last. fold: the two instants, in order.
/// gap: `first` uses the offset before the gap, `last` the offset after it, `change` is the jump.
struct CivilReading {
  CivilKind kind = CivilKind::unique;
  Instant first;
  Instant last;
  Instant change;
};

/// Civil times [from, to) that are all unique and share one offset.
struct CivilStretch {
  CivilTime from;
  CivilTime to;
  std::chrono::seconds offset;
};

class Zone {
 public:
  /// From `at` on (included), local time is UTC + `offset`.
  struct Change {
    Instant at;
    std::chrono::seconds offset;
  };

  /// Reads TZif bytes; the rule of the footer is unrolled to 2200. Refused: no TZif, truncated,
  /// version 1 only, leap seconds counted (the zones of `right/`). Source: RFC 8536.
  static Result<Zone> from_tzif(std::string name, std::span<const std::byte> bytes);

  const std::string& name() const { return name_; }
  /// Offset of local time from UTC at `at` (east is positive), in seconds.
  std::chrono::seconds offset_at(Instant at) const;
  CivilTime civil(Instant at) const { return CivilTime{at.time_since_epoch() + offset_at(at)}; }
  CivilReading read(CivilTime local) const;
  /// A stamp without offset: in a gap with the offset before it, ambiguous = the first. Design T8.
  Instant instant_of_stamp(CivilTime local) const { return read(local).first; }
  /// A window's edge: in a gap the instant of the change, ambiguous = the first. Design T4.
  Instant instant_of_edge(CivilTime local) const;
  /// The stretch around `local`; none when the clocks skipped or repeated it. For those who read
  /// many civil times in order.
  std::optional<CivilStretch> stretch_around(CivilTime local) const;
  /// Instants in `within` at which the offset changes, in order.
  std::vector<Instant> changes(Interval within) const;
  /// All changes up to 2200, in order; the first is "since ever".
  const std::vector<Change>& all_changes() const { return changes_; }

 private:
  Zone(std::string name, std::vector<Change> changes);

  std::string name_;
  std::vector<Change> changes_;  // sorted; the first is "since ever"; the footer unrolled to 2200
};

/// Zones by IANA name. Implementations read a folder (cli, server) or memory (tests); the engine
/// never opens a file. Answers stay valid as long as the source.
class ZoneSource {
 public:
  virtual ~ZoneSource() = default;
  /// None when the name is unknown: a refusal for the caller to make, never UTC.
  virtual const Zone* find(std::string_view name) = 0;
  /// Release of the data, e.g. "2026b", else a digest.
  virtual std::string version() const = 0;
  /// All names, sorted, to propose near ones; empty when the source cannot list them.
  virtual std::vector<std::string> names() const { return {}; }
};

}  // namespace vigie
