#include "notation/icalendar_events.h"

#include "notation/time/read_recurrence.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::size_t most_faults = 100;
constexpr std::size_t most_events = 10'000;

/// Puts the lines of a calendar together into events.
class EventsReader {
 public:
  explicit EventsReader(IcalendarFaults& faults) : faults_(faults) {}

  std::vector<IcalendarEvent> read(std::string_view text) {
    IcalendarLines lines{text};
    auto line = lines.next();
    if (!line || line->name != "BEGIN" || line->value != "VCALENDAR") {
      faults_.refuse(1, "it does not begin with BEGIN:VCALENDAR");
      return {};
    }
    while ((line = lines.next()) && !is_full_) take(*std::move(line));
    if (event_) faults_.refuse(event_->line, "its VEVENT has no end");
    return std::move(events_);
  }

 private:
  void take(IcalendarLine&& line) {
    if (line.name == "BEGIN" && line.value == "VEVENT") {
      event_.emplace();
      event_->line = line.number;
    } else if (line.name == "END" && line.value == "VEVENT" && event_) {
      finish();
    } else if (line.name == "BEGIN" && event_) {
      ++nested_;  // an alarm inside the event
    } else if (line.name == "END" && event_ && nested_ > 0) {
      --nested_;
    } else if (event_ && nested_ == 0) {
      take_property(std::move(line));
    }
  }

  void take_property(IcalendarLine&& line) {
    if (line.name == "UID") {
      event_->uid = line.value;
    } else if (line.name == "SUMMARY") {
      event_->name = icalendar_text(line.value);
    } else if (line.name == "STATUS") {
      event_->is_cancelled = line.value == "CANCELLED";
    } else if (line.name == "RRULE") {
      const auto rule = read_recurrence(line.value);
      if (!rule) return faults_.refuse_property(line);
      event_->rule = *rule;
    } else if (line.name.empty()) {
      faults_.refuse_property(line);
    } else {
      event_->properties.push_back(std::move(line));
    }
  }

  void finish() {
    is_full_ = events_.size() == most_events;
    if (is_full_) {
      faults_.refuse(event_->line, "more than 10,000 events");
    } else {
      events_.push_back(*std::move(event_));
    }
    event_.reset();
    nested_ = 0;
  }

  IcalendarFaults& faults_;
  std::vector<IcalendarEvent> events_;
  std::optional<IcalendarEvent> event_;
  int nested_ = 0;
  bool is_full_ = false;
};

}  // namespace

void IcalendarFaults::add(int line, Fault fault) {
  if (faults_.size() >= most_faults) return;
  fault.place.file = file_;
  fault.place.line = line;
  fault.place.column = 1;
  faults_.push_back(std::move(fault));
}

void IcalendarFaults::refuse(int line, std::string why) {
  Fault fault{.code = FaultCode::icalendar_malformed};
  fault.arguments = {{"why", std::move(why)}};
  add(line, std::move(fault));
}

void IcalendarFaults::refuse_property(const IcalendarLine& line) {
  refuse(line.number, line.name + " cannot be read: " + line.value.substr(0, 80));
}

std::vector<IcalendarEvent> read_icalendar_events(std::string_view text, IcalendarFaults& faults) {
  return EventsReader{faults}.read(text);
}

}  // namespace vigie
