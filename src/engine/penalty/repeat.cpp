#include "engine/penalty/repeat.h"

#include <algorithm>

#include "engine/penalty/ledger_step.h"

namespace vigie {

namespace {

constexpr LedgerTopic topic = LedgerTopic::repeat;

}  // namespace

void PastPeriods::note(const std::string& period, bool is_missed) {
  if (!past_.empty() && past_.back().period == period) {
    past_.back().is_missed |= is_missed;
  } else {
    past_.push_back({period, is_missed});
  }
}

std::vector<PastPeriods::Past> PastPeriods::before(const std::string& period) const {
  std::vector<Past> past = past_;
  if (!past.empty() && past.back().period == period) past.pop_back();
  return past;
}

Exact compounded(const RepeatRule& rule, std::int64_t times) {
  const Exact once{rule.multiplier};
  if (!rule.compound) return once;
  Exact power = 1;
  for (std::int64_t i = 0; i < times; ++i) {
    const Exact next = power * once;
    if (rule.at_most && next >= Exact{*rule.at_most}) return Exact{*rule.at_most};
    const bool is_too_fine = next.denominator() > most_multiplier_denominator;
    if (is_too_fine || next >= Exact{most_multiplier}) break;
    power = next;
  }
  return power;
}

Exact PastPeriods::multiplier(const RepeatRule& rule, const std::string& period,
                              std::vector<LedgerStep>& steps) const {
  if (rule.kind == RepeatKind::none) return 1;
  const std::vector<Past> past = before(period);
  std::int64_t count = 1;
  std::string since = period;
  if (rule.kind == RepeatKind::consecutive) {
    for (auto it = past.rbegin(); it != past.rend() && it->is_missed; ++it) {
      ++count;
      since = it->period;
    }
  } else {
    const auto looked_at =
        std::min<std::size_t>(past.size(), static_cast<std::size_t>(rule.of - 1));
    count += std::count_if(past.end() - static_cast<std::ptrdiff_t>(looked_at), past.end(),
                           [](const Past& one) { return one.is_missed; });
  }
  const bool bites = count >= rule.times;
  const Exact multiplier = bites ? compounded(rule, count - rule.times + 1) : Exact{1};
  const Factor shown{multiplier};
  if (rule.kind == RepeatKind::n_of_m) {
    show(steps, topic, shown, LedgerStepWord::repeat_of,
         {{"count", count}, {"of", std::int64_t{rule.of}}, {"times", std::int64_t{rule.times}}});
  } else if (past.empty()) {
    show(steps, topic, shown, LedgerStepWord::repeat_first);
  } else if (count == 1 && !bites) {
    show(steps, topic, shown, LedgerStepWord::repeat_attained, {{"period", past.back().period}});
  } else if (bites) {
    show(steps, topic, shown, LedgerStepWord::repeat_row, {{"count", count}, {"period", since}});
  } else {
    show(steps, topic, shown, LedgerStepWord::repeat_short_row,
         {{"count", count}, {"times", std::int64_t{rule.times}}});
  }
  if (bites && rule.at_most && multiplier == Exact{*rule.at_most}) {
    show(steps, topic, shown, LedgerStepWord::repeat_limited, {{"multiplier", shown}});
  }
  return multiplier;
}

}  // namespace vigie
