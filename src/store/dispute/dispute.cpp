#include "store/dispute/dispute.h"

namespace vigie {

namespace {

constexpr BelongingColumns belonging{.customer = "d.customer", .team = "t.team", .site = "t.site"};
constexpr std::string_view with_ticket = " left join ticket t on t.id = d.ticket";

/// As its ticket is seen; one about an outage, by those whose reach asks for no team and no site.
bool covers(Connection& rows, const Scope& scope, const DisputeRow& row) {
  if (!row.ticket) return scope.covers({.customer = row.customer});
  const TicketRow ticket = ticket_by_key(rows, *row.ticket).row;
  return scope.covers(
      {.customer = row.customer, .part = {}, .team = ticket.team, .site = ticket.site});
}

KeptDispute kept_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<DisputeRow>(row, 1)};
}

const std::string& select_dispute() {
  static const std::string text =
      "select d.id, " + select_list<DisputeRow>("d") + " from dispute d";
  return text;
}

std::vector<KeptDispute> disputes_where(Connection& rows, std::string_view condition,
                                        std::int64_t key) {
  const std::string select =
      select_dispute() + " where " + std::string{condition} + " = $1 order by d.id";
  std::vector<KeptDispute> found;
  rows.run(select, std::array<Parameter, 1>{key},
           [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

}  // namespace

std::optional<KeptDispute> dispute_by_reference(Connection& rows, const Scope& scope,
                                                std::string_view reference) {
  static const std::string select = select_dispute() + " where d.reference = $1";
  std::optional<KeptDispute> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = kept_from(row); });
  if (!found || !covers(rows, scope, found->row)) return std::nullopt;
  return found;
}

Key<DisputeRow> add_dispute_row(Connection& rows, const DisputeRow& row) {
  static const std::string insert = insert_statement<DisputeRow>("dispute") + " returning id";
  Key<DisputeRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_dispute_row(Connection& rows, Key<DisputeRow> key, const DisputeRow& row) {
  static const std::string update = update_statement<DisputeRow>("dispute");
  std::array<Parameter, field_count<DisputeRow>() + 2> values;
  put_values(row, values);
  values[field_count<DisputeRow>()] = key.value;
  values[field_count<DisputeRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

std::vector<DisputeStepRow> steps_of(Connection& rows, Key<DisputeRow> key) {
  static const std::string select = "select " + select_list<DisputeStepRow>() +
                                    " from dispute_step where dispute = $1 order by number";
  std::vector<DisputeStepRow> steps;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { steps.push_back(row_from<DisputeStepRow>(row)); });
  return steps;
}

std::vector<KeptDispute> disputes_of_ticket(Connection& rows, Key<TicketRow> ticket) {
  return disputes_where(rows, "d.ticket", ticket.value);
}

std::vector<KeptDispute> disputes_of_outage(Connection& rows, Key<OutageRow> outage) {
  return disputes_where(rows, "d.outage", outage.value);
}

bool is_about_chain(Connection& rows, const DisputeRow& row) {
  bool is_one = false;
  rows.run("select 1 from agreement a where a.reference = lower($1) and a.kind <> 'sla'",
           std::array<Parameter, 1>{std::string_view{row.agreement}},
           [&](const Row&) { is_one = true; });
  return is_one;
}

std::vector<KeptDispute> disputes_before(Connection& rows, const DisputesWanted& wanted,
                                         const PlaceInTime& before, std::int64_t most) {
  static const std::string select =
      select_dispute() + std::string{with_ticket} + " where (d.claimed_at, d.id) < ($1, $2) and ";
  std::vector<Parameter> values{before.at.time_since_epoch().count(), before.key, most};
  std::string condition = scope_condition(wanted.scope, belonging, values);
  if (wanted.ticket) {
    values.emplace_back(wanted.ticket->value);
    condition += " and d.ticket = $" + std::to_string(values.size());
  }
  if (!wanted.with_chain) {
    condition +=
        " and not exists (select 1 from agreement a where a.reference = lower(d.agreement)"
        " and a.kind <> 'sla')";
  }
  std::vector<KeptDispute> found;
  rows.run(select + condition + " order by d.claimed_at desc, d.id desc limit $3", values,
           [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

void verdict_steps(Connection& rows, const Scope& scope, std::optional<Key<TicketRow>> ticket,
                   const std::function<void(const VerdictStep&)>& each) {
  static const std::string select =
      "select coalesce(t.reference, ''), coalesce(o.reference, ''), d.id, " +
      select_list<DisputeRow>("d") + ", " + select_list<DisputeStepRow>("s") +
      " from dispute d join dispute_step s on s.dispute = d.id"
      " left join ticket t on t.id = d.ticket left join outage o on o.id = d.outage"
      " where d.about = 'verdict' and ";
  std::vector<Parameter> values;
  std::string condition = scope_condition(scope, belonging, values);
  if (ticket) {
    values.emplace_back(ticket->value);
    condition += " and d.ticket = $" + std::to_string(values.size());
  }
  constexpr int first = 3;
  constexpr int second = first + static_cast<int>(field_count<DisputeRow>());
  rows.run(select + condition + " order by d.id, s.number", values, [&](const Row& row) {
    each({.dispute = {.key = {row.whole(2)}, .row = row_from<DisputeRow>(row, first)},
          .ticket = std::string{row.text(0)},
          .outage = std::string{row.text(1)},
          .step = row_from<DisputeStepRow>(row, second)});
  });
}

}  // namespace vigie
