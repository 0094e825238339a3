#include "usecase/ticket/ticket_then.h"

#include "engine/derivation/explained_ticket.h"
#include "engine/ticket/timeline.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/ticket/tied.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

Refused not_known(Instant at) {
  return {.refusal = Refusal::not_known_yet, .arguments = {{"at", text_of(at)}}, .faults = {}};
}

/// Whether anything had happened to it by then, that was recorded by then.
bool is_known(const History& history, JudgedAt at) {
  Timeline timeline;
  read_timeline({.history = history, .as_of = at.as_of, .known_at = at.known_at}, timeline);
  return timeline.is_opened;
}

bool is_asked(const ExplainTicket& asked, const Terms& terms, const Judgement& judgement) {
  const Agreement& agreement = terms.agreement(judgement.agreement);
  return (!asked.agreement || agreement.id == *asked.agreement) &&
         (!asked.commitment || agreement.commitments[judgement.commitment].id == *asked.commitment);
}

}  // namespace

Outcome<TicketView> ticket_then(const Look& look, TermsShelf& shelf, std::string_view reference,
                                const TicketThen& asked) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  const bool is_now = !asked.as_of && !asked.known_at && kept->row.phase != Phase::deferred;
  if (is_now) return ticket(look, shelf, reference);
  const Instant now = clock_of_database(look.rows);
  const JudgedAt at{.as_of = asked.as_of.value_or(now),
                    .known_at = asked.known_at.value_or(last_instant)};
  const SharedTerms terms = shelf.terms(look.rows);
  const Judged judged = judged_at(look.rows, *terms, kept->key, at);
  if (judged.row.version == 0 || judged.row.opened_at > at.as_of) {
    return not_known(std::min(at.as_of, at.known_at));
  }
  return view_of({.row = judged.row,
                  .customer = party_reference(look.rows, kept->row.customer),
                  .clocks = judged.clocks,
                  .terms = terms.get(),
                  .outside = outside_view(look.rows, look.caller, kept->row.customer)},
                 at.as_of);
}

Outcome<TicketExplained> explain_ticket(const Look& look, TermsShelf& shelf,
                                        std::string_view reference, const ExplainTicket& asked) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  const JudgedAt at{.as_of = asked.as_of.value_or(clock_of_database(look.rows)),
                    .known_at = asked.known_at.value_or(last_instant)};
  const SharedTerms terms = shelf.terms(look.rows);
  const TiedTickets tied = read_tied(
      look.rows, *terms, {.ticket = kept->key, .as_of = at.as_of, .known_at = at.known_at});
  if (!is_known(tied.first().history, at)) return not_known(std::min(at.as_of, at.known_at));
  const bool with_chain = reads_chain(look.caller, kept->row.customer);
  const ExplainedTicket explained{{.terms = terms->terms,
                                   .histories = tied.histories,
                                   .names = tied.names,
                                   .as_of = at.as_of,
                                   .known_at = at.known_at,
                                   .claims = tied.claims,
                                   .names_chain = with_chain},
                                  tied.first().history};
  TicketExplained view{.reference = kept->row.reference,
                       .version = kept->row.version,
                       .as_of = at.as_of,
                       .derivations = {}};
  for (const Judgement& judgement : explained.judgements()) {
    if (!is_asked(asked, terms->terms, judgement)) continue;
    if (is_of_chain(terms->terms.agreement(judgement.agreement).kind) && !with_chain) continue;
    view.derivations.push_back(explained.derivation_of(judgement));
  }
  if (view.derivations.empty() && (asked.commitment || asked.agreement)) {
    return Refused{Refusal::commitment_unknown,
                   {{"commitment", asked.commitment.value_or(asked.agreement.value_or(""))}},
                   {}};
  }
  return view;
}

}  // namespace vigie
