// An iCalendar file of any bytes gives days in order, or faults.
#include <algorithm>

#include "notation/icalendar.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  using namespace std::chrono;
  const DayRange within{local_days{year{2026} / 1 / 1}, local_days{year{2027} / 12 / 31}};
  const auto read = read_icalendar_holidays(bytes, "fuzz.ics", within);
  must(std::is_sorted(read.days.begin(), read.days.end()), "days in order");
}
