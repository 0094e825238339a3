// Open tickets in order, and which of them were touched since.
#pragma once

#include <functional>
#include <string>

#include "store/ticket/ticket.h"

namespace vigie {

/// What decides whether a ticket is on a list of open ones, where, and for whom.
struct BoardPlace {
  Key<TicketRow> key{};
  std::string reference;
  Key<ActRow> touched{};
  bool is_open = false;  // and counts
  Instant opened_at;
  Key<PartyRow> customer{};
  std::string team;
  std::string site;
  std::string holder;
  std::string kind;
  std::string priority;
  std::string service;
  std::string phase;
  std::optional<Instant> due_at;
  bool is_major = false;
  std::optional<Instant> at_risk_at;  // the first of its clocks that run; none: none will be
  bool is_paused = false;             // a clock of it waits
};

/// All that are open and count (`in_effect`).
void read_open_places(Connection& rows, const std::function<void(BoardPlace)>& each);

/// Those touched last by an act with a position after `position`, or without one yet, and those
/// whose import began or ceased to count by such an act; open or not, a ticket perhaps twice.
void read_places_touched_after(Connection& rows, std::int64_t position,
                               const std::function<void(BoardPlace)>& each);

}  // namespace vigie
