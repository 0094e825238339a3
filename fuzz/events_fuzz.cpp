// Canonical events of any bytes give histories; writing those and reading them is exact.
#include "notation/ndjson_events.h"
#include "notation/ndjson_outages.h"
#include "target.h"

namespace {

using namespace vigie;

struct Facts {
  Names names;
  Histories histories;
  OutageLog outages;
};

void read_lines(std::string_view text, Facts& facts) {
  Findings findings;
  EventLineReader reader{"fuzz", facts.names, facts.histories, facts.outages, findings};
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end), ++number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string written(const Facts& facts) {
  std::string lines;
  for (const History& history : facts.histories.tickets()) {
    append_event_lines(lines, history, facts.names);
  }
  append_outage_lines(lines, facts.outages, facts.names);
  return lines;
}

}  // namespace

void vigie::try_bytes(std::string_view bytes) {
  Facts facts;
  read_lines(bytes, facts);
  const std::string once = written(facts);
  Facts again;
  read_lines(once, again);
  must(written(again) == once, "written, read and written is the same");
}
