#include "notation/icalendar_maintenance.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/near_words.h"
#include "engine/calendar/recurrence.h"
#include "notation/icalendar_events.h"
#include "notation/page/rfc3339.h"
#include "notation/time/read_recurrence.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

constexpr std::size_t most_windows = 100'000;

/// A stamp on the clock that it was written on; `zone` null: UTC.
struct Stamp {
  CivilTime at;
  const Zone* zone = nullptr;
  bool is_date = false;

  Instant instant(CivilTime local) const {
    return zone == nullptr ? Instant{local.time_since_epoch()} : zone->instant_of_edge(local);
  }
  Instant instant() const { return instant(at); }
  /// The same instant on the clock of another stamp.
  CivilTime on_clock_of(const Stamp& other) const {
    if (zone == other.zone) return at;
    return other.zone == nullptr ? CivilTime{instant().time_since_epoch()}
                                 : other.zone->civil(instant());
  }
};

struct WindowEvent : IcalendarEvent {
  std::vector<std::string> categories;
  std::vector<std::string> attendees;
  std::optional<Stamp> start;
  std::optional<Stamp> end;
  std::optional<Duration> duration;
  std::vector<Stamp> more;
  std::vector<Stamp> except;
  std::optional<Stamp> replaces;
  std::optional<Instant> created;
  std::optional<Instant> modified;
  std::optional<Instant> stamped;
  bool was_moved = false;

  std::optional<Duration> length() const {
    if (end) return end->on_clock_of(*start) - start->at;
    if (duration) return duration;
    return start->is_date ? std::optional<Duration>{std::chrono::days{1}} : std::nullopt;
  }

  std::optional<Instant> announced_at() const {
    const auto& said = was_moved ? modified : created;
    return said ? said : stamped;
  }
};

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t comma = list.find(',');
    while (comma != list.npos && comma > 0 && list[comma - 1] == '\\') {
      comma = list.find(',', comma + 1);
    }
    parts.push_back(list.substr(0, comma));
    if (comma == list.npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

/// "P1D", "P2W", "PT4H30M", "P1DT2H".
std::optional<Duration> read_length(std::string_view text) {
  if (!text.starts_with('P') || text.size() < 3 || text.size() > 24) return std::nullopt;
  Duration sum{0};
  std::int64_t number = -1;
  bool is_time = false;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      number = std::max<std::int64_t>(number, 0) * 10 + (c - '0');
      if (number > 1'000'000) return std::nullopt;
      continue;
    }
    if (c == 'T' && !is_time && number < 0) {
      is_time = true;
      continue;
    }
    if (number < 0) return std::nullopt;
    if (c == 'W' && !is_time) {
      sum += std::chrono::weeks{number};
    } else if (c == 'D' && !is_time) {
      sum += std::chrono::days{number};
    } else if (c == 'H' && is_time) {
      sum += std::chrono::hours{number};
    } else if (c == 'M' && is_time) {
      sum += std::chrono::minutes{number};
    } else if (c == 'S' && is_time) {
      sum += std::chrono::seconds{number};
    } else {
      return std::nullopt;
    }
    number = -1;
  }
  return number < 0 ? std::optional{sum} : std::nullopt;
}

class WindowReading {
 public:
  explicit WindowReading(const MaintenanceCalendar& calendar)
      : calendar_(calendar), faults_(calendar.file) {}

  IcalendarMaintenance read() {
    for_each_icalendar_event<WindowEvent>(
        calendar_.text, faults_,
        [this](const IcalendarLine& line, WindowEvent& event) {
          return take_property(line, event);
        },
        [this](WindowEvent&& event) { keep(std::move(event)); });
    for (const WindowEvent& event : events_) {
      if (event.replaces) moved_[event.uid].insert(event.replaces->instant());
    }
    for (const WindowEvent& event : events_) add_windows(event);
    std::ranges::stable_sort(found_.windows, {},
                             [](const IcalendarWindow& one) { return one.interval.from; });
    found_.faults = faults_.take();
    return std::move(found_);
  }

 private:
  void keep(WindowEvent&& event) {
    if (!event.length()) {
      faults_.refuse(event.line, "an event without DTEND or DURATION");
    } else if (*event.length() <= Duration{0}) {
      faults_.refuse(event.line, "an event that ends before it starts");
    } else {
      events_.push_back(std::move(event));
    }
  }

  bool take_property(const IcalendarLine& line, WindowEvent& event) {
    if (line.name == "SEQUENCE") event.was_moved = line.value != "0";
    if (line.name == "CATEGORIES") {
      for (const auto part : parts_of(line.value)) event.categories.push_back(icalendar_text(part));
    }
    if (line.name == "ATTENDEE") take_attendee(line.value, event);
    if (line.name == "DTSTART") return take_stamp(line, event.start);
    if (line.name == "DTEND") return take_stamp(line, event.end);
    if (line.name == "RECURRENCE-ID") return take_stamp(line, event.replaces);
    if (line.name == "CREATED") return take_instant(line, event.created);
    if (line.name == "LAST-MODIFIED") return take_instant(line, event.modified);
    if (line.name == "DTSTAMP") return take_instant(line, event.stamped);
    if (line.name == "RDATE") return take_stamps(line, event.more);
    if (line.name == "EXDATE") return take_stamps(line, event.except);
    if (line.name == "DURATION") return (event.duration = read_length(line.value)).has_value();
    return true;
  }

