#include "page.h"

namespace vigie::stored_cases {

bool is_refused(const CaseVariant& variant) {
  return variant.readings.front().expect.find("faults") != nullptr;
}

LeftOut left_out(const CaseFile& file) {
  if (!file.figures.empty()) return LeftOut::given_figures;
  const bool has_facts = !file.tickets.histories.tickets().empty() || !file.outages.is_empty();
  if (has_facts) return LeftOut::none;
  for (const CaseVariant& variant : file.variants) {
    if (is_refused(variant)) return LeftOut::faulty;
  }
  return LeftOut::no_event;
}

}  // namespace vigie::stored_cases
