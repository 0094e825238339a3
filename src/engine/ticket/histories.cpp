#include "engine/ticket/histories.h"
#include "vocabulary/finding.h"

namespace vigie {

void Histories::append(Id<Ticket> ticket, const Event& event) { add(history_of(ticket), event); }

void Histories::append(Id<Ticket> ticket, std::span<const Event> events) {
  History& history = history_of(ticket);
  history.events.reserve(history.events.size() + events.size());
  for (const Event& event : events) add(history, event);
}

History& Histories::history_of(Id<Ticket> ticket) {
  const auto [found, is_new] = by_ticket_.try_emplace(ticket.value, tickets_.size());
  if (is_new) tickets_.push_back({ticket, {}});
  return tickets_[found->second];
}

void Histories::add(History& history, const Event& event) {
  history.events.push_back(event);
  history.events.back().sequence = static_cast<std::uint32_t>(history.events.size());
  if (!last_event_ || event.at > *last_event_) last_event_ = event.at;
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
