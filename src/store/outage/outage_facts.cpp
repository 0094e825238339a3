#include "store/outage/outage_facts.h"

namespace vigie {

namespace {

/// What is everyone's counts for each customer; within a scope that is not everything it is not
/// seen.
std::string condition_of(const FactsWanted& wanted, std::string_view column,
                         std::vector<Parameter>& values) {
  if (!wanted.customer) return scope_condition(wanted.scope, {.customer = column}, values);
  values.emplace_back(wanted.customer->value);
  const std::string name{column};
  return "(" + name + " = $" + std::to_string(values.size()) + " or " + name + " is null)";
}

}  // namespace

void each_outage_event(
    Connection& rows, const FactsWanted& wanted,
    const std::function<void(const OutageRow& outage, const OutageEventRow& event)>& each) {
  static const std::string select = "select " + select_list<OutageRow>("o") + ", " +
                                    select_list<OutageEventRow>("e") +
                                    " from outage o join outage_event e on e.outage = o.id where ";
  constexpr int second = static_cast<int>(field_count<OutageRow>());
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "o.customer", values);
  rows.run(select + condition + " order by o.id, e.sequence", values, [&](const Row& row) {
    each(row_from<OutageRow>(row), row_from<OutageEventRow>(row, second));
  });
}

void each_announcement(Connection& rows, const FactsWanted& wanted,
                       const std::function<void(const std::string& reference,
                                                const MaintenanceAnnouncementRow& row)>& each) {
  static const std::string select = "select m.reference, " +
                                    select_list<MaintenanceAnnouncementRow>("a") +
                                    " from maintenance_window m join maintenance_announcement a"
                                    " on a.maintenance = m.id where ";
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "m.customer", values);
  rows.run(select + condition + " order by m.id, a.number", values, [&](const Row& row) {
    each(std::string{row.text(0)}, row_from<MaintenanceAnnouncementRow>(row, 1));
  });
}

void each_observation(Connection& rows, const FactsWanted& wanted,
                      const std::function<void(const ObservationRow&)>& each) {
  static const std::string select =
      "select " + select_list<ObservationRow>("b") + " from observation b where ";
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "b.customer", values);
  rows.run(select + condition + " order by b.act, b.rank", values,
           [&](const Row& row) { each(row_from<ObservationRow>(row)); });
}

}  // namespace vigie
