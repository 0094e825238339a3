#include "usecase/ticket/ticket.h"

#include <charconv>

#include "engine/base/require.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

constexpr std::chrono::minutes most_ahead{5};  // of the database's clock: design E6

Refused refused(Refusal refusal, std::vector<std::pair<std::string, std::string>> arguments = {}) {
  return {.refusal = refusal, .arguments = std::move(arguments), .faults = {}};
}

std::string in_capitals(std::string_view reference) {
  std::string text{reference};
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// "INC", "REQ", ...: how the reference of a ticket of that kind begins.
std::string_view prefix_of(std::string_view kind) {
  if (kind == "request") return "REQ-";
  if (kind == "problem") return "PRB-";
  if (kind == "change") return "CHG-";
  return "INC-";
}

std::optional<Refused> refusal_of_instant(Instant at, Instant now) {
  if (at <= now + most_ahead) return std::nullopt;
  return refused(Refusal::event_in_the_future, {{"at", text_of(at)}, {"now", text_of(now)}});
}

/// The rows of a ticket's events, one after the other.
class EventWriter {
 public:
  EventWriter(Act& act, Key<TicketRow> ticket, std::int64_t sequence)
      : act_{act}, ticket_{ticket}, sequence_{sequence} {}

  void write(TicketEventRow row) {
    row.ticket = ticket_;
    row.sequence = ++sequence_;
    row.recorded_at = act_.at();
    act_.add(std::move(row));
  }

 private:
  Act& act_;
  Key<TicketRow> ticket_;
  std::int64_t sequence_;
};

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
  classify(Attribute::service, asked.service);
  classify(Attribute::site, asked.site);
}

TicketEventRow row_of(const RecordEvent& asked, Instant at) {
  return {.happened_at = at,
          .word = asked.event,
          .attribute = asked.attribute.value_or(Attribute::none),
          .effect = asked.effect.value_or(Effect::now),
          .relation = asked.relation.value_or(Relation::none),
          .consent = asked.consent.value_or(false),
          .party = asked.party.value_or(""),
          .team = asked.team.value_or(""),
          .value = asked.value.value_or(""),
          .other = in_capitals(asked.other.value_or("")),
          .on_date = asked.date.value_or(Instant{})};
}

}  // namespace

Outcome<TicketView> open_ticket(Desk& desk, TermsShelf& shelf, const OpenTicket& asked) {
  const auto reference = reference_from(asked.customer);
  const auto customer =
      reference ? party_by_reference(desk.rows(), Scope::whole(), *reference) : std::nullopt;
  const Belonging belonging{.customer = customer ? customer->key : Key<PartyRow>{},
                            .part = {},
                            .team = {},
                            .site = asked.site ? std::string_view{*asked.site} : ""};
  if (!customer || !desk.scope().covers(belonging)) {
    return refused(Refusal::customer_unknown, {{"reference", asked.customer}});
  }
  const auto title = name_from(asked.title);
  if (!title) return refused(Refusal::name_malformed);
  const Instant now = clock_of_database(desk.rows());
  const Instant at = asked.opened_at.value_or(now);
  if (auto ahead = refusal_of_instant(at, now)) return *std::move(ahead);
  const std::string number = std::to_string(next_number(desk.rows(), "ticket"));
  TicketRow row{.reference = std::string{prefix_of(asked.kind.value_or("incident"))} + number,
                .version = 0,
                .customer = customer->key,
                .opened_at = at,
                .ended_at = {},
                .phase = Phase::open,
                .title = *title};
  Act& act = desk.open(ActWord::ticket_opened, Thing::ticket, row.reference);
  const Key<TicketRow> key = add_ticket_row(desk.rows(), row);
  EventWriter events{act, key, 0};
  write_opening(events, asked, customer->row.designation, at);
  const Judged judged = judge_again(act, *shelf.terms(desk.rows()), key);
  return view_of({.row = judged.row, .customer = customer->row.reference, .clocks = judged.clocks},
                 act.at());
}

Outcome<TicketView> record_event(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                 const RecordEvent& asked) {
  const auto kept = ticket_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  const Instant now = clock_of_database(desk.rows());
  const Instant when = asked.at.value_or(now);
  if (auto ahead = refusal_of_instant(when, now)) return *std::move(ahead);
  if (when < kept->row.opened_at) {
    return refused(Refusal::event_before_opening, {{"opened", text_of(kept->row.opened_at)}});
  }
  Act& act = desk.open(ActWord::ticket_event_recorded, Thing::ticket, kept->row.reference);
  EventWriter{act, kept->key, last_sequence(desk.rows(), kept->key)}.write(row_of(asked, when));
  const Judged judged = judge_again(act, *shelf.terms(desk.rows()), kept->key);
  return view_of({.row = judged.row,
                  .customer = party_reference(desk.rows(), kept->row.customer),
                  .clocks = judged.clocks},
                 act.at());
}

Outcome<TicketView> ticket(const Look& look, std::string_view reference) {
  const auto kept = ticket_by_reference(look.rows, look.scope(), in_capitals(reference));
  if (!kept) return refused(Refusal::not_found);
  return view_of({.row = kept->row,
                  .customer = party_reference(look.rows, kept->row.customer),
                  .clocks = clocks_of(look.rows, kept->key)},
                 clock_of_database(look.rows));
}

Outcome<ListPage<TicketView>> open_tickets(const Look& look, const ListAsked& asked) {
  constexpr std::string_view list = "open_tickets";
  OpenTicketPlace after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    std::int64_t opened = 0;
    const auto read = [](const std::string& text, std::int64_t& into) {
      std::from_chars(text.data(), text.data() + text.size(), into);
    };
    read((*place)[0], opened);
    read((*place)[1], after.key);
    after.opened_at = Instant{Duration{opened}};
  }
  const Instant now = clock_of_database(look.rows);
  const auto found = open_tickets_after(look.rows, look.scope(), after, asked.most + 1);
  ListPage<TicketView> page;
  const std::size_t shown = std::min(found.size(), static_cast<std::size_t>(asked.most));
  for (std::size_t i = 0; i < shown; ++i) {
    page.items.push_back(view_of({.row = found[i].kept.row,
                                  .customer = found[i].customer,
                                  .clocks = clocks_of(look.rows, found[i].kept.key)},
                                 now));
  }
  if (found.size() > shown) {
    const KeptTicket& last = found[shown - 1].kept;
    page.next =
        cursor_of(list, std::vector{std::to_string(last.row.opened_at.time_since_epoch().count()),
                                    std::to_string(last.key.value)});
  }
  return page;
}

}  // namespace vigie
