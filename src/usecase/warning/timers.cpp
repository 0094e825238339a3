#include "usecase/warning/timers.h"

#include "engine/calendar/hours_questions.h"
#include "engine/outlook/warning.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

constexpr std::int64_t whole_target = 1000;  // per mille

std::optional<WarningPoint> point_of(const WarningRuleRow& rule) {
  if (rule.watches == WarningTrigger::share_of_target) {
    return WarningPoint{.used = Ratio{rule.amount, whole_target}, .left = {}};
  }
  if (rule.watches == WarningTrigger::time_left) {
    return WarningPoint{.used = {}, .left = Duration{rule.amount}};
  }
  return std::nullopt;
}

bool lies_beyond_target(const WarningRuleRow& rule) {
  return rule.watches == WarningTrigger::share_of_target && rule.amount >= whole_target;
}

class TimersOfTicket {
 public:
  TimersOfTicket(const JustJudged& ticket, const TermsInForce& terms)
      : ticket_{ticket}, terms_{terms} {}

  std::optional<Instant> at_risk(std::size_t place) const {
    const Reading& reading = ticket_.judgements[place].reading;
    const bool runs = reading.running_since && reading.due && !ticket_.clocks[place].ended_at;
    if (!runs || reading.state == ClockState::breached) return std::nullopt;
    std::optional<Instant> first;
    for (const RuleInForce& rule : terms_.rules->rules) {
      const auto point = point_of(rule.row);
      const bool is_one = point && !lies_beyond_target(rule.row) &&
                          rule.is_about(ticket_.row, ticket_.clocks[place]);
      if (!is_one) continue;
      const auto at = reached(ticket_.judgements[place], *point);
      if (at && (!first || *at < *first)) first = at;
    }
    constexpr Ratio three_quarters{3, 4};
    return first ? first : reached(ticket_.judgements[place], {.used = three_quarters, .left = {}});
  }

  std::vector<TimerRow> read() {
    for (const RuleInForce& rule : terms_.rules->rules) {
      if (const auto point = point_of(rule.row)) {
        read_clocks(rule, *point);
      } else if (rule.row.watches == WarningTrigger::waits_for_customer &&
                 rule.is_of(ticket_.row)) {
        add(rule, 0, long_wait(rule));
      }
    }
    return std::move(timers_);
  }

 private:
  void read_clocks(const RuleInForce& rule, const WarningPoint& point) {
    for (std::size_t i = 0; i < ticket_.clocks.size(); ++i) {
      const Reading& reading = ticket_.judgements[i].reading;
      const bool runs = reading.running_since && reading.due && !ticket_.clocks[i].ended_at;
      if (!runs || !rule.is_about(ticket_.row, ticket_.clocks[i])) continue;
      if (reading.state == ClockState::breached && !lies_beyond_target(rule.row)) continue;
      add(rule, static_cast<std::int64_t>(i) + 1, reached(ticket_.judgements[i], point));
    }
  }

  std::optional<Instant> reached(const Judgement& judgement, const WarningPoint& point) const {
    const Commitment& commitment =
        terms_.terms.agreement(judgement.agreement).commitments[judgement.commitment];
    const Reading& reading = judgement.reading;
    return warning_at({.due = *reading.due,
                       .target = reading.target,
                       .is_in_days = !std::holds_alternative<ServiceDuration>(commitment.within),
                       .running_since = *reading.running_since,
                       .hours = hours_of(judgement)},
                      point);
  }

  /// Open time is that of the first promise to the customer.
  std::optional<Instant> long_wait(const RuleInForce& rule) const {
    const bool waits =
        ticket_.row.phase == Phase::awaiting &&
        (ticket_.row.holder == key_of(Role::customer) || ticket_.row.holder == ticket_.customer);
    if (!waits) return std::nullopt;
    for (std::size_t i = 0; i < ticket_.clocks.size(); ++i) {
      if (ticket_.clocks[i].kind != AgreementKind::sla) continue;
      return add_open_time(hours_of(ticket_.judgements[i]), ticket_.row.since,
                           Duration{rule.row.amount});
    }
    return ticket_.row.since + Duration{rule.row.amount};
  }

  const HoursIndex& hours_of(const Judgement& judgement) const {
    return terms_.terms.hours(judgement.agreement, judgement.commitment, ticket_.site);
  }

  void add(const RuleInForce& rule, std::int64_t clock, std::optional<Instant> at) {
    if (!at || *at < rule.row.since) return;
    timers_.push_back({.clock = clock, .rule = rule.key, .fires_at = *at});
  }

  const JustJudged& ticket_;
  const TermsInForce& terms_;
  std::vector<TimerRow> timers_;
};

}  // namespace

std::optional<Instant> at_risk_at(const JustJudged& ticket, std::size_t place,
                                  const TermsInForce& terms) {
  return TimersOfTicket{ticket, terms}.at_risk(place);
}

std::vector<TimerRow> timers_of(const JustJudged& ticket, const TermsInForce& terms) {
  if (ticket.row.ended_at) return {};
  return TimersOfTicket{ticket, terms}.read();
}

std::optional<Instant> silent_until(Connection& rows, Key<TicketRow> ticket) {
  std::optional<Instant> last;
  rows.run(
      "select a.recorded_at from import_ticket t join import i on i.id = t.import and i.state = "
      "'published'"
      " join act a on a.number = i.effect_act where t.ticket = $1 order by a.recorded_at desc "
      "limit 1",
      std::array<Parameter, 1>{ticket.value},
      [&](const Row& row) { last = FieldValue<Instant>::from_sql(row, 0); });
  return last;
}

}  // namespace vigie
