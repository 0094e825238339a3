// Canonical events: one JSON object a line, in the words of the vocabulary.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/finding.h"
#include "engine/outage/outage.h"
#include "engine/ticket/histories.h"

namespace vigie {

/// Reads lines such as {"ticket": "INC-1", "at": "2026-03-02T15:30:00Z", "event": "opened"}. What
/// cannot be read becomes a finding that names the line, and reading goes on. An opened or
/// classified line with several attributes is several events. Instants are RFC 3339 with an offset.
/// Lines of outages, maintenance and observed time (`OutageLineReader`) may stand between them.
class EventLineReader {
 public:
  /// `source` begins the examples of findings: "events.ndjson:12".
  EventLineReader(std::string source, Names& names, Histories& histories, OutageLog& outages,
                  Findings& findings);
  ~EventLineReader();
  EventLineReader(const EventLineReader&) = delete;
  EventLineReader& operator=(const EventLineReader&) = delete;

  /// `number` counts from 1. A blank line is nothing.
  void read(std::string_view line, std::uint64_t number);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// Appends the events of a ticket, a line each; attributes given at the opening stand on its line.
/// Reading them gives the same events, and writing those gives the same bytes.
void append_event_lines(std::string& lines, const History& history, const Names& names);

}  // namespace vigie
