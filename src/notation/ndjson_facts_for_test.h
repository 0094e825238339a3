// Lines of canonical events as facts, for tests.
#pragma once

#include <sstream>
#include <string>

#include "notation/ndjson_events.h"
#include "notation/ndjson_outages.h"

namespace vigie {

struct FactsForTest {
  Names names;
  Histories histories;
  OutageLog outages;
  Findings findings;
};

inline void read_lines(const std::string& text, FactsForTest& facts) {
  EventLineReader reader{"events.ndjson", facts.names, facts.histories, facts.outages,
                         facts.findings};
  std::istringstream lines{text};
  std::uint64_t number = 0;
  for (std::string line; std::getline(lines, line);) reader.read(line, ++number);
}

inline std::string written_events(const FactsForTest& facts) {
  std::string lines;
  for (const History& history : facts.histories.tickets()) {
    append_event_lines(lines, history, facts.names);
  }
  return lines;
}

inline std::string written_outages(const FactsForTest& facts) {
  std::string lines;
  append_outage_lines(lines, facts.outages, facts.names);
  return lines;
}

}  // namespace vigie
