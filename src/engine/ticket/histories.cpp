#include "engine/ticket/histories.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/base/require.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr std::size_t most_events = std::numeric_limits<std::uint32_t>::max();

}  // namespace

History Tickets::operator[](std::size_t index) const {
  History history;
  read(index, history);
  return history;
}

Histories::Histories(const StoredHistories& stored, std::shared_ptr<const void> owner)
    : mapped_(stored), owner_(std::move(owner)), last_event_(stored.last_event) {}

void Histories::append(Id<Ticket> ticket, const Event& event) {
  own();
  const std::size_t index = index_of(ticket);
  require(events_.size() < most_events, "more events than one run can hold");
  link(index);
  events_.append(event);
  if (!last_event_ || event.at > *last_event_) last_event_ = event.at;
}

void Histories::append(Id<Ticket> ticket, std::span<const Event> events) {
  for (const Event& event : events) append(ticket, event);
}

/// What a file holds is copied before it changes.
void Histories::own() {
  if (!mapped_) return;
  by_name_.assign(mapped_->by_name.begin(), mapped_->by_name.end());
  places_.assign(mapped_->places.begin(), mapped_->places.end());
  events_ = EventTable{mapped_->events};
  mapped_.reset();
  owner_.reset();
}

std::size_t Histories::index_of(Id<Ticket> ticket) {
  if (ticket.value >= by_name_.size()) {
    by_name_.resize(std::size_t{ticket.value} + ticket.value / 2 + 64);
  }
  std::uint32_t& known = by_name_[ticket.value];
  if (known == 0) {
    places_.push_back({ticket.value, static_cast<std::uint32_t>(events_.size()), 0});
    known = static_cast<std::uint32_t>(places_.size());
    if (!next_.empty()) last_.push_back(0);
  }
  return known - 1;
}

/// Says where the event that comes next stands among those of its ticket.
void Histories::link(std::size_t index) {
  TicketPlace& place = places_[index];
  const auto here = static_cast<std::uint32_t>(events_.size());
  const bool is_beside = place.first + place.count == here;
  if (next_.empty() && !is_beside) {
    next_.resize(here);
    std::iota(next_.begin(), next_.end(), 1);
    for (const TicketPlace& known : places_) last_.push_back(known.first + known.count - 1);
  }
  if (!next_.empty()) {
    if (place.count > 0) next_[last_[index]] = here;
    last_[index] = here;
    next_.push_back(here + 1);
  }
  ++place.count;
}

void Histories::settle() {
  if (next_.empty()) return;
  EventTable settled;
  History history;
  const Tickets all = tickets();
  for (TicketPlace& place : places_) {
    all.events().read(place, history);
    place.first = static_cast<std::uint32_t>(settled.size());
    for (const Event& event : history.events) settled.append(event);
  }
  events_ = std::move(settled);
  next_ = {};
  last_ = {};
}

StoredHistories Histories::stored() const {
  if (mapped_) return *mapped_;
  EventColumns events = events_.columns();
  events.next = next_;
  return {places_, by_name_, events, last_event_};
}

bool Histories::holds(Id<Ticket> ticket) const {
  const auto by_name = mapped_ ? mapped_->by_name : std::span<const std::uint32_t>{by_name_};
  return ticket.value < by_name.size() && by_name[ticket.value] != 0;
}

std::optional<History> Histories::find(Id<Ticket> ticket) const {
  if (!holds(ticket)) return std::nullopt;
  return tickets()[stored().by_name[ticket.value] - 1];
}

void find_links_to_nothing(const Histories& histories, const Names& names, Findings& findings) {
  if (histories.stored().events.rare.empty()) return;
  for (const History& history : histories.tickets()) {
    for (const Event& event : history.events) {
      if (event.other && !histories.holds(event.other)) {
        findings.add(FindingCode::related_to_nothing, names.text(history.ticket));
      }
    }
  }
}

}  // namespace vigie
