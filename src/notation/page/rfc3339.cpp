#include "notation/page/rfc3339.h"

#include <fmt/format.h>

namespace vigie {
namespace {

/// ".5" for half a second; nothing for none.
std::string fraction_text(std::int64_t microseconds) {
  if (microseconds == 0) return {};
  auto text = fmt::format(".{:06}", microseconds);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

}  // namespace

std::string rfc3339_date(CivilDay day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string rfc3339_local(CivilTime at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss<Duration> time{at - day};
  return fmt::format("{}T{:02}:{:02}:{:02}{}", rfc3339_date(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count(),
                     fraction_text(time.subseconds().count()));
}

std::string rfc3339(Instant at) { return rfc3339_local(CivilTime{at.time_since_epoch()}) + "Z"; }

std::string seconds_json(Duration length) {
  const auto microseconds = length.count();
  const auto magnitude = microseconds < 0 ? -microseconds : microseconds;
  return fmt::format("{}{}{}", microseconds < 0 ? "-" : "", magnitude / 1'000'000,
                     fraction_text(magnitude % 1'000'000));
}

}  // namespace vigie
