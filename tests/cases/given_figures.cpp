#include "given_figures.h"

#include <algorithm>

#include "engine/agreement/period.h"

namespace vigie::cases {

namespace {

int digits_at(const std::string& text, std::size_t at, std::size_t count) {
  return text.size() >= at + count ? std::stoi(text.substr(at, count)) : 1;
}

/// First day of "2026-09", "2026-Q3", "2026-H2", "2026" or "2026-02-15".
CivilDay first_day(const std::string& period) {
  const int year = digits_at(period, 0, 4);
  int month = 1;
  int day = 1;
  if (period.find('Q') != std::string::npos) {
    month = 3 * digits_at(period, 6, 1) - 2;
  } else if (period.find('H') != std::string::npos) {
    month = 6 * digits_at(period, 6, 1) - 5;
  } else if (period.size() > 4) {
    month = digits_at(period, 5, 2);
    day = digits_at(period, 8, 2);
  }
  return CivilDay{std::chrono::local_days{std::chrono::year{year} / month / day}};
}

Period period_of(const CaseFigure& figure, const Terms& terms, std::uint32_t agreement,
                 const Commitment& commitment) {
  const auto& zone = terms.zone(agreement);
  const PeriodTerms rules{.rules = commitment.measurement.period,
                          .effect = terms.agreement(agreement).in_force.from,
                          .zone = &zone};
  const auto at = zone.instant_of_edge(CivilTime{first_day(figure.period)});
  auto period = period_at(rules, at);
  require(period.name == figure.period, "a figure of a page names a period of its target");
  return period;
}

bool is_attained(Ratio rate, Ratio required, const std::optional<Precision>& precision) {
  if (!precision) return compare(rate, required) >= 0;
  const auto units = percent_units(rate, precision->decimals, precision->rounding);
  std::int64_t whole = 100;
  for (int i = 0; i < precision->decimals; ++i) whole *= 10;
  return compare({units, whole}, required) >= 0;
}

Attainment attainment_of(const CaseFigure& figure, const Commitment& commitment,
                         const Period& period, Interval holding, Instant as_of) {
  Attainment given;
  given.period = period.name;
  given.interval = {std::max(period.interval.from, holding.from),
                    std::min(period.interval.to, holding.to)};
  given.partial =
      given.interval.from != period.interval.from || given.interval.to != period.interval.to;
  given.provisional = period.interval.to > as_of;
  given.rate = figure.rate;
  given.net_agreed.met = figure.met;
  given.net_agreed.missed = figure.measured - figure.met;
  given.gross = given.net_agreed;
  given.net_claimed = given.net_agreed;
  given.required = commitment.measurement.required;
  if (given.required && given.rate) {
    given.attained = is_attained(*given.rate, *given.required, commitment.measurement.precision);
  }
  return given;
}

TargetResult& result_of(Evaluation& evaluation, std::uint32_t agreement, std::uint32_t commitment) {
  auto& targets = evaluation.targets;
  const auto at = std::find_if(targets.begin(), targets.end(), [&](const TargetResult& one) {
    return std::pair{one.agreement, one.commitment} >= std::pair{agreement, commitment};
  });
  if (at != targets.end() && at->agreement == agreement && at->commitment == commitment) return *at;
  TargetResult result;
  result.agreement = agreement;
  result.commitment = commitment;
  return *targets.insert(at, std::move(result));
}

void put(TargetResult& result, Attainment given) {
  auto& periods = result.periods;
  const auto at = std::find_if(periods.begin(), periods.end(), [&](const Attainment& one) {
    return one.interval.from >= given.interval.from;
  });
  if (at != periods.end() && at->period == given.period) {
    *at = std::move(given);
  } else {
    periods.insert(at, std::move(given));
  }
}

template <class Visit>
void for_each_given(const CaseFile& file, const Terms& terms, const Visit& visit) {
  for (const auto& figure : file.figures) {
    for (std::uint32_t a = 0; a < terms.agreements().size(); ++a) {
      const auto& commitments = terms.agreement(a).commitments;
      for (std::uint32_t c = 0; c < commitments.size(); ++c) {
        if (commitments[c].id != figure.target) continue;
        const auto period = period_of(figure, terms, a, commitments[c]);
        const auto holding = terms.holding(a);
        if (period.interval.from < holding.to && holding.from < period.interval.to) {
          visit(figure, a, c, period);
        }
      }
    }
  }
}

}  // namespace

void give_figures(const CaseFile& file, const Terms& terms, Evaluation& evaluation) {
  for_each_given(file, terms, [&](const auto& figure, auto a, auto c, const auto& period) {
    const auto& commitment = terms.agreement(a).commitments[c];
    put(result_of(evaluation, a, c),
        attainment_of(figure, commitment, period, terms.holding(a), evaluation.as_of));
  });
}

std::optional<Instant> end_of_figures(const CaseFile& file, const Terms& terms) {
  std::optional<Instant> end;
  for_each_given(file, terms, [&](const auto&, auto, auto, const Period& period) {
    end = end ? std::max(*end, period.interval.to) : period.interval.to;
  });
  return end;
}

}  // namespace vigie::cases
