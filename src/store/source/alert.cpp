#include "store/source/alert.h"

#include <algorithm>

namespace vigie {

std::vector<KeptAlert> times_of_alert(Connection& rows, Key<FactSourceRow> source,
                                      std::string_view fingerprint) {
  static const std::string select =
      select_kept<AlertRow>() +
      " where t.source = $1 and t.fingerprint = $2 order by t.began_at desc limit $3";
  std::vector<KeptAlert> found;
  rows.run(select, std::array<Parameter, 3>{source.value, fingerprint, most_times_of_alert},
           [&](const Row& row) { found.push_back(kept_from<AlertRow>(row)); });
  std::ranges::reverse(found);
  return found;
}

void change_alert(Connection& rows, const KeptAlert& alert) {
  static const std::string update = [] {
    std::string text = "update alert set ";
    std::size_t next = 0;
    for (const std::string_view name : column_names<AlertRow>()) {
      text += (next == 0 ? "" : ", ") + std::string{name} + " = $" + std::to_string(next + 1);
      ++next;
    }
    return text + " where id = $" + std::to_string(next + 1);
  }();
  std::array<Parameter, field_count<AlertRow>() + 1> values;
  put_values(alert.row, values);
  values.back() = alert.key.value;
  rows.run(update, values);
}

std::vector<AlertToSettle> alerts_to_settle(Connection& rows, Instant now, std::int64_t most) {
  std::vector<AlertToSettle> found;
  rows.run(
      "select source, fingerprint from alert where changes_at <= $1 order by changes_at limit $2",
      std::array<Parameter, 2>{FieldValue<Instant>::to_sql(now), most}, [&](const Row& row) {
        found.push_back({.source = {row.whole(0)}, .fingerprint = std::string{row.text(1)}});
      });
  return found;
}

std::optional<Instant> next_settling(Connection& rows) {
  std::optional<Instant> next;
  rows.run("select min(changes_at) from alert where changes_at is not null", {},
           [&](const Row& row) { next = FieldValue<std::optional<Instant>>::from_sql(row, 0); });
  return next;
}

std::vector<ListedAlert> alerts_before(Connection& rows, const Scope& scope,
                                       Key<FactSourceRow> source, std::int64_t before,
                                       std::int64_t most) {
  std::vector<Parameter> values{source.value, before, most};
  const std::string condition = scope_condition(scope, {.customer = "t.customer"}, values);
  const std::string select =
      "select t.id, " + select_list<AlertRow>("t") +
      ", p.reference, o.reference from alert t left join party p on p.id = t.customer"
      " left join outage o on o.id = t.outage where t.source = $1 and (t.id < $2 or $2 = 0) and " +
      condition + " order by t.id desc limit $3";
  constexpr int after = static_cast<int>(field_count<AlertRow>()) + 1;
  std::vector<ListedAlert> found;
  rows.run(select, values, [&](const Row& row) {
    found.push_back({.kept = kept_from<AlertRow>(row),
                     .customer = FieldValue<std::optional<std::string>>::from_sql(row, after),
                     .outage = FieldValue<std::optional<std::string>>::from_sql(row, after + 1)});
  });
  return found;
}

std::int64_t forget_alerts(Connection& rows, Instant before, std::int64_t most) {
  return rows.run(
      "delete from alert where id in (select a.id from alert a left join outage o on o.id = "
      "a.outage"
      " where a.changes_at is null and (o.id is null or o.restored_at < $1) and (a.ended_at < $1 or"
      " (a.ended_at is null and exists (select 1 from alert n where n.source = a.source and"
      " n.fingerprint = a.fingerprint and n.began_at > a.began_at and n.began_at < $1)))"
      " order by a.id limit $2)",
      std::array<Parameter, 2>{FieldValue<Instant>::to_sql(before), most});
}

}  // namespace vigie
