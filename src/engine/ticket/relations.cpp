#include "engine/ticket/relations.h"

#include <algorithm>

namespace vigie {

namespace {

/// Longer chains of relations are a ring above, or no longer those of people.
constexpr int most_links = 100;

/// Most tickets say nothing of others: their words alone tell so.
bool speaks_of_others(const EventColumns& events, const TicketPlace& place) {
  const auto speaks = [](std::uint8_t word) {
    const auto said = static_cast<EventWord>(word);
    return said == EventWord::declared_major || said == EventWord::merged ||
           said == EventWord::related || said == EventWord::cancelled;
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
  AllSaid all;
  std::vector<Id<Ticket>> speaking;
  std::vector<Merge> merges;
  const Tickets tickets = histories.tickets();
  History history;
  std::vector<Event> effective;
  std::vector<FindingCode> told_elsewhere;
  for (const TicketPlace& place : tickets.places()) {
    if (!speaks_of_others(tickets.events(), place)) continue;
    tickets.events().read(place, history);
    effective_events({history, as_of, known_at}, effective, told_elsewhere);
    told_elsewhere.clear();
    if (effective.empty()) continue;
    const Said said = said_in(history, effective);
    if (said.survivor) merges.push_back({said.ticket, said.survivor, said.opened_at});
    if (said.goes_to() || said.is_major || said.is_cancelled) all[said.ticket.value] = said;
    if (said.goes_to()) speaking.push_back(said.ticket);
  }
  follow(merges);
  for (const Id<Ticket> ticket : speaking) find_root(all.at(ticket.value), all, histories);
}

Relations::Said Relations::said_in(const History& history, const std::vector<Event>& effective) {
  Said said{.ticket = history.ticket, .opened_at = effective.front().at};
  bool is_opened = false;
  for (const Event& event : effective) {
    if (event.word == EventWord::opened && !is_opened) {
      is_opened = true;
      said.opened_at = event.at;
    }
    if (event.word == EventWord::classified && event.attribute == Attribute::customer) {
      said.customer = event.value;
    }
    if (event.word == EventWord::related && event.relation == Relation::child_of) {
      said.parent = event.other;
    }
    if (const Id<Ticket> survivor = goes_on_in(event)) said.survivor = survivor;
    said.is_major |= event.word == EventWord::declared_major;
    if (event.word == EventWord::cancelled) said.is_cancelled = true;
    if (event.word == EventWord::reopened) said.is_cancelled = false;
  }
  return said;
}

/// Upwards: the last major incident that is met, then the ticket in which it goes on.
void Relations::find_root(const Said& said, const AllSaid& all, const Histories& histories) {
  Id<Ticket> root;
  Value customer_of_root;
  Id<Ticket> above = said.parent ? said.parent : said.survivor;
  int links = 0;
  for (; above && links < most_links; ++links) {
    if (above == said.ticket) {
      in_rings_.insert(said.ticket.value);
      return;
    }
    const auto found = all.find(above.value);
    const bool is_said = found != all.end();
    const bool is_cancelled = is_said && found->second.is_cancelled;
    if (is_said && found->second.is_major && !is_cancelled) {
      root = above;
      customer_of_root = found->second.customer;
    }
    if (!is_said) {
      if (root == above && !histories.holds(above)) root = {};
      break;
    }
    const bool goes_on = root == above && found->second.survivor;
    above = found->second.goes_to();
    if (goes_on) root = above;
    if (goes_on && all.contains(above.value) && all.at(above.value).is_cancelled) root = {};
  }
  const bool is_of_other = said.customer && customer_of_root && said.customer != customer_of_root;
  if (root && said.parent && links < most_links && !is_of_other) roots_[said.ticket.value] = root;
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

Id<Ticket> Relations::root_of(Id<Ticket> ticket) const {
  const auto found = roots_.find(ticket.value);
  return found == roots_.end() ? Id<Ticket>{} : found->second;
}

std::optional<Instant> Relations::earliest_merged_opening(Id<Ticket> ticket) const {
  const auto found = merged_openings_.find(ticket.value);
  if (found == merged_openings_.end()) return std::nullopt;
  return found->second;
}

}  // namespace vigie
