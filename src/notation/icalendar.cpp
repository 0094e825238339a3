#include "notation/icalendar.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/calendar/civil.h"
#include "engine/calendar/recurrence.h"
#include "notation/icalendar_lines.h"
#include "notation/time/read_recurrence.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::days;

/// One VEVENT as it is written.
struct Event {
  int line = 0;
  std::string uid;
  std::string name;
  std::optional<CalendarStamp> start;
  std::optional<CalendarStamp> end;
  std::optional<days> duration;
  std::optional<RecurrenceRule> rule;
  std::vector<CivilDay> more;        // RDATE
  std::vector<CivilDay> except;      // EXDATE
  std::optional<CivilDay> replaces;  // RECURRENCE-ID
  bool is_cancelled = false;

  days length() const {
    if (end) return day_of(end->at) - day_of(start->at);
    return duration.value_or(days{1});
  }
};

/// "P1D", "P2W".
std::optional<days> read_duration(std::string_view text) {
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
class Reading {
 public:
  Reading(std::string_view file, DayRange within) : file_(file), within_(within) {}

  IcalendarHolidays read(std::string_view text) {
    IcalendarLines lines{text};
    auto line = lines.next();
    if (!line || line->name != "BEGIN" || line->value != "VCALENDAR") {
      refuse(1, "it does not begin with BEGIN:VCALENDAR");
      return std::move(holidays_);
    }
    while ((line = lines.next())) take(*line);
    if (event_) refuse(event_->line, "its VEVENT has no end");
    for (const Event& event : events_) {
      if (event.replaces) moved_[event.uid].insert(*event.replaces);
    }
    for (const Event& event : events_) add_days(event);
    auto& found = holidays_.days;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return std::move(holidays_);
  }

 private:
  static constexpr std::size_t most_events = 10'000;
  static constexpr std::size_t most_days = 100'000;

  void take(const IcalendarLine& line) {
    if (line.name == "BEGIN" && line.value == "VEVENT") {
      event_.emplace();
      event_->line = line.number;
    } else if (line.name == "END" && line.value == "VEVENT" && event_) {
      finish();
    } else if (line.name == "BEGIN" && event_) {
      ++nested_;  // an alarm inside the event
    } else if (line.name == "END" && event_ && nested_ > 0) {
      --nested_;
    } else if (event_ && nested_ == 0 && !take_property(line)) {
      refuse(line.number, line.name + " cannot be read: " + line.value.substr(0, 80));
    }
  }

  bool take_property(const IcalendarLine& line) {
    Event& event = *event_;
    if (line.name == "UID") event.uid = line.value;
    if (line.name == "SUMMARY") event.name = icalendar_text(line.value);
    if (line.name == "STATUS") event.is_cancelled = line.value == "CANCELLED";
    if (line.name == "DTSTART") return (event.start = read_calendar_stamp(line.value)).has_value();
    if (line.name == "DTEND") return (event.end = read_calendar_stamp(line.value)).has_value();
    if (line.name == "RDATE") return read_days(line.value, event.more);
    if (line.name == "EXDATE") return read_days(line.value, event.except);
    if (line.name == "DURATION") {
      event.duration = read_duration(line.value);
      return event.duration.has_value() || line.value.find('T') != std::string::npos;
    }
    if (line.name == "RECURRENCE-ID") {
      const auto stamp = read_calendar_stamp(line.value);
      if (stamp) event.replaces = day_of(stamp->at);
      return stamp.has_value();
    }
    if (line.name == "RRULE") {
      const auto rule = read_recurrence(line.value);
      if (rule) event.rule = *rule;
      return rule.has_value();
    }
    return !line.name.empty();
  }

  void finish() {
    if (!event_->start) {
      refuse(event_->line, "an event without DTSTART");
    } else if (!event_->start->is_date) {
      ++holidays_.timed_events;
    } else if (event_->length() <= days{0}) {
      refuse(event_->line, "an event that ends before it starts");
    } else if (events_.size() == most_events) {
      refuse(event_->line, "more than 10,000 events");
    } else {
      events_.push_back(std::move(*event_));
    }
    event_.reset();
    nested_ = 0;
  }

  void add_days(const Event& event) {
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
          return refuse(event.line, "more than 100,000 days");
        }
        holidays_.days.push_back({day, event.name});
      }
    }
  }

  void refuse(int line, std::string why) {
    if (holidays_.faults.size() >= 100) return;
    Fault fault{FaultCode::icalendar_malformed, {}, {}, {}};
    fault.arguments = {{"why", std::move(why)}};
    fault.place.file = file_;
    fault.place.line = line;
    fault.place.column = 1;
    holidays_.faults.push_back(std::move(fault));
  }

  std::string file_;
  DayRange within_;
  std::optional<Event> event_;
  int nested_ = 0;
  std::vector<Event> events_;
  std::map<std::string, std::set<CivilDay>> moved_;
  IcalendarHolidays holidays_;
};

}  // namespace

IcalendarHolidays read_icalendar_holidays(std::string_view text, std::string_view file,
                                          DayRange within) {
  return Reading{file, within}.read(text);
}

}  // namespace vigie
