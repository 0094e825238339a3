// An event of a ticket as a sealed row.
#pragma once

#include "engine/ticket/history.h"
#include "store/journal/note.h"
#include "store/journal/rows.h"
#include "vocabulary/audience.h"
#include "vocabulary/ticket.h"

namespace vigie {

struct TicketRow;
struct ImportRow;

struct TicketEventRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<TicketRow> ticket{};
  std::int64_t sequence = 0;
  Instant happened_at;
  Instant recorded_at;
  EventWord word{};
  Attribute attribute{};
  Effect effect{};
  Relation relation{};
  bool consent = false;
  std::string party;
  std::string team;
  std::string person;
  std::string value;
  std::string other;
  Instant on_date;
  std::int64_t supersedes = 0;
  std::optional<Key<ImportRow>> loaded_by = {};
  std::optional<Bytes> note_digest = {};
  std::optional<std::string> note = {};
  std::optional<Bytes> note_salt = {};
  std::optional<Audience> audience = {};
};

template <>
inline constexpr StoreTable table_of<TicketEventRow> = StoreTable::ticket_event;
template <>
inline constexpr auto fields_of<TicketEventRow> = std::tuple{
    field("act", &TicketEventRow::act, "Which act recorded it."),
    field("rank", &TicketEventRow::rank, "Place among the rows of the act, from 1."),
    field("ticket", &TicketEventRow::ticket, "To which ticket."),
    field("sequence", &TicketEventRow::sequence, "Order of recording in the ticket, from 1."),
    field("happened_at", &TicketEventRow::happened_at, "When it happened."),
    field("recorded_at", &TicketEventRow::recorded_at, "When the source learnt it."),
    field("word", &TicketEventRow::word, "What happened."),
    field("attribute", &TicketEventRow::attribute, "Which attribute was set."),
    field("effect", &TicketEventRow::effect, "From when it holds."),
    field("relation", &TicketEventRow::relation, "How it is tied to another ticket."),
    field("consent", &TicketEventRow::consent, "Whether the other party agreed."),
    field("party", &TicketEventRow::party, "Which party."),
    field("team", &TicketEventRow::team, "Which team."),
    field("person", &TicketEventRow::person, "Which person, by reference."),
    field("value", &TicketEventRow::value, "The value, by its word."),
    field("other", &TicketEventRow::other, "Which other ticket."),
    field("on_date", &TicketEventRow::on_date, "The date that it says; 1970: none."),
    field("supersedes", &TicketEventRow::supersedes, "Which event it corrects; 0: none."),
    field("loaded_by", &TicketEventRow::loaded_by, "Which import brought it; none: somebody."),
    field("note_digest", &TicketEventRow::note_digest, "Of what was said beside it; stays."),
    field("note", &TicketEventRow::note, "What was said beside it: a comment, a reason."),
    field("note_salt", &TicketEventRow::note_salt, "Of its digest; gone when it is erased."),
    field("audience", &TicketEventRow::audience, "For whom what was said is; none: for all."),
};
template <>
inline constexpr auto later_fields_of<TicketEventRow> =
    std::tuple{field("audience", &TicketEventRow::audience, "For whom what was said is.")};
template <>
inline constexpr auto sealed_fields_of<TicketEventRow> = without_note<1>(fields_of<TicketEventRow>);

/// `event` as it is kept; texts are those of `names`.
TicketEventRow row_of(const Event& event, Key<TicketRow> ticket, const Names& names);

/// The event again; its texts go into `names`.
Event event_of(const TicketEventRow& row, Names& names);

}  // namespace vigie
