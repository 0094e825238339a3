#include "store/penalty/penalty.h"

namespace vigie {

namespace {

constexpr BelongingColumns columns{.customer = "x.customer"};

const std::string& select_penalty() {
  static const std::string text = "select x.id, p.reference, " + select_list<PenaltyRow>("x") +
                                  " from penalty x join party p on p.id = x.customer where ";
  return text;
}

KeptPenalty kept_from(const Row& row) {
  return {.key = {row.whole(0)},
          .row = row_from<PenaltyRow>(row, 2),
          .customer = std::string{row.text(1)}};
}

std::vector<KeptPenalty> selected(Connection& rows, const std::string& sql, Parameters values) {
  std::vector<KeptPenalty> found;
  rows.run(sql, values, [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

}  // namespace

std::optional<KeptPenalty> penalty_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference) {
  static const std::string select = select_penalty() + "x.reference = $1";
  auto found = selected(rows, select, std::array<Parameter, 1>{reference});
  if (found.empty() || !scope.covers({.customer = found[0].row.customer})) return std::nullopt;
  return std::move(found[0]);
}

std::vector<KeptPenalty> held_penalties(Connection& rows, std::string_view agreement) {
  static const std::string select =
      select_penalty() + "x.agreement = $1 and x.state = 'held' order by x.id";
  return selected(rows, select, std::array<Parameter, 1>{agreement});
}

std::vector<KeptPenalty> penalties_of_closure(Connection& rows, std::string_view closure) {
  static const std::string select = select_penalty() + "x.closure = $1 order by x.id";
  return selected(rows, select, std::array<Parameter, 1>{closure});
}

std::vector<PenaltyStepRow> steps_of(Connection& rows, Key<PenaltyRow> penalty) {
  static const std::string select = "select " + select_list<PenaltyStepRow>() +
                                    " from penalty_step where penalty = $1 order by number";
  std::vector<PenaltyStepRow> found;
  rows.run(select, std::array<Parameter, 1>{penalty.value},
           [&](const Row& row) { found.push_back(row_from<PenaltyStepRow>(row)); });
  return found;
}

Key<PenaltyRow> add_penalty_row(Connection& rows, const PenaltyRow& row) {
  static const std::string insert = insert_statement<PenaltyRow>("penalty") + " returning id";
  Key<PenaltyRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_penalty_row(Connection& rows, Key<PenaltyRow> key, const PenaltyRow& row) {
  static const std::string update = update_statement<PenaltyRow>("penalty");
  std::array<Parameter, field_count<PenaltyRow>() + 2> values;
  put_values(row, values);
  values[field_count<PenaltyRow>()] = key.value;
  values[field_count<PenaltyRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

std::vector<KeptPenalty> penalties_after(Connection& rows, const Scope& scope,
                                         const PenaltiesAsked& asked) {
  std::vector<Parameter> values{asked.after, asked.most};
  std::string sql = select_penalty() + "x.id > $1 and (";
  sql += scope_condition(asked.unproposed, columns, values);
  sql +=
      " or exists (select 1 from penalty_step s where s.penalty = x.id"
      " and s.state = 'proposed')) and ";
  sql += scope_condition(scope, columns, values) + " order by x.id limit $2";
  return selected(rows, sql, values);
}

}  // namespace vigie
