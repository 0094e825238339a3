// Canonical events of any bytes give histories; writing those and reading them is exact.
#include "notation/ndjson_facts_for_test.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  FactsForTest facts;
  read_lines(std::string{bytes}, facts);
  const std::string once = written_events(facts) + written_outages(facts);
  FactsForTest again;
  read_lines(once, again);
  must(written_events(again) + written_outages(again) == once,
       "written, read and written is the same");
}
