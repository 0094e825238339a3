#include "engine/ticket/event_columns.h"

#include <algorithm>

namespace vigie {

namespace {

// Bits of a mark: effect, consent, rare fields, then the relation.
constexpr std::uint8_t effect_bit = 1;
constexpr std::uint8_t consent_bit = 2;
constexpr std::uint8_t rare_bit = 4;
constexpr unsigned relation_shift = 3;

static_assert(std::size(Vocabulary<Effect>::words) <= 2);
static_assert(std::size(Vocabulary<Relation>::words) <= 32);

std::int64_t moment_of(Instant at) { return at.time_since_epoch().count(); }
Instant instant_at(std::int64_t moment) { return Instant{Duration{moment}}; }

std::uint8_t marks_of(const Event& event) {
  unsigned marks = static_cast<unsigned>(event.relation) << relation_shift;
  if (event.effect != Effect{}) marks |= effect_bit;
  if (event.consent) marks |= consent_bit;
  const bool has_rare = event.recorded_at != event.at || event.date != Instant{} || event.other ||
                        event.supersedes != 0;
  if (has_rare) marks |= rare_bit;
  return static_cast<std::uint8_t>(marks);
}

void read_rare(const RareFields& rare, Event& event) {
  event.recorded_at = instant_at(rare.recorded_at);
  event.date = instant_at(rare.date);
  event.other = {rare.other};
  event.supersedes = rare.supersedes;
}

void read_plain(const EventColumns& columns, std::size_t from, Event& event) {
  const std::uint8_t marks = columns.marks[from];
  event.at = event.recorded_at = instant_at(columns.at[from]);
  event.date = {};
  event.word = static_cast<EventWord>(columns.word[from]);
  event.attribute = static_cast<Attribute>(columns.attribute[from]);
  event.effect = static_cast<Effect>(marks & effect_bit);
  event.relation = static_cast<Relation>(marks >> relation_shift);
  event.consent = (marks & consent_bit) != 0;
  event.party = {columns.party[from]};
  event.team = {columns.team[from]};
  event.person = {columns.person[from]};
  event.value = {columns.value[from]};
  event.other = {};
  event.supersedes = 0;
}

auto find_rare(std::span<const RareFields> rare, std::size_t event) {
  return std::lower_bound(
      rare.begin(), rare.end(), event,
      [](const RareFields& fields, std::size_t wanted) { return fields.event < wanted; });
}

}  // namespace

void EventColumns::read(const TicketPlace& place, History& history) const {
  history.ticket = {place.ticket};
  history.events.resize(place.count);
  auto next_rare = rare.end();
  std::size_t from = place.first;
  for (std::uint32_t i = 0; i < place.count; ++i) {
    Event& event = history.events[i];
    read_plain(*this, from, event);
    event.sequence = i + 1;
    if ((marks[from] & rare_bit) != 0) {
      if (next_rare == rare.end() || next_rare->event != from) next_rare = find_rare(rare, from);
      read_rare(*next_rare++, event);
    }
    from = next.empty() ? from + 1 : next[from];
  }
}

EventTable::EventTable(const EventColumns& columns)
    : at_(columns.at.begin(), columns.at.end()),
      party_(columns.party.begin(), columns.party.end()),
      team_(columns.team.begin(), columns.team.end()),
      person_(columns.person.begin(), columns.person.end()),
      value_(columns.value.begin(), columns.value.end()),
      word_(columns.word.begin(), columns.word.end()),
      attribute_(columns.attribute.begin(), columns.attribute.end()),
      marks_(columns.marks.begin(), columns.marks.end()),
      rare_(columns.rare.begin(), columns.rare.end()) {}

void EventTable::append(const Event& event) {
  const std::uint8_t marks = marks_of(event);
  if ((marks & rare_bit) != 0) {
    rare_.push_back({.event = static_cast<std::uint32_t>(size()),
                     .supersedes = event.supersedes,
                     .recorded_at = moment_of(event.recorded_at),
                     .date = moment_of(event.date),
                     .other = event.other.value});
  }
  at_.push_back(moment_of(event.at));
  party_.push_back(event.party.value);
  team_.push_back(event.team.value);
  person_.push_back(event.person.value);
  value_.push_back(event.value.value);
  word_.push_back(static_cast<std::uint8_t>(event.word));
  attribute_.push_back(static_cast<std::uint8_t>(event.attribute));
  marks_.push_back(marks);
}

EventColumns EventTable::columns() const {
  return {at_, party_, team_, person_, value_, word_, attribute_, marks_, rare_, {}};
}

}  // namespace vigie
