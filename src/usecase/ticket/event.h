// What happens to a ticket, as it is told.
#pragma once

#include "usecase/ticket/ticket.h"
#include "vocabulary/audience.h"

namespace vigie {

/// One event, as vocabulary/event_word.def says which fields speak.
struct RecordEvent {
  EventWord event{};
  std::optional<Instant> at;
  std::optional<Attribute> attribute;
  std::optional<std::string> value;
  std::optional<std::string> party;
  std::optional<std::string> team;
  std::optional<std::string> person;
  std::optional<Effect> effect;
  std::optional<Relation> relation;
  std::optional<std::string> other;
  std::optional<bool> consent;
  std::optional<Instant> date;
  std::optional<std::string> note;
  std::optional<Audience> audience;
  std::optional<bool> anyway;
};

template <>
inline constexpr std::string_view title_of<RecordEvent> = "EventToRecord";
template <>
inline constexpr auto fields_of<RecordEvent> = std::tuple{
    field("event", &RecordEvent::event, "What happened."),
    field("at", &RecordEvent::at, "When; none: now."),
    field("attribute", &RecordEvent::attribute, "Classified: which attribute was set."),
    field("value", &RecordEvent::value, "The value, the reason, the support level, the name."),
    field("party", &RecordEvent::party, "Which party, by designation or role."),
    field("team", &RecordEvent::team, "Which team."),
    field("person", &RecordEvent::person, "Assigned: which person, by reference."),
    field("effect", &RecordEvent::effect, "Classified: from when it holds."),
    field("relation", &RecordEvent::relation, "Related: how."),
    field("other", &RecordEvent::other, "Merged or related: reference of the other ticket."),
    field("consent", &RecordEvent::consent, "Whether the other party agreed, on record."),
    field("date", &RecordEvent::date, "Dated or deferred: the date."),
    field("note", &RecordEvent::note, "What is said beside it: a comment, what was done."),
    field("audience", &RecordEvent::audience,
          "For whom the note is; none: a comment of the provider, and what it says when it hands "
          "over, are internal, all else is for the customer."),
    field("anyway", &RecordEvent::anyway,
          "Recorded although it makes no sense where it stands: a finding tells it."),
};

/// What was wrong in an event that is there, and why.
struct CorrectEvent {
  std::int64_t event = 0;
  std::string reason;
  std::optional<bool> retract;
  std::optional<Instant> at;
  std::optional<std::string> value;
  std::optional<std::string> party;
  std::optional<std::string> team;
  std::optional<std::string> person;
  std::optional<Effect> effect;
  std::optional<Relation> relation;
  std::optional<std::string> other;
  std::optional<bool> consent;
  std::optional<Instant> date;
};

template <>
inline constexpr std::string_view title_of<CorrectEvent> = "Correction";
template <>
inline constexpr auto fields_of<CorrectEvent> = std::tuple{
    field("event", &CorrectEvent::event, "Which event: its sequence in the journal."),
    field("reason", &CorrectEvent::reason, "Why, for whoever reads it later.", AtMost{2'000}),
    field("retract", &CorrectEvent::retract, "It never happened."),
    field("at", &CorrectEvent::at, "When it happened in truth."),
    field("value", &CorrectEvent::value, "Its value in truth."),
    field("party", &CorrectEvent::party, "Its party in truth."),
    field("team", &CorrectEvent::team, "Its team in truth."),
    field("person", &CorrectEvent::person, "Its person in truth."),
    field("effect", &CorrectEvent::effect, "From when it holds in truth."),
    field("relation", &CorrectEvent::relation, "How it is tied in truth."),
    field("other", &CorrectEvent::other, "To which ticket in truth."),
    field("consent", &CorrectEvent::consent, "Whether the other party agreed."),
    field("date", &CorrectEvent::date, "Its date in truth."),
};

/// An event of the journal, as it was recorded.
struct EventView {
  std::int64_t sequence = 0;
  EventWord event{};
  Instant at;
  Instant recorded_at;
  std::optional<std::string> by;
  std::optional<Attribute> attribute;
  std::string value;
  std::string party;
  std::string team;
  std::string person;
  std::optional<Effect> effect;
  std::optional<Relation> relation;
  std::string other;
  bool consent = false;
  std::optional<Instant> date;
  std::optional<std::int64_t> supersedes;
  std::optional<std::int64_t> superseded_by;
  std::optional<std::string> note;
  std::optional<Audience> audience;
};

template <>
inline constexpr std::string_view title_of<EventView> = "Event";
template <>
inline constexpr auto fields_of<EventView> = std::tuple{
    field("sequence", &EventView::sequence, "Order of recording in the ticket, from 1."),
    field("event", &EventView::event, "What happened."),
    field("at", &EventView::at, "When it happened."),
    field("recorded_at", &EventView::recorded_at, "When it was recorded."),
    field("by", &EventView::by, "Name of who recorded it; none: the program, or erased."),
    field("attribute", &EventView::attribute, "Which attribute was set."),
    field("value", &EventView::value, "The value, the reason, the support level, the name."),
    field("party", &EventView::party, "Which party."),
    field("team", &EventView::team, "Which team."),
    field("person", &EventView::person, "Which person, by reference."),
    field("effect", &EventView::effect, "From when it holds."),
    field("relation", &EventView::relation, "How it is tied."),
    field("other", &EventView::other, "To which ticket."),
    field("consent", &EventView::consent, "Whether the other party agreed, on record."),
    field("date", &EventView::date, "The date that it says."),
    field("supersedes", &EventView::supersedes, "Which event it corrects."),
    field("superseded_by", &EventView::superseded_by, "The last correction of it."),
    field("note", &EventView::note, "What was said beside it; for a correction, why."),
    field("audience", &EventView::audience,
          "For whom the note is; none: for all who read the ticket."),
};

/// Refused, in this order: not_found, version_changed, event_in_the_future, event_before_opening,
/// opened_once, event_incomplete, event_field_idle, event_not_yours, ticket_itself, ticket_unknown,
/// then what makes no sense where it stands: ticket_ended, ticket_resolved, ticket_still_open,
/// nobody_awaited.
Outcome<TicketView> record_event(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                 const RecordEvent& asked);

/// Adds an event that supersedes another: both stay in the journal. Refused, in this order:
/// not_found, version_changed, event_unknown, note_missing, correction_mute, correction_of_opening,
/// event_in_the_future, event_before_opening, event_incomplete, event_field_idle, ticket_itself,
/// ticket_unknown. Source: design F1.
Outcome<TicketView> correct_event(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const CorrectEvent& asked);

/// By sequence, those superseded as well. Who stands outside of the provider sees neither internal
/// notes nor comments, and kinds of parties in the place of teams, people and suppliers. Refused:
/// not_found, cursor_unknown.
Outcome<ListPage<EventView>> events_of_ticket(const Look& look, std::string_view reference,
                                              const ListAsked& asked);

}  // namespace vigie
