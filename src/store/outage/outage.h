// Outages as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/note.h"
#include "store/journal/rows.h"
#include "store/people/party.h"
#include "vocabulary/outage.h"

namespace vigie {

/// What an outage shows now: all of it follows from its events.
struct OutageRow {
  std::string reference;
  std::int64_t version = 0;  // sequence of its last event
  std::optional<Key<PartyRow>> customer;
  std::string item;
  std::string title;
  Instant began_at;
  std::optional<Instant> restored_at;
  bool withdrawn = false;
};

template <>
inline constexpr StoreTable table_of<OutageRow> = StoreTable::outage;
template <>
inline constexpr auto fields_of<OutageRow> = std::tuple{
    field("reference", &OutageRow::reference, "What the world calls it."),
    field("version", &OutageRow::version, "Sequence of its last event."),
    field("customer", &OutageRow::customer, "Whose it is; none: everyone's."),
    field("item", &OutageRow::item, "Service or item."),
    field("title", &OutageRow::title, "In a few words."),
    field("began_at", &OutageRow::began_at, "The first sign of it."),
    field("restored_at", &OutageRow::restored_at, "None: it goes on."),
    field("withdrawn", &OutageRow::withdrawn, "It never was."),
};

/// An event of it, sealed.
struct OutageEventRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<OutageRow> outage{};
  std::int64_t sequence = 0;
  Instant happened_at;
  Instant recorded_at;
  OutageWord word{};
  std::optional<std::int64_t> weight;
  std::optional<std::int64_t> weight_of;
  std::optional<std::int64_t> users;
  std::string source;
  std::int64_t supersedes = 0;
  std::optional<Bytes> note_digest = {};
  std::optional<std::string> note = {};
  std::optional<Bytes> note_salt = {};
};

template <>
inline constexpr StoreTable table_of<OutageEventRow> = StoreTable::outage_event;
template <>
inline constexpr auto fields_of<OutageEventRow> = std::tuple{
    field("act", &OutageEventRow::act, "Which act recorded it."),
    field("rank", &OutageEventRow::rank, "Place among the rows of the act, from 1."),
    field("outage", &OutageEventRow::outage, "Of which outage."),
    field("sequence", &OutageEventRow::sequence, "Order of recording in it, from 1."),
    field("happened_at", &OutageEventRow::happened_at, "When it happened."),
    field("recorded_at", &OutageEventRow::recorded_at, "When the source learnt it."),
    field("word", &OutageEventRow::word, "What happened."),
    field("weight", &OutageEventRow::weight, "How much of it is down; none: as before."),
    field("weight_of", &OutageEventRow::weight_of, "Out of how much."),
    field("users", &OutageEventRow::users, "How many it concerns; none: as before."),
    field("source", &OutageEventRow::source, "Person, webhook, probe."),
    field("supersedes", &OutageEventRow::supersedes, "Which event it corrects; 0: none."),
    field("note_digest", &OutageEventRow::note_digest, "Of what was said beside it; stays."),
    field("note", &OutageEventRow::note, "What was said beside it."),
    field("note_salt", &OutageEventRow::note_salt, "Of its digest; gone when it is erased."),
};
template <>
inline constexpr auto sealed_fields_of<OutageEventRow> = without_note(fields_of<OutageEventRow>);

/// Time during which somebody looked, sealed.
struct ObservationRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  std::optional<Key<PartyRow>> customer;
  std::string item;
  Instant from_at;
  Instant to_at;
  Instant recorded_at;
};

template <>
inline constexpr StoreTable table_of<ObservationRow> = StoreTable::observation;
template <>
inline constexpr auto fields_of<ObservationRow> = std::tuple{
    field("act", &ObservationRow::act, "Which act recorded it."),
    field("rank", &ObservationRow::rank, "Place among the rows of the act, from 1."),
    field("customer", &ObservationRow::customer, "Whose it is; none: everyone's."),
    field("item", &ObservationRow::item, "Service or item."),
    field("from_at", &ObservationRow::from_at, "From when."),
    field("to_at", &ObservationRow::to_at, "Until when."),
    field("recorded_at", &ObservationRow::recorded_at, "When the source learnt it."),
};

struct KeptOutage {
  Key<OutageRow> key{};
  OutageRow row;
};

/// What may be seen of a thing that is of a customer, or everyone's.
bool covers(const Scope& scope, const std::optional<Key<PartyRow>>& customer);

std::optional<KeptOutage> outage_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference);
KeptOutage outage_by_key(Connection& rows, Key<OutageRow> key);
Key<OutageRow> add_outage_row(Connection& rows, const OutageRow& row);
/// Writes all fields where the version is `before`; false when it is not.
bool change_outage_row(Connection& rows, Key<OutageRow> key, const OutageRow& row,
                       std::int64_t before);
/// Its events by sequence.
std::vector<OutageEventRow> events_of(Connection& rows, Key<OutageRow> key);

/// Where a list that goes back in time goes on: before this instant and this key.
struct PlaceInTime {
  Instant at = last_instant;
  std::int64_t key = 0;
};

/// Rows of a scope, and of those that are everyone's the ones on these items.
struct SeenByScope {
  const Scope& scope;
  const std::vector<std::string>& items;

  bool covers(const std::optional<Key<PartyRow>>& customer, std::string_view item) const;
};

/// A condition for `where` on a table of that alias, with columns customer and item; its values are
/// added to `values`.
std::string seen_condition(const SeenByScope& seen, std::string_view alias,
                           std::vector<Parameter>& values);

/// The latest beginning first; at most so many.
std::vector<KeptOutage> outages_before(Connection& rows, const SeenByScope& seen,
                                       const PlaceInTime& before, std::int64_t most);

}  // namespace vigie
