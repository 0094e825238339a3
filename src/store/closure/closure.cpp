#include "store/closure/closure.h"

namespace vigie {

namespace {

constexpr BelongingColumns columns{.customer = "c.customer"};

}  // namespace

std::optional<ClosureRow> closure_by_reference(Connection& rows, const Scope& scope,
                                               std::string_view reference) {
  static const std::string select =
      "select " + select_list<ClosureRow>("c") + " from closure c where c.reference = $1";
  std::optional<ClosureRow> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = row_from<ClosureRow>(row); });
  if (found && !scope.covers({.customer = found->customer})) return std::nullopt;
  return found;
}

std::optional<ClosureRow> closure_of(Connection& rows, std::string_view agreement,
                                     std::string_view period) {
  static const std::string select = "select " + select_list<ClosureRow>("c") +
                                    " from closure c where c.agreement = $1 and c.period = $2"
                                    " order by c.revision desc limit 1";
  std::optional<ClosureRow> found;
  rows.run(select, std::array<Parameter, 2>{agreement, period},
           [&](const Row& row) { found = row_from<ClosureRow>(row); });
  return found;
}

std::vector<ClosureRow> closures_within(Connection& rows, const Scope& scope) {
  static const std::string select =
      "select " + select_list<ClosureRow>("c") + " from closure c where ";
  std::vector<Parameter> values;
  const std::string condition = scope_condition(scope, columns, values);
  std::vector<ClosureRow> found;
  rows.run(select + condition + " order by c.agreement, c.act, c.rank", values,
           [&](const Row& row) { found.push_back(row_from<ClosureRow>(row)); });
  return found;
}

std::vector<ListedClosure> closures_after(Connection& rows, const Scope& scope,
                                          const ClosurePlace& after, std::int64_t most) {
  static const std::string select =
      "select p.reference, " + select_list<ClosureRow>("c") +
      " from closure c join party p on p.id = c.customer"
      " where (c.agreement, c.period, c.revision) > ($1, $2, $3) and ";
  std::vector<Parameter> values{std::string_view{after.agreement}, std::string_view{after.period},
                                after.revision, most};
  const std::string condition = scope_condition(scope, columns, values);
  std::vector<ListedClosure> found;
  rows.run(select + condition + " order by c.agreement, c.period, c.revision limit $4", values,
           [&](const Row& row) {
             found.push_back(
                 {.row = row_from<ClosureRow>(row, 1), .customer = std::string{row.text(0)}});
             found.back().row.document.clear();
           });
  return found;
}

}  // namespace vigie
