#include "cli/company/demo_watch.h"

#include "server/figures/closure_text.h"
#include "server/warning/rota_reader.h"
#include "usecase/job/job_runner.h"
#include "usecase/warning/escalation_ladder.h"
#include "usecase/warning/period_watch.h"
#include "usecase/warning/warning_rule.h"

namespace vigie {

namespace {

constexpr std::string_view ladder_reference = "escalade-service";

LadderRecipientView to_role(UserRole role) {
  return {.kind = RecipientKind::role, .reference = std::string{key_of(role)}};
}

AddLadder ladder_of_demo() {
  const LadderRecipientView holder{.kind = RecipientKind::holder, .reference = {}};
  return {
      .reference = std::string{ladder_reference},
      .name = "Escalade du service",
      .levels = {
          {.after_minutes = 0, .recipients = {holder, to_role(UserRole::sdm)}},
          {.after_minutes = 60, .is_urgent = true, .recipients = {to_role(UserRole::executive)}}}};
}

std::vector<AddRule> rules_of_demo() {
  const auto rule = [](std::string_view reference, std::string_view name, WarningTrigger watches,
                       std::int64_t amount) {
    return AddRule{.reference = std::string{reference},
                   .name = std::string{name},
                   .watches = watches,
                   .amount = amount,
                   .ladder = std::string{ladder_reference}};
  };
  AddRule resolving = rule("gtr-75", "Trois quarts du délai de résolution consommés",
                           WarningTrigger::share_of_target, 75);
  resolving.kind = AgreementKind::sla;
  resolving.metric = Metric::resolution;
  AddRule threshold =
      rule("seuil-du-mois", "Plus de marge sur un seuil", WarningTrigger::threshold_at_risk, 0);
  threshold.kind = AgreementKind::sla;
  threshold.metric = Metric::resolution;
  AddRule budget = rule("budget-indisponibilite", "Budget d’indisponibilité presque consommé",
                        WarningTrigger::budget_spent, 80);
  budget.metric = Metric::availability;
  return {std::move(resolving), std::move(threshold), std::move(budget),
          rule("attente-client", "Un ticket attend le client depuis deux jours ouvrés",
               WarningTrigger::waits_for_customer, 20 * 60)};
}

}  // namespace

void add_demo_rules(const DemoWork& work) {
  const Caller sdm = demo_person(work, UserRole::sdm);
  demo_done(perform(work.here, sdm, Permission::write_warnings,
                    [](Desk& desk) { return add_ladder(desk, ladder_of_demo()); }));
  for (const AddRule& rule : rules_of_demo()) {
    demo_done(perform(work.here, sdm, Permission::write_warnings,
                      [&](Desk& desk) { return add_rule(desk, rule); }));
  }
}

void make_demo_notices(const DemoWork& work) {
  const IcalendarRotaReader reader{work.zones};
  RotaShelf rotas{reader};
  const JsonClosureText closures;
  Questions questions{1};
  const WarningParts parts{work.here, work.shelf, rotas};
  const FiguresParts figures{work.here, work.shelf, questions, closures};
  JobTerms terms;
  terms.works[JobKind::period_watch] = [&](JobAtWork& at_work) {
    return watch_periods(at_work, parts, figures);
  };
  ask_for_period_watch(parts);
  const std::atomic<bool> stops{false};
  JobSlot slot{work.here, terms, std::nullopt, stops};
  while (slot.take_next()) {
  }
  constexpr std::int64_t at_a_time = 200;
  while (fire_timers(parts, at_a_time) > 0) {
  }
}

}  // namespace vigie
