// Canonical outages, maintenance windows and observed time: lines of the same files as tickets.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/finding.h"
#include "engine/outage/outage.h"

namespace vigie {

/// Takes the lines that speak of outages out of those of a file of canonical events:
///   {"outage": "OUT-1", "at": ..., "event": "detected", "of": "Network", "severity": "1/2",
///    "users": 40, "source": "probe"}
///   {"maintenance": "MW-7", "of": "Network", "from": ..., "to": ..., "announced_at": ...}
///   {"observed": "Network", "from": ..., "to": ...}
/// What cannot be read becomes a finding that names the line.
class OutageLineReader {
 public:
  OutageLineReader(Names& names, OutageLog& outages, Findings& findings);
  ~OutageLineReader();
  OutageLineReader(const OutageLineReader&) = delete;
  OutageLineReader& operator=(const OutageLineReader&) = delete;

  /// False when the line, a JSON object, is about none of these. `place` names it:
  /// "events.ndjson:12".
  bool read(std::string_view line, const std::string& place);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// Appends a line an event, window and observation. Reading them gives the same log, and writing
/// that gives the same bytes.
void append_outage_lines(std::string& lines, const OutageLog& outages, const Names& names);

}  // namespace vigie
