#include "usecase/warning/agreement_dates.h"

#include "engine/agreement/lifecycle.h"
#include "store/agreement/agreement.h"
#include "usecase/typed_text.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

/// A day that matters of an agreement, and when it begins and is over.
struct Day {
  CivilDay day;
  Interval interval;
  Instant told_from;
};

std::optional<CivilDay> day_told(const Agreement& agreement, WarningTrigger watches) {
  if (watches == WarningTrigger::notice_to_give) return agreement.notice_by;
  if (watches != WarningTrigger::agreement_ends || agreement.tacit_renewal) return std::nullopt;
  return agreement.in_force.to;
}

Day day_of(const Zone& zone, CivilDay day, std::int64_t days_before) {
  const auto edge = [&](std::chrono::sys_days at) {
    return zone.instant_of_edge(CivilTime{at.time_since_epoch()});
  };
  const std::chrono::sys_days at{day.time_since_epoch()};
  return {.day = day,
          .interval = {edge(at), edge(at + std::chrono::days{1})},
          .told_from = edge(at - std::chrono::days{days_before})};
}

class DatesReading {
 public:
  DatesReading(Connection& rows, const TermsInForce& terms, Instant now)
      : rows_{rows}, terms_{terms}, now_{now} {}

  std::vector<Reached> read() {
    for (std::uint32_t i = 0; i < terms_.terms.agreements().size(); ++i) {
      const Agreement& agreement = terms_.terms.agreement(i);
      const bool is_last = terms_.terms.versions(i).back() == i;
      if (!is_last || !was_signed(agreement.state) || is_stopped(agreement.state)) continue;
      for (const RuleInForce& rule : terms_.rules->rules) look(rule, agreement, i);
    }
    return std::move(reached_);
  }

 private:
  void look(const RuleInForce& rule, const Agreement& agreement, std::uint32_t index) {
    const auto day = day_told(agreement, rule.row.watches);
    if (!day || (rule.row.kind && *rule.row.kind != agreement.kind)) return;
    const Day told = day_of(terms_.terms.zone(index), *day, rule.row.amount);
    const bool is_now = told.told_from <= now_ && now_ < told.interval.to;
    if (!is_now || told.interval.to <= rule.row.since) return;
    const auto reference = reference_from(agreement.id);
    if (!rule.row.agreement.empty() && reference != rule.row.agreement) return;
    const auto kept = agreement_by_reference(rows_, Scope::whole(), reference.value_or(""));
    if (!kept || !rule.is_of_customer(kept->row.customer)) return;
    reached_.push_back({.cause = rule.row.reference + "/" + kept->row.reference + "/" +
                                 std::to_string(agreement.version) + "/" +
                                 std::to_string(told.day.time_since_epoch().count()) + "/" +
                                 std::to_string(rule.row.amount),
                        .row = {.rule = rule.key,
                                .watches = rule.row.watches,
                                .amount = rule.row.amount,
                                .thing = Thing::agreement,
                                .subject = kept->row.reference,
                                .customer = kept->row.customer,
                                // A rule made later tells of it when it is made, and is not late.
                                .of_at = std::max(told.told_from, rule.row.since),
                                .agreement = agreement.id,
                                .agreement_version = agreement.version,
                                .kind = agreement.kind,
                                .due_at = told.interval.from},
                        .ladder = rule.row.ladder});
  }

  Connection& rows_;
  const TermsInForce& terms_;
  Instant now_;
  std::vector<Reached> reached_;
};

}  // namespace

std::vector<Reached> dates_reached(Connection& rows, const TermsInForce& terms, Instant now) {
  return DatesReading{rows, terms, now}.read();
}

}  // namespace vigie
