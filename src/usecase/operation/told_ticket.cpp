#include "usecase/operation/told_ticket.h"

#include "store/ticket/words.h"
#include "usecase/ticket/judging.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::string customer_of(const ToldTicket& told) {
  for (const Event& event : told.history.events) {
    if (event.word == EventWord::classified && event.attribute == Attribute::customer) {
      return std::string{told.names.text(event.value)};
    }
  }
  return {};
}

}  // namespace

Outcome<std::string> tell_ticket(Desk& desk, TermsShelf& shelf, const ToldTicket& told) {
  const std::string name = customer_of(told);
  const auto customer = party_by_designation(desk.rows(), name);
  if (!customer || !desk.scope().covers({.customer = customer->key})) {
    return refused(Refusal::customer_unknown, {{"reference", name}});
  }
  const auto title = name_from(told.title);
  if (!title) return refused(Refusal::name_malformed);
  const std::string reference{told.names.text(told.history.ticket)};
  if (ticket_by_reference(desk.rows(), Scope::whole(), reference)) {
    return refused(Refusal::reference_taken, {{"reference", reference}});
  }
  Act& act = desk.open(ActWord::ticket_opened, Thing::ticket, reference);
  const Key<TicketRow> key =
      add_ticket_row(desk.rows(), {.reference = reference,
                                   .version = 0,
                                   .customer = customer->key,
                                   .opened_at = told.history.events.front().at,
                                   .ended_at = {},
                                   .phase = Phase::open,
                                   .title = *title});
  add_words(desk.rows(), key, reference + " " + *title);
  for (const Event& event : told.history.events) act.add(row_of(event, key, told.names));
  (void)judge_again(act, *shelf.terms(desk.rows()), key);
  return reference;
}

}  // namespace vigie
