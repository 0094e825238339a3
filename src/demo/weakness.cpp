#include "demo/weakness.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {

using namespace std::chrono;

constexpr Instant day_of(int of_year, unsigned of_month, unsigned of_day) {
  return Instant{sys_days{year{of_year} / static_cast<int>(of_month) / static_cast<int>(of_day)}};
}

constexpr std::string_view acme = "ACME Industrie";
constexpr std::string_view oceane = "Océane Voyages";
constexpr std::string_view boreal = "Boréal Assurance";
constexpr std::string_view brevigny = "Ville de Brévigny";
constexpr std::string_view mediane = "Groupe Médiane Santé";

constexpr std::array<Planted, 9> planted{{
    {Weakness::thin_august, "", day_of(2025, 7, 31), day_of(2025, 8, 30)},
    {Weakness::amendment_too_early, acme, day_of(2025, 12, 31), day_of(2026, 3, 1)},
    {Weakness::silent_waits, oceane, day_of(2026, 2, 1), day_of(2026, 6, 1)},
    {Weakness::hidden_backlog, boreal, day_of(2026, 5, 1), day_of(2026, 10, 1)},
    {Weakness::late_deliveries, brevigny, day_of(2026, 4, 1), day_of(2026, 10, 1)},
    {Weakness::convenient_downgrades, mediane, day_of(2026, 4, 1), day_of(2026, 7, 1)},
    {Weakness::three_fifty_nine, oceane, day_of(2025, 11, 5), day_of(2025, 11, 8)},
    {Weakness::late_notice, boreal, day_of(2026, 4, 1), day_of(2026, 5, 1)},
    {Weakness::lost_in_migration, "", day_of(2025, 6, 7), day_of(2025, 6, 14)},
}};

}  // namespace

bool is_planted(Weakness weakness, std::string_view customer, Instant at) {
  return std::any_of(planted.begin(), planted.end(), [&](const Planted& one) {
    return one.weakness == weakness && (one.customer.empty() || one.customer == customer) &&
           one.from <= at && at < one.to;
  });
}

std::int64_t slowed(std::string_view customer, Instant at, std::size_t priority) {
  std::int64_t percent = 100;
  if (is_planted(Weakness::thin_august, customer, at)) percent = percent * 230 / 100;
  if (is_planted(Weakness::amendment_too_early, customer, at) && priority == 1) {
    percent = percent * 135 / 100;
  }
  if (is_planted(Weakness::convenient_downgrades, customer, at) && priority == 0) {
    percent = percent * 320 / 100;
  }
  return percent;
}

Interval storage_failure() {
  // 06:40 in Tours, winter time.
  const Instant from = day_of(2025, 3, 12) + hours{5} + minutes{40};
  return {from, from + hours{31}};
}

}  // namespace vigie
