#include "engine/ticket/relations.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_superseded(const History& history, const Event& event) {
  return std::any_of(history.events.begin(), history.events.end(),
                     [&](const Event& later) { return later.supersedes == event.sequence; });
}

Instant opening_of(const History& history) {
  for (const Event& event : history.events) {
    if (event.word == EventWord::opened && !is_superseded(history, event)) return event.at;
  }
  return history.events.front().at;
}

/// Most tickets say nothing of others: their words alone tell so.
bool speaks_of_others(const EventColumns& events, const TicketPlace& place) {
  const auto speaks = [](std::uint8_t word) {
    const auto said = static_cast<EventWord>(word);
    return said == EventWord::declared_major || said == EventWord::merged ||
           said == EventWord::related;
  };
  if (!events.next.empty()) return true;
  const auto words = events.word.subspan(place.first, place.count);
  return std::any_of(words.begin(), words.end(), speaks);
}

}  // namespace

Id<Ticket> goes_on_in(const Event& event) {
  const bool duplicate =
      event.word == EventWord::related && event.relation == Relation::duplicate_of;
  return event.word == EventWord::merged || duplicate ? event.other : Id<Ticket>{};
}

Relations::Relations(const Histories& histories, Instant as_of, Instant known_at) {
  std::vector<Merge> merges;
  const Tickets tickets = histories.tickets();
  History history;
  for (const TicketPlace& place : tickets.places()) {
    if (!speaks_of_others(tickets.events(), place)) continue;
    tickets.events().read(place, history);
    std::erase_if(history.events, [&](const Event& event) { return event.recorded_at > known_at; });
    for (const Event& event : history.events) {
      if (event.at > as_of) continue;
      const bool major = event.word == EventWord::declared_major;
      const Id<Ticket> survivor = goes_on_in(event);
      if ((!major && !survivor) || is_superseded(history, event)) continue;
      if (major) majors_.insert(history.ticket.value);
      if (survivor) merges.push_back({history.ticket, survivor, opening_of(history)});
    }
  }
  follow(merges);
}

/// Each opening goes down the chain of merges, which may be a ring: then it ends where it began.
void Relations::follow(const std::vector<Merge>& merges) {
  std::unordered_map<std::uint32_t, Id<Ticket>> survivors;
  for (const Merge& merge : merges) survivors[merge.ticket.value] = merge.survivor;
  for (const Merge& merge : merges) {
    Id<Ticket> survivor = merge.survivor;
    for (std::size_t step = 0; step < merges.size() && survivor != merge.ticket; ++step) {
      const auto [opening, is_new] = merged_openings_.emplace(survivor.value, merge.opened_at);
      if (!is_new) opening->second = std::min(opening->second, merge.opened_at);
      const auto next = survivors.find(survivor.value);
      if (next == survivors.end()) break;
      survivor = next->second;
    }
  }
}

std::optional<Instant> Relations::earliest_merged_opening(Id<Ticket> ticket) const {
  const auto found = merged_openings_.find(ticket.value);
  if (found == merged_openings_.end()) return std::nullopt;
  return found->second;
}

}  // namespace vigie
