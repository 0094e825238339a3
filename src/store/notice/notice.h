// That a point was reached, each once.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>

#include "store/journal/rows.h"
#include "store/warning/rule.h"

namespace vigie {

struct NoticeRow {
  std::string reference;
  std::int64_t version = 1;
  Key<ActRow> act{};
  Key<WarningRuleRow> rule{};
  WarningTrigger watches{};
  std::int64_t amount = 0;
  Thing thing{};
  std::string subject;
  std::optional<Key<PartyRow>> customer = {};
  std::string team;
  std::string site;
  Instant of_at;
  Instant at;
  std::string agreement;
  std::int64_t agreement_version = 0;
  std::string commitment;
  std::string label;
  std::optional<AgreementKind> kind = {};
  std::optional<Metric> metric = {};
  std::int64_t cycle = 0;
  std::string period;
  Duration target{};
  std::optional<Instant> due_at = {};
  std::int64_t level = 0;
  std::optional<Instant> next_level_at = {};
  std::optional<Key<AccountRow>> acknowledged_by = {};
  std::optional<Instant> acknowledged_at = {};
};

template <>
inline constexpr StoreTable table_of<NoticeRow> = StoreTable::notice;
template <>
inline constexpr auto fields_of<NoticeRow> = std::tuple{
    field("reference", &NoticeRow::reference, "Digest of what was reached: the same, each time."),
    field("version", &NoticeRow::version, "Raised by one by each change."),
    field("act", &NoticeRow::act, "Which act made it."),
    field("rule", &NoticeRow::rule, "By which rule."),
    field("watches", &NoticeRow::watches, "What the rule told of, then."),
    field("amount", &NoticeRow::amount, "Of the rule, then."),
    field("thing", &NoticeRow::thing, "What kind of thing it is about."),
    field("subject", &NoticeRow::subject, "Which one, by reference."),
    field("customer", &NoticeRow::customer, "Whose it is."),
    field("team", &NoticeRow::team, "Which team had the ball."),
    field("site", &NoticeRow::site, "Site concerned."),
    field("of_at", &NoticeRow::of_at, "When the point was reached."),
    field("at", &NoticeRow::at, "When the notice was made."),
    field("agreement", &NoticeRow::agreement, "Which agreement promised it; empty: none."),
    field("agreement_version", &NoticeRow::agreement_version, "In which version."),
    field("commitment", &NoticeRow::commitment, "Which commitment or target; empty: none."),
    field("label", &NoticeRow::label, "The parties' own word for it."),
    field("kind", &NoticeRow::kind, "SLA, OLA or underpinning contract."),
    field("metric", &NoticeRow::metric, "What is measured."),
    field("cycle", &NoticeRow::cycle, "Which passage or repetition, from 0."),
    field("period", &NoticeRow::period, "Which period, as the scorecard calls it; empty: none."),
    field("target", &NoticeRow::target, "Promised."),
    field("due_at", &NoticeRow::due_at, "When the target is passed, or the last day begins."),
    field("level", &NoticeRow::level, "Which level of its ladder was told last."),
    field("next_level_at", &NoticeRow::next_level_at, "When the next one is; none: nobody else."),
    field("acknowledged_by", &NoticeRow::acknowledged_by, "Who answered."),
    field("acknowledged_at", &NoticeRow::acknowledged_at, "When."),
};

/// A notice is late when it was made so long after its point was reached.
inline constexpr Duration notice_is_late_after = std::chrono::minutes{1};

/// Those of `references` that are there already.
std::set<std::string> notices_among(Connection& rows, std::span<const std::string> references);

/// Adds those that are not there yet; one key each: none when it was there.
std::vector<std::optional<Key<NoticeRow>>> add_notices(Connection& rows,
                                                       std::span<const NoticeRow> notices);

/// A notice whose next level has come, and the ladder of its rule.
struct NoticeToClimb {
  KeptRow<NoticeRow> kept;
  Key<EscalationLadderRow> ladder{};
};

/// Those that nobody answered, the first ones first, at most so many; on PostgreSQL those that
/// nobody else holds, and held until the end of the transaction.
std::vector<NoticeToClimb> notices_to_climb(Connection& rows, std::int64_t most);

/// When the first next level of all is; none: there is none.
std::optional<Instant> first_level_to_climb(Connection& rows);

}  // namespace vigie
