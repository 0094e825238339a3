#include "usecase/dispute/dispute.h"

#include <algorithm>

#include "store/agreement/agreement.h"
#include "store/ticket/clock_row.h"
#include "usecase/customer_filter.h"
#include "usecase/dispute/dispute_view.h"
#include "usecase/dispute/named_target.h"
#include "usecase/dispute/side.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

Refused incomplete(DisputeAbout about, std::string_view field) {
  return {.refusal = Refusal::dispute_incomplete,
          .arguments = {{"about", std::string{key_of(about)}}, {"field", std::string{field}}},
          .faults = {}};
}

/// What a dispute is about, when the caller may name it.
struct Contested {
  std::optional<KeptTicket> ticket;
  std::optional<KeptOutage> outage;
  Key<PartyRow> customer{};
};

Outcome<Contested> contested(Desk& desk, const OpenDispute& asked) {
  if (asked.ticket.has_value() == asked.outage.has_value()) {
    return refused(Refusal::dispute_misplaced);
  }
  Contested found;
  if (asked.ticket) {
    found.ticket = ticket_by_reference(desk.rows(), desk.scope(), in_capitals(*asked.ticket));
    if (!found.ticket) return Refused{Refusal::ticket_unknown, {{"reference", *asked.ticket}}, {}};
    found.customer = found.ticket->row.customer;
    return found;
  }
  found.outage = outage_by_reference(desk.rows(), Scope::whole(), in_capitals(*asked.outage));
  const auto agreement = agreement_by_reference(
      desk.rows(), desk.scope(), reference_from(asked.agreement.value_or("")).value_or(""));
  if (agreement) found.customer = agreement->row.customer;
  const bool is_seen =
      found.outage && agreement &&
      (!found.outage->row.customer || desk.scope().meets(*found.outage->row.customer));
  if (!is_seen) return refused(Refusal::dispute_misplaced);
  return found;
}

/// What the other party must be told for each thing that may be contested.
std::optional<Refused> refusal_of_fields(const OpenDispute& asked) {
  const DisputeAbout about = asked.about;
  const bool is_of_event = about == DisputeAbout::event || about == DisputeAbout::pause;
  if (about == DisputeAbout::verdict && !asked.agreement) return incomplete(about, "agreement");
  if (about == DisputeAbout::verdict && !asked.ground) return incomplete(about, "ground");
  if (about != DisputeAbout::verdict && !asked.ticket) return incomplete(about, "ticket");
  if (is_of_event && !asked.event) return incomplete(about, "event");
  if (about == DisputeAbout::priority && asked.value.value_or("").empty()) {
    return incomplete(about, "value");
  }
  if (asked.motive.empty()) return refused(Refusal::note_missing);
  return std::nullopt;
}

/// The event that is contested is there, and a pause is a wait.
std::optional<Refused> refusal_of_event(Desk& desk, const Contested& of, const OpenDispute& asked) {
  if (!asked.event || !of.ticket) return std::nullopt;
  const auto event = event_of_ticket(desk.rows(), of.ticket->key, *asked.event);
  const bool is_there =
      event && (asked.about != DisputeAbout::pause || event->word == EventWord::awaiting);
  if (is_there) return std::nullopt;
  return Refused{Refusal::event_unknown, {{"number", std::to_string(*asked.event)}}, {}};
}

Refused no_commitment(const OpenDispute& asked) {
  return {.refusal = Refusal::commitment_unknown,
          .arguments = {{"commitment", asked.commitment.value_or(asked.agreement.value_or(""))}},
          .faults = {}};
}

/// When an outage was over for good: the last that was said of its end; none: it goes on.
std::optional<Instant> end_of(Connection& rows, const KeptOutage& outage) {
  auto ended = outage.row.restored_at;
  if (!ended) return std::nullopt;
  for (const OutageEventRow& event : events_of(rows, outage.key)) {
    ended = std::max(*ended, event.happened_at);
  }
  return ended;
}

/// The commitment judges the ticket or the outage, and the claim is not too late.
std::optional<Refused> refusal_of_verdict(Desk& desk, const TermsInForce& terms,
                                          const Contested& of, const OpenDispute& asked,
                                          Instant at) {
  if (asked.about != DisputeAbout::verdict) return std::nullopt;
  const CommitmentNamed named{.agreement = asked.agreement.value_or(""),
                              .commitment = asked.commitment.value_or("")};
  const Instant now = clock_of_database(desk.rows());
  const auto claims = of.ticket
                          ? claims_for(desk.rows(), terms, of.ticket->key, {.as_of = now}, named)
                          : claims_for_outage(terms.terms, named, end_of(desk.rows(), *of.outage));
  if (claims.empty()) return no_commitment(asked);
  const auto is_late = [&](const ClaimsEnd& end) {
    return end.until && end.day_of(at) > *end.until;
  };
  if (!std::ranges::all_of(claims, is_late)) return std::nullopt;
  return Refused{Refusal::claim_too_late, {{"until", text_of(*claims.back().until)}}, {}};
}

