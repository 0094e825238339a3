#include "engine/agreement/period.h"

#include "engine/agreement/agreement.h"
#include "engine/base/require.h"

namespace vigie {

namespace {

using std::chrono::local_days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::string padded(unsigned number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

std::string name_of(year_month month) {
  return padded(static_cast<unsigned>(static_cast<int>(month.year())), 4) + "-" +
         padded(static_cast<unsigned>(month.month()), 2);
}

/// `day` of `month`, or its last day when it has no such day.
CivilDay day_in(year_month month, std::chrono::day day) {
  const year_month_day wanted = month / day;
  return wanted.ok() ? local_days{wanted} : local_days{month / std::chrono::last};
}

int months_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::quarter:
      return 3;
    case PeriodKind::half:
      return 6;
    case PeriodKind::year:
      return 12;
    default:
      return 1;
  }
}

std::string name_of(PeriodKind kind, year_month first) {
  const auto year = padded(static_cast<unsigned>(static_cast<int>(first.year())), 4);
  const unsigned before = static_cast<unsigned>(first.month()) - 1;
  switch (kind) {
    case PeriodKind::quarter:
      return year + "-Q" + std::to_string(before / 3 + 1);
    case PeriodKind::half:
      return year + "-H" + std::to_string(before / 6 + 1);
    case PeriodKind::year:
      return year;
    default:
      return name_of(first);
  }
}

Period bounded(const PeriodTerms& terms, std::string name, CivilDay first, CivilDay next) {
  return {.name = std::move(name),
          .first = first,
          .next = next,
          .interval = {terms.zone->instant_of_edge(CivilTime{first}),
                       terms.zone->instant_of_edge(CivilTime{next})}};
}

Period civil_period(const PeriodTerms& terms, year_month month) {
  const int length = months_of(terms.rules.kind);
  const auto before = static_cast<int>(static_cast<unsigned>(month.month()) - 1) % length;
  const year_month first = month - months{before};
  return bounded(terms, name_of(terms.rules.kind, first), day_in(first, std::chrono::day{1}),
                 day_in(first + months{length}, std::chrono::day{1}));
}

Period contract_month(const PeriodTerms& terms, CivilDay day) {
  const auto anchor = year_month_day{terms.effect}.day();
  const year_month_day date{day};
  year_month month = date.year() / date.month();
  if (day < day_in(month, anchor)) month -= months{1};
  const CivilDay first = day_in(month, anchor);
  const year_month_day named{first};
  return bounded(terms, name_of(month) + "-" + padded(static_cast<unsigned>(named.day()), 2), first,
                 day_in(month + months{1}, anchor));
}

Period at_day(const PeriodTerms& terms, CivilDay day) {
  switch (terms.rules.kind) {
    case PeriodKind::contract_month:
      return contract_month(terms, day);
    case PeriodKind::order:
      return {.name = "order",
              .first = terms.effect,
              .next = local_days{std::chrono::year{2200} / 1 / 1},
              .interval = {first_instant, last_instant}};
    default: {
      const year_month_day date{day};
      return civil_period(terms, date.year() / date.month());
    }
  }
}

}  // namespace

PeriodTerms period_terms(const Agreement& agreement, const Commitment& commitment,
                         const Zone& zone) {
  return {.rules = commitment.measurement.period, .effect = agreement.in_force.from, .zone = &zone};
}

Period period_at(const PeriodTerms& terms, Instant at) {
  require(terms.zone != nullptr, "periods have a zone");
  return at_day(terms, std::chrono::floor<std::chrono::days>(terms.zone->civil(at)));
}

Period next_period(const PeriodTerms& terms, const Period& period) {
  require(terms.rules.kind != PeriodKind::order, "an order has one period");
  return at_day(terms, period.next);
}

}  // namespace vigie
