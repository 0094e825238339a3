// Events as columns of narrow numbers: under thirty bytes an event, in memory as in a file.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/ticket/history.h"

namespace vigie {

/// Where the events of a ticket stand: neighbours, or linked while they come in any order.
struct TicketPlace {
  std::uint32_t ticket = 0;  // id of its name
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// What few events say: kept apart, by the place of the event.
struct RareFields {
  std::uint32_t event = 0;
  std::uint32_t supersedes = 0;
  std::int64_t recorded_at = 0;  // microseconds since 1970, as below
  std::int64_t date = 0;
  std::uint32_t other = 0;
  std::uint32_t unused = 0;  // so that no byte of a file is left to chance
};

/// Columns as they are read, wherever they are kept. All of one length, but for the rare fields.
struct EventColumns {
  std::span<const std::int64_t> at;
  std::span<const std::uint32_t> party;
  std::span<const std::uint32_t> team;
  std::span<const std::uint32_t> person;
  std::span<const std::uint32_t> value;
  std::span<const std::uint8_t> word;
  std::span<const std::uint8_t> attribute;
  std::span<const std::uint8_t>
      marks;                         // effect, consent, relation, and whether there are rare fields
  std::span<const RareFields> rare;  // by event
  /// While tickets grow in turns: where the next event of the same ticket stands. Empty: beside.
  std::span<const std::uint32_t> next;

  /// Fills `history` with the events of a ticket, by sequence; its storage is reused.
  void read(const TicketPlace& place, History& history) const;
};

/// The same, growing.
class EventTable {
 public:
  EventTable() = default;
  explicit EventTable(const EventColumns& columns);
  std::size_t size() const { return at_.size(); }
  void append(const Event& event);
  EventColumns columns() const;

 private:
  std::vector<std::int64_t> at_;
  std::vector<std::uint32_t> party_;
  std::vector<std::uint32_t> team_;
  std::vector<std::uint32_t> person_;
  std::vector<std::uint32_t> value_;
  std::vector<std::uint8_t> word_;
  std::vector<std::uint8_t> attribute_;
  std::vector<std::uint8_t> marks_;
  std::vector<RareFields> rare_;
};

}  // namespace vigie
