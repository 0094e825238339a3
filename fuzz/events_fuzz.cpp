// Canonical events of any bytes give histories; writing those and reading them is exact.
#include "notation/ndjson_events.h"
#include "target.h"

namespace {

using namespace vigie;

void read_lines(std::string_view text, Names& names, Histories& histories) {
  Findings findings;
  EventLineReader reader{"fuzz", names, histories, findings};
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.read(text.substr(0, end), ++number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string written(const Histories& histories, const Names& names) {
  std::string lines;
  for (const History& history : histories.tickets()) append_event_lines(lines, history, names);
  return lines;
}

}  // namespace

void vigie::try_bytes(std::string_view bytes) {
  Names names;
  Histories histories;
  read_lines(bytes, names, histories);
  const std::string once = written(histories, names);
  Names other_names;
  Histories again;
  read_lines(once, other_names, again);
  must(written(again, other_names) == once, "written, read and written is the same");
}
