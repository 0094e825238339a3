#include "engine/outage/outage.h"

#include <algorithm>

namespace vigie {

void OutageLog::append(Id<OutageReference> reference, Value of, const OutageEvent& event) {
  const auto [at, is_new] = by_reference_.emplace(reference.value, outages_.size());
  if (is_new) outages_.push_back({.reference = reference, .of = of, .events = {}});
  Outage& outage = outages_[at->second];
  if (!outage.of) outage.of = of;
  outage.events.push_back(event);
  ++event_count_;
}

const Outage* OutageLog::find(Id<OutageReference> reference) const {
  const auto found = by_reference_.find(reference.value);
  return found == by_reference_.end() ? nullptr : &outages_[found->second];
}

bool OutageLog::is_empty() const {
  return outages_.empty() && maintenance_.empty() && observed_.empty();
}

std::optional<Instant> OutageLog::last_event() const {
  std::optional<Instant> last;
  const auto see = [&](Instant at) { last = last ? std::max(*last, at) : at; };
  for (const Outage& outage : outages_) {
    for (const OutageEvent& event : outage.events) see(event.at);
  }
  for (const Observation& observation : observed_) see(observation.interval.to);
  return last;
}

}  // namespace vigie
