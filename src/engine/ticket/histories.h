// All the tickets of a run, as columns.
#pragma once

#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/base/finding.h"
#include "engine/ticket/event_columns.h"

namespace vigie {

/// The tickets in the order of their first event. They are made from columns as they are read: each
/// reader has its own storage. A view: valid until the histories change.
class Tickets {
 public:
  /// One after the other; what it points to is valid until it moves on.
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = History;
    Iterator(const Tickets* tickets, std::size_t index) : tickets_(tickets), index_(index) {}
    const History& operator*() {
      if (!is_read_) tickets_->read(index_, history_);
      is_read_ = true;
      return history_;
    }
    Iterator& operator++() {
      ++index_;
      is_read_ = false;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.index_ == b.index_; }

   private:
    const Tickets* tickets_;
    std::size_t index_;
    History history_;
    bool is_read_ = false;
  };

  Tickets(std::span<const TicketPlace> places, const EventColumns& events)
      : places_(places), events_(events) {}

  std::size_t size() const { return places_.size(); }
  bool empty() const { return places_.empty(); }
  std::span<const TicketPlace> places() const { return places_; }
  const EventColumns& events() const { return events_; }
  void read(std::size_t index, History& history) const { events_.read(places_[index], history); }
  History operator[](std::size_t index) const;
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  std::span<const TicketPlace> places_;
  EventColumns events_;
};

/// Histories as a file keeps them: events of a ticket side by side.
struct StoredHistories {
  std::span<const TicketPlace> places;
  std::span<const std::uint32_t> by_name;  // id of a name -> 1 + index of the ticket; 0: no ticket
  EventColumns events;
  std::optional<Instant> last_event;
};

/// Grows while a source is read, one ticket after the other or in turns. Any number of readers once
/// it does not.
class Histories {
 public:
  Histories() = default;
  /// Those of a file, read there; `owner` keeps it.
  Histories(const StoredHistories& stored, std::shared_ptr<const void> owner);
  Histories(Histories&&) = default;
  Histories& operator=(Histories&&) = default;
  Histories(const Histories&) = delete;
  Histories& operator=(const Histories&) = delete;

  /// Appends, giving the event its sequence in its ticket.
  void append(Id<Ticket> ticket, const Event& event);
  void append(Id<Ticket> ticket, std::span<const Event> events);
  /// Puts the events of each ticket side by side, where reading is fastest. Changes no answer.
  void settle();

  Tickets tickets() const { return {stored().places, stored().events}; }
  /// None when nothing is known of it.
  std::optional<History> find(Id<Ticket> ticket) const;
  bool holds(Id<Ticket> ticket) const;
  /// The latest instant of any event; none when empty.
  std::optional<Instant> last_event() const { return last_event_; }
  std::uint64_t event_count() const { return stored().events.at.size(); }
  StoredHistories stored() const;

 private:
  void own();
  std::size_t index_of(Id<Ticket> ticket);
  void link(std::size_t index);

  std::optional<StoredHistories> mapped_;  // until the first event is appended
  std::shared_ptr<const void> owner_;
  std::vector<TicketPlace> places_;
  std::vector<std::uint32_t> by_name_;
  EventTable events_;
  std::vector<std::uint32_t> next_;  // while tickets grow in turns; empty: they are side by side
  std::vector<std::uint32_t> last_;  // of each ticket, as long as there is `next_`
  std::optional<Instant> last_event_;
};

/// Adds a finding for each event that names another ticket of which nothing is known.
void find_links_to_nothing(const Histories& histories, const Names& names, Findings& findings);

}  // namespace vigie
