// The events of an iCalendar text, and what may be wrong with it. Source: RFC 5545 section 3.6.1.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/fault.h"
#include "engine/calendar/recurrence.h"
#include "notation/icalendar_lines.h"

namespace vigie {

/// Faults of one file, at most a hundred.
class IcalendarFaults {
 public:
  explicit IcalendarFaults(std::string_view file) : file_(file) {}

  void add(int line, Fault fault);
  /// icalendar_malformed, with the reason.
  void refuse(int line, std::string why);
  void refuse_property(const IcalendarLine& line);

  std::vector<Fault> take() { return std::move(faults_); }

 private:
  std::string file_;
  std::vector<Fault> faults_;
};

/// One VEVENT as it is written. What lies inside it (alarms) is left out.
struct IcalendarEvent {
  int line = 0;  // of its BEGIN
  std::string uid;
  std::string name;
  std::optional<RecurrenceRule> rule;
  bool is_cancelled = false;
  std::vector<IcalendarLine> properties;  // the others, in their order
};

/// All of them, 10,000 at most. A text that is no calendar, an event without end and a line that
/// cannot be read are faults.
std::vector<IcalendarEvent> read_icalendar_events(std::string_view text, IcalendarFaults& faults);

/// The same, each as an `Event`: an IcalendarEvent with a `start` and what else its reader keeps.
/// `take(line, event)` puts a property into it and says whether it could be read; `keep` is given
/// those that start. What could not be read and what does not start are faults.
template <class Event, class Take, class Keep>
void for_each_icalendar_event(std::string_view text, IcalendarFaults& faults, Take take,
                              Keep keep) {
  for (IcalendarEvent& written : read_icalendar_events(text, faults)) {
    Event event{std::move(written)};
    for (const IcalendarLine& line : event.properties) {
      if (!take(line, event)) faults.refuse_property(line);
    }
    if (event.start) {
      keep(std::move(event));
    } else {
      faults.refuse(event.line, "an event without DTSTART");
    }
  }
}

}  // namespace vigie
