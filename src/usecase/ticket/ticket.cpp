#include "usecase/ticket/ticket.h"

#include "store/ticket/words.h"
#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// "INC", "REQ", ...: how the reference of a ticket of that kind begins.
std::string_view prefix_of(std::string_view kind) {
  if (kind == "request") return "REQ-";
  if (kind == "problem") return "PRB-";
  if (kind == "change") return "CHG-";
  return "INC-";
}

/// The opening, then what it is at the opening.
void write_opening(EventWriter& events, const OpenTicket& asked, const std::string& customer,
                   Instant at) {
  events.write({.happened_at = at, .word = EventWord::opened, .value = asked.channel.value_or("")});
  const auto classify = [&](Attribute attribute, const std::optional<std::string>& value) {
    if (!value || value->empty()) return;
    events.write({.happened_at = at,
                  .word = EventWord::classified,
                  .attribute = attribute,
                  .effect = Effect::origin,
                  .value = *value});
  };
  classify(Attribute::customer, customer);
  classify(Attribute::kind, asked.kind);
  classify(Attribute::priority, asked.priority);
  classify(Attribute::declared_priority, asked.declared_priority);
  classify(Attribute::impact, asked.impact);
  classify(Attribute::urgency, asked.urgency);
  classify(Attribute::category, asked.category);
  classify(Attribute::service, asked.service);
  classify(Attribute::site, asked.site);
}

struct OpeningChecked {
  KeptParty customer;
  std::string title;
  Instant at;
};

Outcome<OpeningChecked> check(Desk& desk, const OpenTicket& asked) {
  const auto reference = reference_from(asked.customer);
  auto customer =
      reference ? party_by_reference(desk.rows(), Scope::whole(), *reference) : std::nullopt;
  const Belonging belonging{.customer = customer ? customer->key : Key<PartyRow>{},
                            .part = {},
                            .team = {},
                            .site = asked.site ? std::string_view{*asked.site} : ""};
  if (!customer || !desk.scope().covers(belonging)) {
    return Refused{Refusal::customer_unknown, {{"reference", asked.customer}}, {}};
  }
  auto title = name_from(asked.title);
  if (!title) return refused(Refusal::name_malformed);
  const bool is_provider =
      desk.caller().rights.scope_of(Permission::act_for_provider).meets(customer->key);
  if (asked.priority && !is_provider) {
    return Refused{Refusal::event_not_yours, {{"event", "priority"}}, {}};
  }
  const Instant now = clock_of_database(desk.rows());
  const Instant at = asked.opened_at.value_or(now);
  if (auto ahead = refusal_of_instant(at, now)) return *std::move(ahead);
  return OpeningChecked{.customer = *std::move(customer), .title = *std::move(title), .at = at};
}

}  // namespace

Outcome<TicketView> open_ticket(Desk& desk, TermsShelf& shelf, const OpenTicket& asked) {
  const auto checked = check(desk, asked);
  if (!checked) return checked.error();
  const std::string number = std::to_string(next_number(desk.rows(), "ticket"));
  TicketRow row{.reference = std::string{prefix_of(asked.kind.value_or("incident"))} + number,
                .version = 0,
                .customer = checked->customer.key,
                .opened_at = checked->at,
                .ended_at = {},
                .phase = Phase::open,
                .title = checked->title};
  Act& act = desk.open(ActWord::ticket_opened, Thing::ticket, row.reference);
  const Key<TicketRow> key = add_ticket_row(desk.rows(), row);
  add_words(desk.rows(), key, row.reference + " " + row.title);
  EventWriter events{act, key, 0};
  write_opening(events, asked, checked->customer.row.designation, checked->at);
  const SharedTerms terms = shelf.terms(desk.rows());
  const Judged judged = judge_again(act, *terms, key);
  return view_of({.row = judged.row,
                  .customer = checked->customer.row.reference,
                  .clocks = judged.clocks,
                  .terms = terms.get(),
                  .outside = outside_view(desk.rows(), desk.caller(), row.customer)},
                 act.at());
}

Outcome<TicketView> ticket(const Look& look, TermsShelf& shelf, std::string_view reference) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  const SharedTerms terms = shelf.terms(look.rows);
  return view_of({.row = kept->row,
                  .customer = party_reference(look.rows, kept->row.customer),
                  .clocks = clocks_of(look.rows, kept->key),
                  .terms = terms.get(),
                  .outside = outside_view(look.rows, look.caller, kept->row.customer)},
                 clock_of_database(look.rows));
}

}  // namespace vigie
