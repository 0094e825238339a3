#include "usecase/outage/maintenance.h"

#include "engine/base/require.h"
#include "store/outage/maintenance.h"
#include "store/ticket/ticket.h"
#include "usecase/outage/concerned.h"
#include "usecase/people/customer_named.h"
#include "usecase/ticket/event_writer.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

MaintenanceView view_of(Connection& rows, const MaintenanceRow& row) {
  MaintenanceView view{.reference = row.reference,
                       .version = row.version,
                       .customer = {},
                       .item = row.item,
                       .title = row.title,
                       .starts_at = row.starts_at,
                       .ends_at = row.ends_at,
                       .announced_at = row.announced_at,
                       .withdrawn = row.withdrawn};
  if (row.customer) view.customer = party_reference(rows, *row.customer);
  return view;
}

void announce(Act& act, const KeptMaintenance& kept) {
  const MaintenanceRow& row = kept.row;
  act.add(MaintenanceAnnouncementRow{.maintenance = kept.key,
                                     .number = row.version,
                                     .item = row.item,
                                     .title = row.title,
                                     .starts_at = row.starts_at,
                                     .ends_at = row.ends_at,
                                     .announced_at = row.announced_at,
                                     .recorded_at = act.at(),
                                     .withdrawn = row.withdrawn});
}

}  // namespace

Outcome<MaintenanceView> announce_maintenance(Desk& desk, const AnnounceMaintenance& asked) {
  const auto title = name_from(asked.title);
  if (!title) return refused(Refusal::name_malformed);
  if (asked.ends_at <= asked.starts_at) return refused(Refusal::interval_empty);
  const auto customer = customer_named(desk, asked.customer);
  if (!customer) return customer.error();
  const Instant now = clock_of_database(desk.rows());
  const Instant announced = asked.announced_at.value_or(now);
  if (auto ahead = refusal_of_instant(announced, now)) return *std::move(ahead);
  const std::int64_t number = next_number(desk.rows(), "maintenance");
  KeptMaintenance made{.key = {},
                       .row = {.reference = "MNT-" + std::to_string(number),
                               .version = 1,
                               .customer = *customer,
                               .item = asked.item.value_or(""),
                               .title = *title,
                               .starts_at = asked.starts_at,
                               .ends_at = asked.ends_at,
                               .announced_at = announced}};
  Act& act = desk.open(ActWord::maintenance_announced, Thing::maintenance, made.row.reference);
  made.key = add_maintenance_row(desk.rows(), made.row);
  announce(act, made);
  return view_of(desk.rows(), made.row);
}

Outcome<MaintenanceView> change_maintenance(Desk& desk, const Addressed& at,
                                            const ChangeMaintenance& asked) {
  auto kept = maintenance_by_reference(desk.rows(), desk.scope(), in_capitals(at.reference));
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  if (kept->row.withdrawn) return refused(Refusal::maintenance_withdrawn);
  MaintenanceRow& row = kept->row;
  const auto title = name_from(asked.title.value_or(row.title));
  if (!title) return refused(Refusal::name_malformed);
  row.title = *title;
  row.starts_at = asked.starts_at.value_or(row.starts_at);
  row.ends_at = asked.ends_at.value_or(row.ends_at);
  if (row.ends_at <= row.starts_at) return refused(Refusal::interval_empty);
  const Instant now = clock_of_database(desk.rows());
  row.announced_at = asked.announced_at.value_or(now);
  if (auto ahead = refusal_of_instant(*row.announced_at, now)) return *std::move(ahead);
  row.withdrawn = asked.withdrawn.value_or(false);
  ++row.version;
  Act& act = desk.open(ActWord::maintenance_changed, Thing::maintenance, row.reference);
  ensure(change_maintenance_row(desk.rows(), kept->key, row), "its version was just read");
  announce(act, *kept);
  return view_of(desk.rows(), row);
}

Outcome<MaintenanceView> maintenance(const Look& look, TermsShelf& shelf,
                                     std::string_view reference) {
  const auto kept = maintenance_by_reference(look.rows, Scope::whole(), in_capitals(reference));
  const auto items = items_concerned(look.rows, shelf, look.scope());
  const SeenByScope seen{.scope = look.scope(), .items = items};
  if (!kept || !seen.covers(kept->row.customer, kept->row.item)) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<MaintenanceView>> maintenances(const Look& look, TermsShelf& shelf,
                                                const ListAsked& asked,
                                                const CustomerFilter& filter) {
  const auto scope = scope_narrowed(look, filter.customer);
  if (!scope) return scope.error();
  const std::string list = list_of_customer("maintenance", filter.customer);
  PlaceInTime before;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    before = {.at = Instant{Duration{whole_in((*place)[0])}}, .key = whole_in((*place)[1])};
  }
  const auto items = items_concerned(look.rows, shelf, *scope);
  const auto found =
      maintenance_before(look.rows, {.scope = *scope, .items = items}, before, asked.most + 1);
  ListPage<MaintenanceView> page;
  for (const KeptMaintenance& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) break;
    page.items.push_back(view_of(look.rows, each.row));
  }
  if (found.size() > page.items.size()) {
    const KeptMaintenance& last = found[page.items.size() - 1];
    page.next =
        cursor_of(list, std::vector{std::to_string(last.row.starts_at.time_since_epoch().count()),
                                    std::to_string(last.key.value)});
  }
  return page;
}

}  // namespace vigie
