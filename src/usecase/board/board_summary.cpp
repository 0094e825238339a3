#include "usecase/board/board_summary.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr std::size_t most_customers = 200;

TicketFilter filter_of(const BoardAsked& asked) {
  TicketFilter filter;
  filter.customer = asked.customer;
  filter.holder = asked.holder;
  filter.team = asked.team;
  filter.kind = asked.kind;
  filter.priority = asked.priority;
  filter.service = asked.service;
  filter.site = asked.site;
  filter.phase = asked.phase;
  filter.major = asked.major;
  filter.overdue = asked.overdue;
  filter.due_within_minutes = asked.due_within_minutes;
  return filter;
}

/// By its kind, what a party is called that has the ball; a word of a role stands for itself.
Role role_of(Connection& rows, const std::string& holder) {
  if (holder.empty()) return Role::nobody;
  if (const auto role = from_key<Role>(holder)) return *role;
  const auto party = party_by_designation(rows, holder);
  if (!party) return Role::third_party;
  switch (party->row.kind) {
    case PartyKind::owner:
      return Role::provider;
    case PartyKind::customer:
      return Role::customer;
    case PartyKind::supplier:
      break;
  }
  return Role::supplier;
}

std::int64_t BucketCounts::* member_of(Role role) {
  switch (role) {
    case Role::provider:
      return &BucketCounts::provider;
    case Role::supplier:
      return &BucketCounts::supplier;
    case Role::customer:
      return &BucketCounts::customer;
    case Role::third_party:
      return &BucketCounts::third_party;
    case Role::nobody:
      break;
  }
  return &BucketCounts::nobody;
}

void add_holders(Connection& rows, const BoardCounts& counts, BoardSummary& summary) {
  constexpr BucketCounts BoardBuckets::* members[board_buckets] = {
      &BoardBuckets::overdue,        &BoardBuckets::within_30_minutes,
      &BoardBuckets::within_2_hours, &BoardBuckets::today,
      &BoardBuckets::later,          &BoardBuckets::paused,
      &BoardBuckets::without_clock};
  for (const auto& [holder, of_bucket] : counts.of_holder) {
    const auto member = member_of(role_of(rows, holder));
    for (std::size_t i = 0; i < board_buckets; ++i) {
      BucketCounts& bucket = summary.buckets.*members[i];
      bucket.total += of_bucket[i];
      bucket.*member += of_bucket[i];
      summary.open += of_bucket[i];
    }
  }
}

void add_customers(Connection& rows, const BoardCounts& counts, BoardSummary& summary) {
  std::vector<std::pair<std::int64_t, BoardCountsOfCustomer>> all{counts.of_customer.begin(),
                                                                  counts.of_customer.end()};
  summary.customers_total = std::ssize(all);
  std::ranges::sort(all, [](const auto& a, const auto& b) {
    return std::tie(b.second.overdue, b.second.at_risk, b.second.open, a.first) <
           std::tie(a.second.overdue, a.second.at_risk, a.second.open, b.first);
  });
  if (all.size() > most_customers) all.resize(most_customers);
  for (const auto& [key, each] : all) {
    const KeptParty party = party_of_key(rows, {key});
    summary.customers.push_back({.reference = party.row.reference,
                                 .name = party.row.name,
                                 .open = each.open,
                                 .overdue = each.overdue,
                                 .at_risk = each.at_risk});
  }
}

}  // namespace

Outcome<BoardSummary> board_summary(Installation& here, TicketBoard& board, const Rights& rights,
                                    const BoardAsked& asked) {
  const TicketFilter filter = filter_of(asked);
  if (auto refusal = refusal_of_names(rights, filter)) return *std::move(refusal);
  const auto counted =
      board.count(rights.scope_of(Permission::read_tickets), filter, asked.day_ends_at);
  if (!counted) return counted.error();
  BoardSummary summary;
  here.database.read([&](Connection& rows) {
    summary = {.as_of = counted->as_of, .at_risk = counted->counts.at_risk};
    add_holders(rows, counted->counts, summary);
    add_customers(rows, counted->counts, summary);
  });
  return summary;
}

}  // namespace vigie
