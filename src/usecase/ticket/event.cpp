#include "usecase/ticket/event.h"

#include <algorithm>

#include "usecase/ticket/event_check.h"
#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

constexpr std::chrono::minutes most_ahead{5};  // of the database's clock: design E6

TicketEventRow row_of(const RecordEvent& asked, Instant at) {
  return {.happened_at = at,
          .word = asked.event,
          .attribute = asked.attribute.value_or(Attribute::none),
          .effect = asked.effect.value_or(Effect::now),
          .relation = asked.relation.value_or(Relation::none),
          .consent = asked.consent.value_or(false),
          .party = asked.party.value_or(""),
          .team = asked.team.value_or(""),
          .person = asked.person.value_or(""),
          .value = asked.value.value_or(""),
          .other = in_capitals(asked.other.value_or("")),
          .on_date = asked.date.value_or(Instant{})};
}

/// For whom what is said beside an event is, when nobody says it.
std::optional<Audience> usual_audience(const RecordEvent& asked, bool is_provider) {
  if (asked.note.value_or("").empty()) return std::nullopt;
  const bool is_of_house =
      is_provider && (asked.event == EventWord::commented || asked.event == EventWord::assigned);
  return is_of_house ? Audience::internal : Audience::customer;
}

/// The ticket, when the caller may name it and has seen its last event.
Outcome<KeptTicket> ticket_addressed(Desk& desk, const Addressed& at) {
  auto kept = ticket_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  return *std::move(kept);
}

std::optional<Refused> refusal_before(const KeptTicket& ticket, Instant at, Instant now) {
  if (auto ahead = refusal_of_instant(at, now)) return ahead;
  if (at >= ticket.row.opened_at) return std::nullopt;
  return refused(Refusal::event_before_opening, {{"opened", text_of(ticket.row.opened_at)}});
}

/// The event that is corrected, as it would be told, with what is corrected in it.
RecordEvent corrected(const TicketEventRow& row, const CorrectEvent& asked) {
  const auto text = [](const std::optional<std::string>& now, const std::string& before) {
    const std::string& held = now ? *now : before;
    return held.empty() ? std::nullopt : std::optional{held};
  };
  RecordEvent event{.event = row.word};
  event.at = asked.at.value_or(row.happened_at);
  if (row.attribute != Attribute::none) event.attribute = row.attribute;
  event.value = text(asked.value, row.value);
  event.party = text(asked.party, row.party);
  event.team = text(asked.team, row.team);
  event.person = text(asked.person, row.person);
  if (row.word == EventWord::classified) event.effect = asked.effect.value_or(row.effect);
  if (asked.effect && !event.effect) event.effect = asked.effect;
  event.relation = asked.relation.value_or(row.relation);
  event.other = text(asked.other, row.other);
  event.consent = asked.consent.value_or(row.consent);
  event.date = asked.date;
  if (!event.date && row.on_date != Instant{}) event.date = row.on_date;
  event.note = asked.reason;
  return event;
}

bool says_something(const CorrectEvent& asked) {
  return asked.at || asked.value || asked.party || asked.team || asked.person || asked.effect ||
         asked.relation || asked.other || asked.consent || asked.date;
}

/// What replaces the event, when it may.
Outcome<TicketEventRow> correction_of(Desk& desk, const KeptTicket& ticket,
                                      const CorrectEvent& asked) {
  const auto row = event_of_ticket(desk.rows(), ticket.key, asked.event);
  if (!row) return refused(Refusal::event_unknown, {{"number", std::to_string(asked.event)}});
  if (asked.reason.empty()) return refused(Refusal::note_missing);
  const bool retracts = asked.retract.value_or(false);
  const bool is_mute =
      retracts == says_something(asked) || (row->word == EventWord::retracted && !retracts);
  if (is_mute) return refused(Refusal::correction_mute);
  const bool is_opening = row->word == EventWord::opened;
  if (retracts && is_opening) return refused(Refusal::correction_of_opening);
  if (retracts) {
    return TicketEventRow{.happened_at = row->happened_at,
                          .word = EventWord::retracted,
                          .supersedes = asked.event,
                          .audience = row->audience};
  }
  const RecordEvent event = corrected(*row, asked);
  const Instant now = clock_of_database(desk.rows());
  auto when =
      is_opening ? refusal_of_instant(*event.at, now) : refusal_before(ticket, *event.at, now);
  if (when) return *std::move(when);
  if (auto fields = refusal_of_fields(event)) return *std::move(fields);
  if (auto other = refusal_of_other(desk, ticket, event)) return *std::move(other);
  TicketEventRow made = row_of(event, *event.at);
  made.supersedes = asked.event;
  made.audience = row->audience;
  return made;
}

TicketView shown(Desk& desk, const TermsInForce& terms, const KeptTicket& ticket,
                 const Judged& judged, Instant at) {
  return view_of({.row = judged.row,
                  .customer = party_reference(desk.rows(), ticket.row.customer),
                  .clocks = judged.clocks,
                  .terms = &terms,
                  .outside = outside_view(desk.rows(), desk.caller(), ticket.row.customer)},
                 at);
}

}  // namespace

std::optional<Refused> refusal_of_instant(Instant at, Instant now) {
  if (at <= now + most_ahead) return std::nullopt;
  return refused(Refusal::event_in_the_future, {{"at", text_of(at)}, {"now", text_of(now)}});
}

Outcome<TicketView> record_event(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                 const RecordEvent& asked) {
  const auto kept = ticket_addressed(desk, at);
  if (!kept) return kept.error();
  const Instant now = clock_of_database(desk.rows());
  const Instant when = asked.at.value_or(now);
  if (auto refusal = refusal_before(*kept, when, now)) return *std::move(refusal);
  if (asked.event == EventWord::opened) return refused(Refusal::opened_once);
  if (asked.event == EventWord::retracted) return refused(Refusal::correction_mute);
  if (auto fields = refusal_of_fields(asked)) return *std::move(fields);
  if (auto side = refusal_of_side(desk, *kept, asked)) return *std::move(side);
  if (auto other = refusal_of_other(desk, *kept, asked)) return *std::move(other);
  TicketEventRow row = row_of(asked, when);
  row.audience =
      asked.audience ? asked.audience : usual_audience(asked, acts_for_provider(desk, *kept));
  if (!asked.anyway.value_or(false)) {
    if (auto sense = refusal_of_sense(desk.rows(), *kept, row, now)) return *std::move(sense);
  }
  Act& act = desk.open(ActWord::ticket_event_recorded, Thing::ticket, kept->row.reference);
  EventWriter{act, kept->key, last_sequence(desk.rows(), kept->key)}.write(std::move(row),
                                                                           asked.note.value_or(""));
  const SharedTerms terms = shelf.terms(desk.rows());
  return shown(desk, *terms, *kept, judge_again(act, *terms, kept->key), act.at());
}

Outcome<TicketView> correct_event(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const CorrectEvent& asked) {
  const auto kept = ticket_addressed(desk, at);
  if (!kept) return kept.error();
  auto row = correction_of(desk, *kept, asked);
  if (!row) return row.error();
  Act& act = desk.open(ActWord::ticket_corrected, Thing::ticket, kept->row.reference);
  EventWriter{act, kept->key, last_sequence(desk.rows(), kept->key)}.write(*std::move(row),
                                                                           asked.reason);
  const SharedTerms terms = shelf.terms(desk.rows());
  return shown(desk, *terms, *kept, judge_again(act, *terms, kept->key), act.at());
}

}  // namespace vigie
