#include "cli/company/demo_months.h"

#include <fmt/format.h>

#include "server/figures/closure_text.h"
#include "usecase/closure/closing.h"
#include "usecase/penalty/penalty.h"

namespace vigie {

namespace {

/// "2026-10": so many months before that of `present`, in Paris.
std::string month_before(const DemoWork& work, Instant present, int months) {
  const Zone* home = work.zones.find("Europe/Paris");
  if (home == nullptr) throw std::runtime_error("the zones of the demo are not installed");
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(home->civil(present))};
  const auto month = day.year() / day.month() - std::chrono::months{months};
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

/// A period without a figure is left as it is.
void close_month(const DemoWork& work, const Caller& sdm, const ClosePeriod& asked) {
  const JsonClosureText closures;
  Questions questions{1};
  const FiguresParts parts{work.here, work.shelf, questions, closures};
  const auto prepared = prepare_closing(parts, sdm, asked);
  if (!prepared && prepared.error().refusal == Refusal::period_unknown) return;
  const PreparedClosing accepted = demo_done(prepared);
  demo_done(perform(work.here, sdm, Permission::close_periods,
                    [&](Desk& desk) { return close_period(desk, accepted, accepted.figures); }));
}

class Penalties {
 public:
  explicit Penalties(const DemoWork& work)
      : work_{work},
        sdm_{demo_person(work, UserRole::sdm)},
        customer_{demo_person(work, UserRole::customer)} {}

  /// The first is settled, the second discussed, the third waits for an answer.
  void move() {
    const auto due = computed();
    if (!due.empty()) settle(due[0]);
    if (due.size() > 1) {
      propose(due[1]);
      say(due[1], ClosureSide::customer,
          {.state = PenaltyState::in_discussion,
           .reason = "Deux incidents de ce mois venaient de l’opérateur : sont-ils comptés ?"});
    }
    if (due.size() > 2) propose(due[2]);
  }

 private:
  std::vector<std::string> computed() const {
    const auto page =
        demo_done(look(work_.here, sdm_, Permission::read_penalties,
                       [](const Look& look) { return penalties(look, {.most = 200}, {}); }));
    std::vector<std::string> due;
    for (const PenaltyView& penalty : page.items) {
      const bool is_due = penalty.state == PenaltyState::computed && penalty.amount_minor > 0 &&
                          penalty.nature == PenaltyNature::penalty;
      if (is_due && penalty.agreement == "acme") due.push_back(penalty.reference);
    }
    return due;
  }

  void propose(const std::string& reference) {
    say(reference, ClosureSide::provider,
        {.state = PenaltyState::proposed, .reason = "Montant calculé à la clôture du mois."});
  }

  void settle(const std::string& reference) {
    propose(reference);
    say(reference, ClosureSide::customer,
        {.state = PenaltyState::agreed, .reason = "Vu en comité de service."});
    say(reference, ClosureSide::provider,
        {.state = PenaltyState::settled,
         .settled_by = Settlement::credit_note,
         .reason = "Avoir AV-118 joint à la facture du mois."});
  }

  void say(const std::string& reference, ClosureSide side, const StepOfPenalty& step) {
    const bool is_ours = side == ClosureSide::provider;
    demo_done(perform(
        work_.here, is_ours ? sdm_ : customer_,
        is_ours ? Permission::decide_penalties : Permission::answer_for_customer, [&](Desk& desk) {
          return say_of_penalty(desk, {.reference = reference, .version = {}}, side, step);
        }));
  }

  const DemoWork& work_;
  Caller sdm_;
  Caller customer_;
};

}  // namespace

void close_demo_months(const DemoWork& work, Instant present) {
  const Caller sdm = demo_person(work, UserRole::sdm);
  for (const int months : {5, 4, 3, 2, 1}) {
    close_month(work, sdm, {.agreement = "acme", .period = month_before(work, present, months)});
  }
  close_month(work, sdm, {.agreement = "mediane", .period = month_before(work, present, 1)});
  Penalties{work}.move();
}

}  // namespace vigie
