#include "store/outage/maintenance.h"

namespace vigie {

namespace {

KeptMaintenance maintenance_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<MaintenanceRow>(row, 1)};
}

const std::string& select_maintenance() {
  static const std::string text =
      "select m.id, " + select_list<MaintenanceRow>("m") + " from maintenance_window m";
  return text;
}

}  // namespace

std::optional<KeptMaintenance> maintenance_by_reference(Connection& rows, const Scope& scope,
                                                        std::string_view reference) {
  static const std::string select = select_maintenance() + " where m.reference = $1";
  std::optional<KeptMaintenance> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = maintenance_from(row); });
  if (!found || !covers(scope, found->row.customer)) return std::nullopt;
  return found;
}

Key<MaintenanceRow> add_maintenance_row(Connection& rows, const MaintenanceRow& row) {
  static const std::string insert =
      insert_statement<MaintenanceRow>("maintenance_window") + " returning id";
  Key<MaintenanceRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_maintenance_row(Connection& rows, Key<MaintenanceRow> key, const MaintenanceRow& row) {
  static const std::string update = update_statement<MaintenanceRow>("maintenance_window");
  std::array<Parameter, field_count<MaintenanceRow>() + 2> values;
  put_values(row, values);
  values[field_count<MaintenanceRow>()] = key.value;
  values[field_count<MaintenanceRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

std::vector<KeptMaintenance> maintenance_before(Connection& rows, const SeenByScope& seen,
                                                const PlaceInTime& before, std::int64_t most) {
  static const std::string select =
      select_maintenance() + " where (m.starts_at, m.id) < ($1, $2) and ";
  std::vector<Parameter> values{before.at.time_since_epoch().count(), before.key, most};
  const std::string condition = seen_condition(seen, "m", values);
  std::vector<KeptMaintenance> found;
  rows.run(select + condition + " order by m.starts_at desc, m.id desc limit $3", values,
           [&](const Row& row) { found.push_back(maintenance_from(row)); });
  return found;
}

}  // namespace vigie
