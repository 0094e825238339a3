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

/// Named by the customer of `column`, in a statement that begins by reference and customer.
std::string party_of(std::string_view column) {
  return " left join party p on p.id = " + std::string{column} + " where ";
}

FactOf fact_of(const Row& row) {
  return {.reference = std::string{row.text(0)},
          .customer = row.is_null(1) ? std::string{} : std::string{row.text(1)}};
}

}  // namespace

void each_outage_event(Connection& rows, const FactsWanted& wanted,
                       const std::function<void(const FactOf& of, const std::string& item,
                                                const OutageEventRow& event)>& each) {
  static const std::string select =
      "select o.reference, p.designation, o.item, " + select_list<OutageEventRow>("e") +
      " from outage o join outage_event e on e.outage = o.id" + party_of("o.customer");
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "o.customer", values);
  rows.run(select + condition + " order by o.id, e.sequence", values, [&](const Row& row) {
    each(fact_of(row), std::string{row.text(2)}, row_from<OutageEventRow>(row, 3));
  });
}

void each_announcement(
    Connection& rows, const FactsWanted& wanted,
    const std::function<void(const FactOf& of, const MaintenanceAnnouncementRow& row)>& each) {
  static const std::string select = "select m.reference, p.designation, " +
                                    select_list<MaintenanceAnnouncementRow>("a") +
                                    " from maintenance_window m join maintenance_announcement a"
                                    " on a.maintenance = m.id" +
                                    party_of("m.customer");
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "m.customer", values);
  rows.run(select + condition + " order by m.id, a.number", values, [&](const Row& row) {
    each(fact_of(row), row_from<MaintenanceAnnouncementRow>(row, 2));
  });
}

void each_observation(
    Connection& rows, const FactsWanted& wanted,
    const std::function<void(const FactOf& of, const ObservationRow& row)>& each) {
  static const std::string select = "select '', p.designation, " +
                                    select_list<ObservationRow>("b") + " from observation b" +
                                    party_of("b.customer");
  std::vector<Parameter> values;
  const std::string condition = condition_of(wanted, "b.customer", values);
  rows.run(select + condition + " order by b.act, b.rank", values,
           [&](const Row& row) { each(fact_of(row), row_from<ObservationRow>(row, 2)); });
}

}  // namespace vigie
