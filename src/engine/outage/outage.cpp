#include "engine/outage/outage.h"

#include <algorithm>
#include <set>

namespace vigie {

void OutageLog::append(Id<OutageReference> reference, Value of, const OutageEvent& event,
                       Value customer) {
  const auto [at, is_new] = by_reference_.emplace(reference.value, outages_.size());
  if (is_new) {
    outages_.push_back({.reference = reference, .of = of, .events = {}, .customer = customer});
  }
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

std::vector<Value> OutageLog::customers() const {
  std::set<Value> found;
  for (const Outage& outage : outages_) found.insert(outage.customer);
  for (const MaintenanceWindow& window : maintenance_) found.insert(window.customer);
  for (const Observation& observation : observed_) found.insert(observation.customer);
  found.erase(Value{});
  return {found.begin(), found.end()};
}

OutageLog OutageLog::of(const std::function<bool(Value customer)>& is_wanted) const {
  const auto is_kept = [&](Value customer) { return !customer || is_wanted(customer); };
  OutageLog kept;
  for (const Outage& outage : outages_) {
    if (!is_kept(outage.customer)) continue;
    for (const OutageEvent& event : outage.events) {
      kept.append(outage.reference, outage.of, event, outage.customer);
    }
  }
  for (const MaintenanceWindow& window : maintenance_) {
    if (is_kept(window.customer)) kept.append(window);
  }
  for (const Observation& observation : observed_) {
    if (is_kept(observation.customer)) kept.append(observation);
  }
  return kept;
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
