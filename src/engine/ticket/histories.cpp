#include "engine/ticket/histories.h"

namespace vigie {

void Histories::append(Id<Ticket> ticket, Event event) {
  const auto [found, is_new] = by_ticket_.try_emplace(ticket.value, tickets_.size());
  if (is_new) tickets_.push_back({ticket, {}});
  auto& events = tickets_[found->second].events;
  event.sequence = static_cast<std::uint32_t>(events.size() + 1);
  if (!last_event_ || event.at > *last_event_) last_event_ = event.at;
  events.push_back(event);
  ++event_count_;
}

const History* Histories::find(Id<Ticket> ticket) const {
  const auto found = by_ticket_.find(ticket.value);
  return found == by_ticket_.end() ? nullptr : &tickets_[found->second];
}

void find_links_to_nothing(const Histories& histories, const Names& names, Findings& findings) {
  for (const History& history : histories.tickets()) {
    for (const Event& event : history.events) {
      if (event.other && histories.find(event.other) == nullptr) {
        findings.add(FindingCode::related_to_nothing, names.text(history.ticket));
      }
    }
  }
}

}  // namespace vigie
