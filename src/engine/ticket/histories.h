// All the tickets of a run, and the names they use.
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/base/finding.h"
#include "engine/ticket/history.h"

namespace vigie {

/// Grows while a source is read; tickets in the order of their first event.
class Histories {
 public:
  /// Appends, giving the event its sequence in its ticket.
  void append(Id<Ticket> ticket, const Event& event);
  /// Appends several, keeping no spare room: for tickets that are known whole.
  void append(Id<Ticket> ticket, std::span<const Event> events);
  const std::vector<History>& tickets() const { return tickets_; }
  const History* find(Id<Ticket> ticket) const;
  /// The latest instant of any event; none when empty.
  std::optional<Instant> last_event() const { return last_event_; }
  std::uint64_t event_count() const { return event_count_; }

 private:
  History& history_of(Id<Ticket> ticket);
  void add(History& history, const Event& event);

  std::vector<History> tickets_;
  std::unordered_map<std::uint32_t, std::size_t> by_ticket_;
  std::optional<Instant> last_event_;
  std::uint64_t event_count_ = 0;
};

/// Adds a finding for each event that names another ticket of which nothing is known.
void find_links_to_nothing(const Histories& histories, const Names& names, Findings& findings);

}  // namespace vigie
