#include "usecase/warning/period_watch.h"

#include <algorithm>

#include "engine/outlook/outlook.h"
#include "store/agreement/agreement.h"
#include "usecase/job/job.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"
#include "usecase/warning/agreement_dates.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

constexpr std::chrono::minutes between_looks{15};
constexpr std::int64_t whole = 1000;  // per mille

bool is_about_figures(WarningTrigger watches) {
  return watches == WarningTrigger::threshold_at_risk || watches == WarningTrigger::budget_spent;
}

bool is_about_periods(WarningTrigger watches) {
  return is_about_figures(watches) || watches == WarningTrigger::agreement_ends ||
         watches == WarningTrigger::notice_to_give;
}

bool any_rule(const TermsInForce& terms, bool (*is_wanted)(WarningTrigger)) {
  return std::ranges::any_of(terms.rules->rules,
                             [&](const RuleInForce& rule) { return is_wanted(rule.row.watches); });
}

/// How much of the misses, or of the down time, that the running period may have is spent: per
/// mille, cut. None when nothing is promised.
std::optional<std::int64_t> spent(const TargetOutlook& target) {
  if (target.may_be_down && target.required) {
    const Ratio required = *target.required;
    const Wide allowed = static_cast<Wide>(required.denominator - required.numerator) *
                         target.open_time_in_all.count() / required.denominator;
    const Wide down = allowed - target.may_be_down->count();
    if (allowed == 0) return down > 0 ? whole : 0;
    return static_cast<std::int64_t>(down * whole / allowed);
  }
  if (!target.may_miss) return std::nullopt;
  const std::int64_t missed = target.missed + target.overdue;
  const std::int64_t allowed = missed + *target.may_miss;
  if (allowed <= 0) return missed > 0 ? whole : 0;
  return missed * whole / allowed;
}

bool is_reached(const WarningRuleRow& rule, const TargetOutlook& target) {
  if (rule.watches == WarningTrigger::budget_spent) return spent(target) >= rule.amount;
  const bool has_begun = target.met + target.missed + target.overdue + target.open > 0;
  return has_begun && target.may_miss && *target.may_miss <= rule.amount;
}

class TargetsReading {
 public:
  TargetsReading(Connection& rows, const Figures& figures, const RulesInForce& rules)
      : rows_{rows}, figures_{figures}, rules_{rules} {}

  std::vector<Reached> read(const Outlook& outlook) {
    for (const TargetOutlook& target : outlook.targets) {
      for (const RuleInForce& rule : rules_.rules) {
        if (is_about_figures(rule.row.watches) && is_reached(rule.row, target)) add(rule, target);
      }
    }
    return std::move(reached_);
  }

 private:
  void add(const RuleInForce& rule, const TargetOutlook& target) {
    const Agreement& agreement = figures_.terms().agreement(target.agreement);
    const Commitment& commitment = agreement.commitments[target.commitment];
    const auto reference = reference_from(agreement.id);
    const bool is_asked = (!rule.row.kind || *rule.row.kind == agreement.kind) &&
                          (!rule.row.metric || *rule.row.metric == commitment.metric) &&
                          (rule.row.agreement.empty() || reference == rule.row.agreement);
    if (!is_asked) return;
    const auto kept = agreement_by_reference(rows_, Scope::whole(), reference.value_or(""));
    if (!kept || !rule.is_of_customer(kept->row.customer)) return;
    reached_.push_back({.cause = rule.row.reference + "/" + kept->row.reference + "/" +
                                 commitment.id + "/" + target.period + "/" +
                                 std::to_string(rule.row.amount),
                        .row = {.rule = rule.key,
                                .watches = rule.row.watches,
                                .amount = rule.row.amount,
                                .thing = Thing::agreement,
                                .subject = kept->row.reference,
                                .customer = kept->row.customer,
                                .of_at = figures_.as_of,
                                .agreement = agreement.id,
                                .agreement_version = agreement.version,
                                .commitment = commitment.id,
                                .label = commitment.label,
                                .kind = agreement.kind,
                                .metric = commitment.metric,
                                .period = target.period,
                                .due_at = target.interval.to},
                        .ladder = rule.row.ladder});
  }

  Connection& rows_;
  const Figures& figures_;
  const RulesInForce& rules_;
  std::vector<Reached> reached_;
};

/// None when no rule is about figures.
Outcome<std::optional<Figures>> judged(JobAtWork& at_work, const TermsInForce& terms,
                                       const FiguresParts& parts) {
  if (!any_rule(terms, is_about_figures)) return std::optional<Figures>{};
  auto figures = figures_in_place(
      parts, at_work.caller(), {.with_amounts = false}, [&](std::uint64_t done, std::uint64_t all) {
        at_work.tell(static_cast<std::int64_t>(done), static_cast<std::int64_t>(all));
      });
  if (!figures) return figures.error();
  return std::optional{*std::move(figures)};
}

}  // namespace

std::optional<Instant> next_period_watch(Connection& rows, const TermsInForce& terms) {
  if (!any_rule(terms, is_about_periods)) return std::nullopt;
  return period_watch_at(rows);
}

void ask_for_period_watch(const WarningParts& parts) {
  const auto work = [&](Desk& desk) -> Outcome<int> {
    if (!take_period_watch(desk.rows(), between_looks)) return 0;
    const std::string job = add_job(desk, {.kind = JobKind::period_watch, .most = 0});
    desk.open(ActWord::job_asked, Thing::job, job)
        .change("kind", std::nullopt, std::string{key_of(JobKind::period_watch)});
    return 0;
  };
  (void)perform(parts.here, program_itself(), Permission::write_warnings, work);
}

Outcome<std::string> watch_periods(JobAtWork& at_work, const WarningParts& parts,
                                   const FiguresParts& figures) {
  SharedTerms terms;
  parts.here.database.read([&](Connection& rows) { terms = parts.shelf.terms(rows); });
  const auto seen = judged(at_work, *terms, figures);
  if (!seen) return seen.error();
  Outlook ahead;
  if (*seen) {
    ahead = outlook({.evaluation = (*seen)->evaluation,
                     .terms = (*seen)->terms(),
                     .names = (*seen)->facts.names});
  }
  const auto work = [&](Desk& desk) -> Outcome<std::int64_t> {
    std::vector<Reached> reached =
        dates_reached(desk.rows(), *terms, clock_of_database(desk.rows()));
    if (*seen) {
      TargetsReading targets{desk.rows(), **seen, *terms->rules};
      std::ranges::move(targets.read(ahead), std::back_inserter(reached));
    }
    return make_notices(desk, parts.rotas, std::move(reached));
  };
  const auto made = at_work.perform(Permission::write_warnings, at_work.row().step, work);
  if (!made) return made.error();
  return "{\"notices\":" + std::to_string(*made) + "}";
}

}  // namespace vigie
