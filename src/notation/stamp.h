// Stamps of foreign exports read as instants, by formats that are declared and never guessed.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.h"
#include "engine/time/zone.h"

namespace vigie {

/// A civil time as written, with its offset from UTC when it says one.
struct CivilStamp {
  CivilTime local{};
  std::optional<std::chrono::seconds> offset;
};

/// One declared format. Letters are those of Unicode CLDR patterns:
///   yyyy  M MM MMM  d dd  E  H HH h hh  m mm  s ss  S  a  X
/// M d H h m s take one or two digits, doubled ones exactly two; yy is 2000-2099; MMM is a month in
/// English or French, short or whole; E a weekday, not checked; S a fraction of up to nine digits,
/// cut to microseconds; a is AM or PM; X is Z or +hh, +hhmm, +hh:mm. Text between single quotes,
/// and what is not a letter, stands for itself; a space stands for one or more. Or one of the
/// words: iso (ISO 8601, `T` or space, seconds and offset optional), epoch_seconds,
/// epoch_milliseconds.
class StampFormat {
 public:
  /// None when `pattern` has an unknown letter or does not say year, month and day.
  static std::optional<StampFormat> from(std::string_view pattern);

  /// None when `text` does not follow the format, or is no date (31 February). Blanks around it do
  /// not count. Source: design T8, Unicode CLDR date field symbols, ISO 8601.
  std::optional<CivilStamp> read(std::string_view text) const;
  const std::string& pattern() const { return pattern_; }

 private:
  struct Field {
    char letter = 0;  // 0: literal
    int width = 0;
    std::string literal;  // " " stands for blanks
  };

  bool says(char letter) const;

  std::string pattern_;
  std::vector<Field> fields_;
};

enum class StampKind : std::uint8_t { read, in_gap, ambiguous, unreadable, out_of_range };

struct StampReading {
  StampKind kind = StampKind::unreadable;
  Instant at{};  // read, in_gap (offset before it) and ambiguous (the first)
};

/// How the stamps of a source are written. A stamp that says its offset keeps it; else the zone or
/// the fixed offset of the source holds.
struct StampRules {
  std::vector<StampFormat> formats;  // tried in order
  std::string zone;                  // IANA name; empty: fixed offset
  std::chrono::seconds offset{};     // when there is no zone
};

/// Reads many stamps under one set of rules; quick when neighbours look alike.
class StampReader {
 public:
  /// `zone` is that of the rules; null: their fixed offset.
  StampReader(const StampRules& rules, const Zone* zone) : rules_(rules), zone_(zone) {}

  StampReading read(std::string_view text);

 private:
  StampReading place(const CivilStamp& stamp);
  StampReading place_in_zone(CivilTime local);

  const StampRules& rules_;
  const Zone* zone_;
  std::optional<CivilStretch> around_;  // of the last stamp
};

/// "+01:00", "-0330", "Z" -> seconds east of UTC; none when it is not an offset.
std::optional<std::chrono::seconds> read_offset(std::string_view text);

}  // namespace vigie
