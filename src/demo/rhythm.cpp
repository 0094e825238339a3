#include "demo/rhythm.h"

#include <algorithm>
#include <array>

#include "engine/base/require.h"
#include "engine/calendar/civil.h"

namespace vigie {

namespace {

using namespace std::chrono;

constexpr CivilDay first_day{local_days{year{2024} / October / 1}};
constexpr CivilDay day_after{local_days{year{2026} / October / 1}};

/// Per cent of an ordinary month: a quiet August, a busy return.
constexpr std::array<std::int64_t, 12> months{112, 104, 102, 98,  92,  100,
                                              82,  58,  126, 112, 104, 84};
constexpr std::array<std::int64_t, 5> weekdays{132, 108, 100, 98, 84};
/// Weight of each hour of an office day, and of a place that never sleeps.
constexpr std::array<std::int64_t, 24> office_hours{
    0, 0, 0, 0, 1, 2, 6, 24, 82, 112, 108, 84, 38, 52, 96, 92, 80, 62, 26, 9, 5, 2, 1, 0};
constexpr std::array<std::int64_t, 24> hospital_hours{22, 18,  15, 14, 16, 24, 44, 78,
                                                      96, 102, 98, 86, 66, 70, 84, 82,
                                                      76, 70,  60, 52, 46, 38, 32, 26};
constexpr std::int64_t around_the_clock = 60;  // weekend volume from which nights are busy too

std::int64_t weight_of(CivilDay of, const DemoCustomer& customer) {
  const std::size_t weekday_of = weekday{of}.iso_encoding() - 1;
  const year_month_day date{of};
  const std::int64_t of_month = months[static_cast<unsigned>(date.month()) - 1];
  const std::int64_t of_day = weekday_of < 5 ? weekdays[weekday_of] : customer.weekend;
  // Between Christmas and New Year, and on the first of May, almost nobody calls.
  const bool is_quiet = (date.month() == December && date.day() >= day{24}) ||
                        (date.month() == May && date.day() == day{1});
  return of_month * of_day * (is_quiet ? 3 : 10);
}

}  // namespace

Rhythm::Rhythm(const DemoCustomer& customer, ZoneSource& zones) : customer_(customer) {
  for (const DemoSite& site : customer.sites) {
    const Zone* zone = zones.find(site.zone);
    require(zone != nullptr, "the zones of the demo are installed");
    zones_.push_back(zone);
  }
  std::int64_t sum = 0;
  for (CivilDay of = first_day; of < day_after; of += days{1}) {
    up_to_.push_back(sum += weight_of(of, customer));
  }
}

Instant Rhythm::draw(Chance& chance, std::size_t site) const {
  const std::int64_t drawn = chance.below(up_to_.back());
  const auto place = std::upper_bound(up_to_.begin(), up_to_.end(), drawn);
  const CivilDay drawn_day = first_day + days{place - up_to_.begin()};
  const auto& by_hour = customer_.weekend >= around_the_clock ? hospital_hours : office_hours;
  const auto hour = static_cast<std::int64_t>(chance.pick(by_hour));
  const CivilTime local = CivilTime{drawn_day} + hours{hour} + seconds{chance.below(3600)};
  return zones_[site]->instant_of_stamp(local);
}

Interval demo_span(const Zone& zone) {
  return {zone.instant_of_edge(CivilTime{first_day}), zone.instant_of_edge(CivilTime{day_after})};
}

}  // namespace vigie
