#include "stored_page.h"

#include <algorithm>
#include <set>

#include "notation/agreement_writer.h"
#include "notation/json/json_writer.h"
#include "notation/page/rfc3339.h"
#include "server/api/agreement_routes.h"
#include "server/api/party_routes.h"
#include "server/figures/closure_routes.h"
#include "server/figures/figure_routes.h"
#include "store/people/party.h"
#include "store/ticket/event_row.h"
#include "store/ticket/ticket.h"
#include "stored_outages.h"

namespace vigie::stored_cases {

namespace {

std::string body_of(const std::vector<std::pair<std::string_view, std::string>>& members) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, text] : members) json.field(name, std::string_view{text});
  json.end_object();
  return json.take();
}

/// The customer of a ticket, as its first classification says; none: that of the agreement.
std::string customer_of(const History& history, const Names& names) {
  for (const Event& event : history.events) {
    if (event.word == EventWord::classified && event.attribute == Attribute::customer) {
      return std::string{names.text(event.value)};
    }
  }
  return {};
}

/// The text of the first member of that name.
std::string text_member(const std::string& body, const std::string& name) {
  const std::string head = "\"" + name + "\":\"";
  const auto from = body.find(head) + head.size();
  return body.substr(from, body.find('"', from) - from);
}

}  // namespace

std::string query_of(const CaseReading& reading, Instant as_of) {
  std::string query = "as_of=" + rfc3339(as_of);
  if (reading.known_at != last_instant) query += "&known_at=" + rfc3339(reading.known_at);
  return query;
}

std::vector<Route> StoredPages::routes(Installation& here) {
  shelf_.emplace(reader_, zones_);
  std::vector<Route> all = party_routes(here);
  for (auto& route : agreement_routes(here, *shelf_)) all.push_back(std::move(route));
  for (auto& route : closure_routes({here, *shelf_, questions_, closures_})) {
    all.push_back(std::move(route));
  }
  for (auto& route : figure_routes({here, *shelf_, questions_, closures_}))
    all.push_back(std::move(route));
  return all;
}

// What the routes hold is the place of the shelf, which stays.
void StoredPages::empty() {
  here().database.act([](Connection& rows) {
    for (const char* table :
         {"outage_event", "outage", "maintenance_announcement", "maintenance_window", "observation",
          "penalty_step", "penalty", "reopening", "closure", "ticket_clock", "ticket_event",
          "ticket", "agreement_version", "agreement", "party"}) {
      rows.run("delete from " + std::string{table}, {});
    }
  });
  shelf_.emplace(reader_, zones_);
  parties_ = 0;
}

void StoredPages::add_party(const std::string& designation) {
  const Response added = ask({.method = Method::post,
                              .path = "/api/parties",
                              .body = body_of({{"reference", "party-" + std::to_string(++parties_)},
                                               {"kind", "customer"},
                                               {"name", designation}})});
  EXPECT_EQ(added.status, 201) << added.body;
}

void StoredPages::add_agreements(const CaseFile& file, const CaseVariant& variant) {
  // What underpins an agreement is there before it.
  std::vector<Agreement> agreements = variant.terms.agreements;
  std::ranges::stable_sort(agreements, std::ranges::greater{}, &Agreement::kind);
  for (const Agreement& agreement : agreements) {
    const Response added =
        ask({.method = Method::post,
             .path = "/api/agreements",
             .body = body_of({{"document", agreement_text(agreement, file.names)}})});
    EXPECT_EQ(added.status, 201) << added.body;
  }
}

Key<TicketRow> StoredPages::add_ticket(Desk& desk, const History& history, const Names& names,
                                       const std::string& customer) {
  const auto party = party_by_designation(desk.rows(), customer);
  Act& act = desk.open(ActWord::ticket_opened, Thing::ticket, "pages");
  const Key<TicketRow> key =
      add_ticket_row(desk.rows(), {.reference = std::string{names.text(history.ticket)},
                                   .customer = party->key,
                                   .opened_at = history.events.front().at,
                                   .touched = act.number()});
  for (const Event& event : history.events) act.add(row_of(event, key, names));
  return key;
}

void StoredPages::add_tickets(const CaseFile& file, const CaseVariant& variant) {
  const std::string usual = variant.terms.agreements.front().between.customer;
  for (const History& history : file.tickets.histories.tickets()) {
    std::string customer = customer_of(history, file.names);
    if (customer.empty()) customer = usual;
    const auto done = perform(here(), program_itself(), Permission::write_tickets,
                              [&](Desk& desk) -> Outcome<bool> {
                                add_ticket(desk, history, file.names, customer);
                                return true;
                              });
    EXPECT_TRUE(done.has_value());
  }
}

void StoredPages::replace_agreements(const CaseFile& file, const CaseVariant& variant) {
  here().database.act([](Connection& rows) {
    rows.run("delete from agreement_version", {});
    rows.run("delete from agreement", {});
  });
  shelf_.emplace(reader_, zones_);
  add_agreements(file, variant);
}

void StoredPages::close_periods(const CaseFile& file) {
  for (const CaseClosing& closing : file.closings) {
    std::set<std::string> done;
    for (const Agreement& agreement : file.variants.front().terms.agreements) {
      if (!done.insert(agreement.id).second) continue;
      const std::string as_of = rfc3339(closing.at);
      const Response shown = ask({.path = "/api/closure-previews?agreement=" + agreement.id +
                                          "&period=" + closing.period + "&as_of=" + as_of});
      if (shown.refusal == Refusal::period_unknown) continue;
      const Response closed =
          ask({.method = Method::post,
               .path = "/api/closures",
               .body = body_of({{"agreement", agreement.id},
                                {"period", closing.period},
                                {"as_of", as_of},
                                {"accepts", text_member(shown.body, "accepts")}})});
      EXPECT_EQ(closed.status, 201) << closed.body;
    }
  }
}

void StoredPages::store(const CaseFile& file, const CaseVariant& variant) {
  empty();
  std::set<std::string> parties;
  for (const CaseVariant& each : file.variants) {
    for (const Agreement& agreement : each.terms.agreements) {
      const auto& between = agreement.between;
      parties.insert(between.customer.empty() ? between.provider : between.customer);
    }
  }
  for (const History& history : file.tickets.histories.tickets()) {
    parties.insert(customer_of(history, file.names));
  }
  for (const std::string& party : parties) {
    if (!party.empty()) add_party(party);
  }
  add_agreements(file, variant);
  add_tickets(file, variant);
  if (file.outages.is_empty()) return;
  const auto done = perform(here(), program_itself(), Permission::write_outages,
                            [&](Desk& desk) -> Outcome<bool> {
                              add_outages(desk, file.outages, file.names);
                              return true;
                            });
  EXPECT_TRUE(done.has_value());
}

std::string StoredPages::asked_for(const std::string& address) {
  const Response answer = ask({.path = address});
  EXPECT_EQ(answer.status, 200) << answer.body;
  return answer.body;
}

Outcome<Figures> StoredPages::figures_of(const CaseReading& reading, Instant as_of) {
  FiguresAsked asked{.as_of = as_of, .keep_verdicts = true};
  if (reading.known_at != last_instant) asked.known_at = reading.known_at;
  return figures({here(), *shelf_, questions_, closures_}, program_itself(), asked);
}

}  // namespace vigie::stored_cases