std::optional<Refused> refusal_of_repeat(Desk& desk, const TermsInForce& terms, const Contested& of,
                                         const OpenDispute& asked) {
  const Instant now = clock_of_database(desk.rows());
  const auto known = of.ticket ? disputes_of_ticket(desk.rows(), of.ticket->key)
                               : disputes_of_outage(desk.rows(), of.outage->key);
  for (const KeptDispute& each : known) {
    const DisputeState state = standing_at(each.row, terms, now).state;
    const bool is_open = state == DisputeState::claimed || state == DisputeState::countered;
    const bool is_same = each.row.about == asked.about &&
                         each.row.agreement == asked.agreement.value_or("") &&
                         each.row.commitment == asked.commitment.value_or("") &&
                         each.row.event == asked.event.value_or(0);
    if (is_open && is_same) {
      return Refused{Refusal::dispute_repeated, {{"reference", each.row.reference}}, {}};
    }
  }
  return std::nullopt;
}

DisputeRow row_of(const OpenDispute& asked, const Contested& of, DisputeSide side, Instant at) {
  DisputeRow row{.version = 1,
                 .customer = of.customer,
                 .about = asked.about,
                 .agreement = asked.agreement.value_or(""),
                 .commitment = asked.commitment.value_or(""),
                 .event = asked.event.value_or(0),
                 .side = side,
                 .state = DisputeState::claimed,
                 .turn = other_side(side),
                 .ground = asked.ground,
                 .claimed_at = at};
  if (of.ticket) row.ticket = of.ticket->key;
  if (of.outage) row.outage = of.outage->key;
  return row;
}

}  // namespace

Outcome<DisputeView> open_dispute(Desk& desk, TermsShelf& shelf, const OpenDispute& written) {
  const SharedTerms terms = shelf.terms(desk.rows());
  const OpenDispute asked = spelt(written, terms->terms);
  const auto of = contested(desk, asked);
  if (!of) return of.error();
  if (auto refusal = refusal_of_fields(asked)) return *std::move(refusal);
  const auto side = side_of(desk, of->customer, asked.side);
  if (!side) return side.error();
  const auto at = said_at(desk, of->customer, asked.said_at);
  if (!at) return at.error();
  if (auto refusal = refusal_of_event(desk, *of, asked)) return *std::move(refusal);
  if (auto refusal = refusal_of_repeat(desk, *terms, *of, asked)) return *std::move(refusal);
  if (auto refusal = refusal_of_verdict(desk, *terms, *of, asked, *at)) return *std::move(refusal);
  KeptDispute made{.key = {}, .row = row_of(asked, *of, *side, *at)};
  made.row.reference = "DSP-" + std::to_string(next_number(desk.rows(), "dispute"));
  Act& act = desk.open(ActWord::dispute_opened, Thing::dispute, made.row.reference);
  made.key = add_dispute_row(desk.rows(), made.row);
  write_step(act, made,
             {.word = DisputeWord::claimed,
              .side = *side,
              .said_at = *at,
              .ground = asked.ground,
              .proposed_at = asked.at,
              .proposed = asked.value.value_or("")},
             asked.motive);
  if (of->ticket) judge_again(act, *terms, of->ticket->key);
  return view_of(desk.rows(), *terms, made, true);
}

Outcome<DisputeView> dispute(const Look& look, TermsShelf& shelf, std::string_view reference) {
  const auto kept = dispute_by_reference(look.rows, look.scope(), in_capitals(reference));
  const bool with_chain = look.caller.rights.hold(Permission::read_chain);
  if (!kept || (!with_chain && is_about_chain(look.rows, kept->row))) {
    return refused(Refusal::not_found);
  }
  return view_of(look.rows, *shelf.terms(look.rows), *kept, true);
}

Outcome<ListPage<DisputeView>> disputes(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                        const DisputeFilter& filter) {
  const auto scope = scope_narrowed(look, filter.customer);
  if (!scope) return scope.error();
  DisputesWanted wanted{
      .scope = *scope, .ticket = {}, .with_chain = look.caller.rights.hold(Permission::read_chain)};
  if (filter.ticket) {
    const auto ticket = ticket_by_reference(look.rows, *scope, in_capitals(*filter.ticket));
    if (!ticket) return Refused{Refusal::ticket_unknown, {{"reference", *filter.ticket}}, {}};
    wanted.ticket = ticket->key;
  }
  const std::string list =
      list_of_customer("disputes " + filter.ticket.value_or(""), filter.customer);
  PlaceInTime before;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    before = {.at = Instant{Duration{whole_in((*place)[0])}}, .key = whole_in((*place)[1])};
  }
  const SharedTerms terms = shelf.terms(look.rows);
  const auto found = disputes_before(look.rows, wanted, before, asked.most + 1);
  ListPage<DisputeView> page;
  for (const KeptDispute& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) break;
    page.items.push_back(view_of(look.rows, *terms, each, false));
  }
  if (found.size() > page.items.size()) {
    const KeptDispute& last = found[page.items.size() - 1];
    page.next =
        cursor_of(list, std::vector{std::to_string(last.row.claimed_at.time_since_epoch().count()),
                                    std::to_string(last.key.value)});
  }
  return page;
}

}  // namespace vigie
