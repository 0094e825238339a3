#include "notation/icalendar.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/calendar/civil.h"
#include "engine/calendar/recurrence.h"
#include "notation/icalendar_events.h"
#include "notation/time/read_recurrence.h"

namespace vigie {
namespace {

using std::chrono::days;

/// One VEVENT, its stamps read as days.
struct DayEvent : IcalendarEvent {
  std::optional<CalendarStamp> start;
  std::optional<CalendarStamp> end;
  std::optional<days> duration;
  std::vector<CivilDay> more;        // RDATE
  std::vector<CivilDay> except;      // EXDATE
  std::optional<CivilDay> replaces;  // RECURRENCE-ID

  days length() const {
    if (end) return day_of(end->at) - day_of(start->at);
    return duration.value_or(days{1});
  }
};

/// "P1D", "P2W".
std::optional<days> read_whole_days(std::string_view text) {
  if (text.size() < 3 || text.size() > 6 || text[0] != 'P') return std::nullopt;
  const char unit = text.back();
  if (unit != 'D' && unit != 'W') return std::nullopt;
  int number = 0;
  for (const char c : text.substr(1, text.size() - 2)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return days{unit == 'W' ? 7 * number : number};
}

bool read_days(std::string_view list, std::vector<CivilDay>& found) {
  while (true) {
    const auto comma = list.find(',');
    const auto stamp = read_calendar_stamp(list.substr(0, comma));
    if (!stamp) return false;
    found.push_back(day_of(stamp->at));
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

/// Reads events one after the other, then turns them into days.
class HolidayReading {
 public:
  HolidayReading(std::string_view file, DayRange within) : faults_(file), within_(within) {}

  IcalendarHolidays read(std::string_view text) {
    for_each_icalendar_event<DayEvent>(text, faults_, take_property,
                                       [this](DayEvent&& event) { keep(std::move(event)); });
    for (const DayEvent& event : events_) {
      if (event.replaces) moved_[event.uid].insert(*event.replaces);
    }
    for (const DayEvent& event : events_) add_days(event);
    auto& found = holidays_.days;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    holidays_.faults = faults_.take();
    return std::move(holidays_);
  }

 private:
  static constexpr std::size_t most_days = 100'000;

  void keep(DayEvent&& event) {
    if (!event.start->is_date) {
      ++holidays_.timed_events;
    } else if (event.length() <= days{0}) {
      faults_.refuse(event.line, "an event that ends before it starts");
    } else {
      events_.push_back(std::move(event));
    }
  }

  static bool take_property(const IcalendarLine& line, DayEvent& event) {
    if (line.name == "DTSTART") return (event.start = read_calendar_stamp(line.value)).has_value();
    if (line.name == "DTEND") return (event.end = read_calendar_stamp(line.value)).has_value();
    if (line.name == "RDATE") return read_days(line.value, event.more);
    if (line.name == "EXDATE") return read_days(line.value, event.except);
    if (line.name == "DURATION") {
      event.duration = read_whole_days(line.value);
      return event.duration.has_value() || line.value.find('T') != std::string::npos;
    }
    if (line.name == "RECURRENCE-ID") {
      const auto stamp = read_calendar_stamp(line.value);
      if (stamp) event.replaces = day_of(stamp->at);
      return stamp.has_value();
    }
    return true;
  }

  void add_days(const DayEvent& event) {
    if (event.is_cancelled) return;
    const CivilDay first = day_of(event.start->at);
    std::vector<CivilDay> starts = event.more;
    if (event.rule) {
      RecurrenceBounds bounds;
      bounds.most = most_days;
      bounds.before = within_.last + days{1};
      const auto found = occurrence_days(*event.rule, first, bounds);
      starts.insert(starts.end(), found.begin(), found.end());
    }
    starts.push_back(first);
    std::set<CivilDay> except{event.except.begin(), event.except.end()};
    const auto moved = moved_.find(event.uid);
    if (!event.replaces && moved != moved_.end()) {
      except.insert(moved->second.begin(), moved->second.end());
    }
    for (const CivilDay start : starts) {
      if (except.contains(start)) continue;
      const CivilDay end = std::min(start + event.length(), within_.last + days{1});
      for (CivilDay day = std::max(start, within_.first); day < end; day += days{1}) {
        if (holidays_.days.size() == most_days) {
          return faults_.refuse(event.line, "more than 100,000 days");
        }
        holidays_.days.push_back({day, event.name});
      }
    }
  }

  IcalendarFaults faults_;
  DayRange within_;
  std::vector<DayEvent> events_;
  std::map<std::string, std::set<CivilDay>> moved_;
  IcalendarHolidays holidays_;
};

}  // namespace

IcalendarHolidays read_icalendar_holidays(std::string_view text, std::string_view file,
                                          DayRange within) {
  return HolidayReading{file, within}.read(text);
}

}  // namespace vigie
