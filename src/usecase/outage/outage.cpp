#include "usecase/outage/outage.h"

#include "store/outage/outage.h"
#include "usecase/outage/concerned.h"
#include "usecase/outage/outage_record.h"
#include "usecase/people/customer_named.h"
#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::optional<Refused> refusal_of_weight(const std::optional<std::int64_t>& weight) {
  if (!weight || (*weight >= 1 && *weight <= whole_weight)) return std::nullopt;
  return refused(Refusal::weight_malformed, {{"most", std::to_string(whole_weight)}});
}

OutageEventView view_of(const OutageEventRow& row) {
  OutageEventView view{.sequence = row.sequence,
                       .event = row.word,
                       .at = row.happened_at,
                       .recorded_at = row.recorded_at,
                       .weight = {},
                       .users = row.users,
                       .source = row.source,
                       .supersedes = {},
                       .note = row.note};
  if (row.weight && row.weight_of) view.weight = *row.weight * whole_weight / *row.weight_of;
  if (row.supersedes != 0) view.supersedes = row.supersedes;
  return view;
}

OutageView view_of(Connection& rows, const KeptOutage& kept, bool is_whole) {
  const OutageRow& row = kept.row;
  OutageView view{.reference = row.reference,
                  .version = row.version,
                  .customer = {},
                  .item = row.item,
                  .title = row.title,
                  .began_at = row.began_at,
                  .restored_at = row.restored_at,
                  .withdrawn = row.withdrawn,
                  .events = {}};
  if (row.customer) view.customer = party_reference(rows, *row.customer);
  if (!is_whole) return view;
  for (const OutageEventRow& event : events_of(rows, kept.key)) {
    view.events.push_back(view_of(event));
  }
  return view;
}

OutageView record(Act& act, KeptOutage kept, OutageEventRow event, const std::string& note) {
  record_event(act, kept, std::move(event), note);
  return view_of(act.rows(), kept, true);
}

OutageEventRow row_of(const RecordOutageEvent& asked, Instant at) {
  OutageEventRow row{.happened_at = at,
                     .word = asked.event,
                     .weight = asked.weight,
                     .weight_of = {},
                     .users = asked.users,
                     .source = asked.source.value_or(""),
                     .supersedes = asked.corrects.value_or(0)};
  if (row.weight) row.weight_of = whole_weight;
  return row;
}

/// What makes no sense for the outage as it stands; a correction may say anything.
std::optional<Refused> refusal_of_sense(const OutageRow& row, const RecordOutageEvent& asked,
                                        Instant at) {
  if (asked.corrects) return std::nullopt;
  const bool is_over = row.restored_at && at >= *row.restored_at;
  switch (asked.event) {
    case OutageWord::restored:
      if (is_over) return refused(Refusal::outage_is_over);
      if (at < row.began_at) return refused(Refusal::interval_empty);
      return std::nullopt;
    case OutageWord::severity_changed:
    case OutageWord::unknown:
      if (is_over) return refused(Refusal::outage_is_over);
      return std::nullopt;
    case OutageWord::confirmed:
      if (!row.restored_at) return refused(Refusal::outage_goes_on);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

Outcome<OutageView> open_outage(Desk& desk, const OpenOutage& asked) {
  const auto item = name_from(asked.item);
  if (!item) return refused(Refusal::item_missing);
  const auto title = name_from(asked.title);
  if (!title) return refused(Refusal::name_malformed);
  const auto customer = customer_named(desk, asked.customer);
  if (!customer) return customer.error();
  if (auto weight = refusal_of_weight(asked.weight)) return *std::move(weight);
  const Instant now = clock_of_database(desk.rows());
  const Instant at = asked.at.value_or(now);
  if (auto ahead = refusal_of_instant(at, now)) return *std::move(ahead);
  KeptOutage made{.key = {},
                  .row = {.reference = next_outage_reference(desk.rows()),
                          .version = 0,
                          .customer = *customer,
                          .item = *item,
                          .title = *title,
                          .began_at = at}};
  Act& act = desk.open(ActWord::outage_opened, Thing::outage, made.row.reference);
  made.key = add_outage_row(desk.rows(), made.row);
  const bool is_reported = asked.reported.value_or(false);
  const RecordOutageEvent first{.event = is_reported ? OutageWord::reported : OutageWord::detected,
                                .at = at,
                                .weight = asked.weight,
                                .users = asked.users,
                                .source = asked.source};
  return record(act, made, row_of(first, at), asked.note.value_or(""));
}

Outcome<OutageView> record_outage_event(Desk& desk, const Addressed& at,
                                        const RecordOutageEvent& asked) {
  const auto kept = outage_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  const Instant now = clock_of_database(desk.rows());
  const Instant when = asked.at.value_or(now);
  if (auto ahead = refusal_of_instant(when, now)) return *std::move(ahead);
  if (auto weight = refusal_of_weight(asked.weight)) return *std::move(weight);
  const bool corrects_nothing =
      asked.corrects && (*asked.corrects < 1 || *asked.corrects > kept->row.version);
  if (corrects_nothing) {
    return refused(Refusal::event_unknown, {{"number", std::to_string(*asked.corrects)}});
  }
  if (asked.corrects && asked.note.value_or("").empty()) return refused(Refusal::note_missing);
  if (auto sense = refusal_of_sense(kept->row, asked, when)) return *std::move(sense);
  Act& act = desk.open(ActWord::outage_event_recorded, Thing::outage, kept->row.reference);
  return record(act, *kept, row_of(asked, when), asked.note.value_or(""));
}

Outcome<OutageView> outage(const Look& look, TermsShelf& shelf, std::string_view reference) {
  const auto kept = outage_by_reference(look.rows, Scope::whole(), in_capitals(reference));
  const auto items = items_concerned(look.rows, shelf, look.scope());
  const SeenByScope seen{.scope = look.scope(), .items = items};
  if (!kept || !seen.covers(kept->row.customer, kept->row.item)) return refused(Refusal::not_found);
  return view_of(look.rows, *kept, true);
}

Outcome<ListPage<OutageView>> outages(const Look& look, TermsShelf& shelf, const ListAsked& asked,
                                      const CustomerFilter& filter) {
  const auto scope = scope_narrowed(look, filter.customer);
  if (!scope) return scope.error();
  const std::string list = list_of_customer("outages", filter.customer);
  PlaceInTime before;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    before = {.at = Instant{Duration{whole_in((*place)[0])}}, .key = whole_in((*place)[1])};
  }
  const auto items = items_concerned(look.rows, shelf, *scope);
  const auto found =
      outages_before(look.rows, {.scope = *scope, .items = items}, before, asked.most + 1);
  ListPage<OutageView> page;
  for (const KeptOutage& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) break;
    page.items.push_back(view_of(look.rows, each, false));
  }
  if (found.size() > page.items.size()) {
    const KeptOutage& last = found[page.items.size() - 1];
    page.next =
        cursor_of(list, std::vector{std::to_string(last.row.began_at.time_since_epoch().count()),
                                    std::to_string(last.key.value)});
  }
  return page;
}

}  // namespace vigie
