#include "store/outage/outage.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {

namespace {

KeptOutage outage_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<OutageRow>(row, 1)};
}

const std::string& select_outage() {
  static const std::string text = "select o.id, " + select_list<OutageRow>("o") + " from outage o";
  return text;
}

}  // namespace

bool covers(const Scope& scope, const std::optional<Key<PartyRow>>& customer) {
  return customer ? scope.covers({.customer = *customer}) : scope.is_whole();
}

std::optional<KeptOutage> outage_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference) {
  static const std::string select = select_outage() + " where o.reference = $1";
  std::optional<KeptOutage> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = outage_from(row); });
  if (!found || !covers(scope, found->row.customer)) return std::nullopt;
  return found;
}

KeptOutage outage_by_key(Connection& rows, Key<OutageRow> key) {
  static const std::string select = select_outage() + " where o.id = $1";
  std::optional<KeptOutage> found;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { found = outage_from(row); });
  ensure(found.has_value(), "an outage whose key was read is there");
  return *std::move(found);
}

Key<OutageRow> add_outage_row(Connection& rows, const OutageRow& row) {
  static const std::string insert = insert_statement<OutageRow>("outage") + " returning id";
  Key<OutageRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_outage_row(Connection& rows, Key<OutageRow> key, const OutageRow& row,
                       std::int64_t before) {
  static const std::string update = update_statement<OutageRow>("outage");
  std::array<Parameter, field_count<OutageRow>() + 2> values;
  put_values(row, values);
  values[field_count<OutageRow>()] = key.value;
  values[field_count<OutageRow>() + 1] = before;
  return rows.run(update, values) == 1;
}

std::vector<OutageEventRow> events_of(Connection& rows, Key<OutageRow> key) {
  static const std::string select = "select " + select_list<OutageEventRow>() +
                                    " from outage_event where outage = $1 order by sequence";
  std::vector<OutageEventRow> events;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { events.push_back(row_from<OutageEventRow>(row)); });
  return events;
}

bool SeenByScope::covers(const std::optional<Key<PartyRow>>& customer,
                         std::string_view item) const {
  if (customer || scope.is_whole()) return vigie::covers(scope, customer);
  return item.empty() || std::ranges::find(items, item) != items.end();
}

std::string seen_condition(const SeenByScope& seen, std::string_view alias,
                           std::vector<Parameter>& values) {
  const std::string customer = std::string{alias} + ".customer";
  const std::string condition = scope_condition(seen.scope, {.customer = customer}, values);
  if (seen.scope.is_whole()) return condition;
  std::string list = "''";
  for (const std::string& item : seen.items) {
    values.emplace_back(std::string_view{item});
    list += ", $" + std::to_string(values.size());
  }
  return "(" + condition + " or (" + customer + " is null and " + std::string{alias} +
         ".item in (" + list + ")))";
}

std::vector<KeptOutage> outages_before(Connection& rows, const SeenByScope& seen,
                                       const PlaceInTime& before, std::int64_t most) {
  static const std::string select = select_outage() + " where (o.began_at, o.id) < ($1, $2) and ";
  std::vector<Parameter> values{before.at.time_since_epoch().count(), before.key, most};
  const std::string condition = seen_condition(seen, "o", values);
  std::vector<KeptOutage> found;
  rows.run(select + condition + " order by o.began_at desc, o.id desc limit $3", values,
           [&](const Row& row) { found.push_back(outage_from(row)); });
  return found;
}

}  // namespace vigie