  /// One that has no address is passed over.
  static void take_attendee(std::string_view value, WindowEvent& event) {
    std::string address{value};
    for (char& c : address) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    constexpr std::string_view scheme = "mailto:";
    if (address.starts_with(scheme)) event.attendees.push_back(address.substr(scheme.size()));
  }

  bool take_stamp(const IcalendarLine& line, std::optional<Stamp>& into) {
    std::vector<Stamp> one;
    const bool is_read = take_stamps(line, one) && one.size() == 1;
    if (is_read) into = one.front();
    return is_read;
  }

  bool take_instant(const IcalendarLine& line, std::optional<Instant>& into) {
    std::optional<Stamp> stamp;
    if (take_stamp(line, stamp)) into = stamp->instant();
    return stamp.has_value();
  }

  bool take_stamps(const IcalendarLine& line, std::vector<Stamp>& into) {
    const Zone* zone = zone_of(line);
    for (const auto part : parts_of(line.value)) {
      const auto stamp = read_calendar_stamp(part);
      if (!stamp) return false;
      into.push_back(
          {.at = stamp->at, .zone = stamp->is_utc ? nullptr : zone, .is_date = stamp->is_date});
    }
    return true;
  }

  /// That of TZID; an unknown one is a fault of its own.
  const Zone* zone_of(const IcalendarLine& line) {
    const auto name = icalendar_parameter(line, "TZID");
    if (!name) return &calendar_.floating;
    if (const Zone* zone = calendar_.zones.find(*name)) return zone;
    Fault fault{.code = FaultCode::unknown_zone};
    fault.arguments = {{"zone", *name}};
    fault.cures = cures_near(*name, calendar_.zones.names());
    faults_.add(line.number, std::move(fault));
    return &calendar_.floating;
  }

  /// Starts on the clock of the event, in order, each once.
  std::vector<CivilTime> starts_of(const WindowEvent& event) const {
    const Stamp& first = *event.start;
    std::vector<CivilTime> starts{first.at};
    if (event.rule) {
      RecurrenceRule rule = *event.rule;
      if (rule.until && rule.until_is_utc && first.zone != nullptr) {
        rule.until = first.zone->civil(Instant{rule.until->time_since_epoch()});
      }
      RecurrenceBounds bounds;
      bounds.most = most_windows;
      bounds.before =
          CivilTime{calendar_.within.to.time_since_epoch()} + Duration{std::chrono::days{2}};
      const auto found = occurrences(rule, first.at, bounds);
      starts.insert(starts.end(), found.begin(), found.end());
    }
    for (const Stamp& one : event.more) starts.push_back(one.on_clock_of(first));
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
  }

  void add_windows(const WindowEvent& event) {
    if (event.is_cancelled) return;
    std::set<Instant> except;
    for (const Stamp& one : event.except) except.insert(one.instant());
    const auto moved = moved_.find(event.uid);
    if (!event.replaces && moved != moved_.end()) {
      except.insert(moved->second.begin(), moved->second.end());
    }
    const bool comes_back = event.rule || !event.more.empty() || event.replaces;
    for (const CivilTime local : starts_of(event)) {
      const Instant from = event.start->instant(local);
      const Interval interval{from, event.start->instant(local + *event.length())};
      const bool is_asked =
          interval.from < calendar_.within.to && calendar_.within.from < interval.to;
      if (interval.is_empty() || !is_asked || except.contains(from)) continue;
      std::string reference = event.uid.empty() ? "line " + std::to_string(event.line) : event.uid;
      if (comes_back) reference += " " + rfc3339(from);
      if (!add_window(event, std::move(reference), interval)) return;
    }
  }

  bool add_window(const WindowEvent& event, std::string reference, Interval interval) {
    IcalendarWindow window{.reference = std::move(reference),
                           .of = {},
                           .interval = interval,
                           .announced_at = event.announced_at(),
                           .title = event.name,
                           .attendees = event.attendees};
    if (found_.windows.size() + event.categories.size() >= most_windows) {
      faults_.refuse(event.line, "more than 100,000 windows");
      return false;
    }
    if (event.categories.size() < 2) {
      if (!event.categories.empty()) window.of = event.categories.front();
      found_.windows.push_back(std::move(window));
      return true;
    }
    const std::string shared = window.reference;
    for (const std::string& service : event.categories) {
      window.reference = shared + " " + service;
      window.of = service;
      found_.windows.push_back(window);
    }
    return true;
  }

  const MaintenanceCalendar& calendar_;
  IcalendarFaults faults_;
  std::vector<WindowEvent> events_;
  std::map<std::string, std::set<Instant>> moved_;
  IcalendarMaintenance found_;
};

}  // namespace

IcalendarMaintenance read_icalendar_maintenance(const MaintenanceCalendar& calendar) {
  return WindowReading{calendar}.read();
}

}  // namespace vigie
