#include "engine/calendar/compile_hours.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/base/near_words.h"
#include "engine/calendar/holidays.h"
#include "engine/calendar/hours_digest.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// Reads edges of windows, quickly when they come in order.
class EdgeReader {
 public:
  EdgeReader(const Zone& zone, const EdgeConventions& conventions)
      : zone_(zone), conventions_(conventions) {}

  Instant opening(CivilDay day, seconds time) {
    return edge(day + time, conventions_.gap, conventions_.fold_of_opening);
  }
  Instant closing(CivilDay day, seconds time) {
    return edge(day + time, conventions_.gap, conventions_.fold_of_closing);
  }
  Instant midnight(CivilDay day) { return edge(day, DstGap::transition, DstFold::first); }

  Interval interval(CivilDay day, const Window& window) {
    const Instant from = opening(day, window.from);
    if (conventions_.day_length == DayLength::nominal && window.to - window.from == days{1}) {
      return {from, from + days{1}};
    }
    return {from, closing(day, window.to)};
  }

 private:
  Instant edge(CivilTime local, DstGap in_gap, DstFold in_fold) {
    if (local >= stretch_.from && local < stretch_.to) {
      return Instant{local.time_since_epoch() - stretch_.offset};
    }
    const CivilReading reading = zone_.read(local);
    if (reading.kind == CivilKind::gap) {
      return in_gap == DstGap::transition ? reading.change : reading.first;
    }
    if (reading.kind == CivilKind::fold) {
      return in_fold == DstFold::first ? reading.first : reading.last;
    }
    stretch_ = *zone_.stretch_around(local);
    return reading.first;
  }

  const Zone& zone_;
  EdgeConventions conventions_;
  CivilStretch stretch_{CivilTime::max(), CivilTime::min(), seconds{0}};
};

std::size_t index_of(CivilDay day) {
  return static_cast<std::size_t>((day - first_civil_day).count());
}

void mark(std::vector<bool>& flags, CivilDay day) {
  if (day >= first_civil_day && day < last_civil_day) flags[index_of(day)] = true;
}

const DayHours* exception_of(const std::map<CivilDay, DayHours>& exceptions, CivilDay day) {
  if (exceptions.empty()) return nullptr;
  const auto found = exceptions.find(day);
  return found == exceptions.end() ? nullptr : &found->second;
}

Fault unknown(FaultCode code, const char* what, const std::string& written,
              const std::vector<std::string>& known) {
  Fault fault{code, {{what, written}}, {}, {}};
  fault.cures = cures_near(written, known);
  return fault;
}

}  // namespace

/// Turns the versions of one calendar into open intervals and marked days.
class HoursCompiler {
 public:
  HoursCompiler(const ServiceCalendar& calendar, const HoursRequest& request, const Zone& zone)
      : calendar_(calendar), request_(request), edges_(zone, request.conventions) {
    hours_.name_ = calendar.name;
    hours_.zone_ = &zone;
    const auto size = static_cast<std::size_t>((last_civil_day - first_civil_day).count());
    hours_.business_days_.resize(size);
    hours_.holidays_.resize(size);
  }

  Result<HoursIndex> compile() {
    const WeekHours* named = nullptr;
    if (!request_.window.empty()) {
      const auto found = calendar_.windows.find(std::string{request_.window});
      if (found == calendar_.windows.end()) return unknown_window();
      named = &found->second;
    }
    for (std::size_t i = 0; i < calendar_.versions.size(); ++i) {
      const CalendarVersion& version = calendar_.versions[i];
      const CivilDay from = std::max(version.from.value_or(first_civil_day), first_civil_day);
      const bool is_last = i + 1 == calendar_.versions.size();
      const CivilDay next = is_last ? last_civil_day : *calendar_.versions[i + 1].from;
      if (auto fault = mark_holidays(version, {from, next})) return *fault;
      add_days(version, named != nullptr ? *named : version.week, {from, next});
    }
    const auto open = without(united(std::move(openings_)), united(std::move(cuts_)));
    std::vector<Interval> understood;
    understood.reserve(open.size());
    for (const Interval& one : open) {
      const Interval part = shared_part(one, {first_instant, last_instant});
      if (!part.is_empty()) understood.push_back(part);
    }
    hours_.fill(understood);
    hours_.digest_ = digest_of_hours(hours_, understood);
    return std::move(hours_);
  }

 private:
  struct DaySpan {
    CivilDay from;  // included
    CivilDay to;    // not included
    bool covers(CivilDay day) const { return from <= day && day < to; }
  };

  std::optional<Fault> mark_holidays(const CalendarVersion& version, DaySpan span) {
    const HolidayRules& rules = version.holidays;
    std::vector<bool>& holidays = hours_.holidays_;
    const auto mark_day = [&](CivilDay day) {
      if (span.covers(day)) mark(holidays, day);
    };
    std::vector<std::string> sets = rules.sets;
    if (rules.of_site) {
      sets.insert(sets.end(), request_.site_holidays.begin(), request_.site_holidays.end());
    }
    for (const std::string& set : sets) {
      const auto found = holidays_of(set, first_civil_day, last_civil_day);
      if (!found) {
        return unknown(FaultCode::unknown_holidays, "set", set, holiday_set_names());
      }
      for (const Holiday& holiday : *found) mark_day(holiday.day);
    }
    for (const CivilDay day : rules.dates) mark_day(day);
    for (const YearlyDate& date : rules.yearly) {
      for (std::chrono::year year{1969}; year <= std::chrono::year{2200}; ++year) {
        const std::chrono::year_month_day day{year, std::chrono::month{date.month},
                                              std::chrono::day{date.day}};
        if (day.ok()) mark_day(CivilDay{day});
      }
    }
    for (const DayRange& range : rules.ranges) {
      const CivilDay last = std::min(range.last, last_civil_day);
      for (CivilDay day = std::max(range.first, span.from); day <= last; day += days{1}) {
        mark_day(day);
      }
    }
    for (const CivilDay day : version.worked) {
      if (span.covers(day) && day >= first_civil_day && day < last_civil_day) {
        holidays[index_of(day)] = false;
      }
    }
    return std::nullopt;
  }

  void add_days(const CalendarVersion& version, const WeekHours& week, DaySpan span) {
    const bool whole_shifts = request_.conventions.holiday_scope == HolidayScope::start_day;
    for (CivilDay day = span.from; day < std::min(span.to, last_civil_day); day += days{1}) {
      const std::chrono::weekday weekday{day};
      const DayHours* own = exception_of(version.shifts, day);
      if (own == nullptr) own = &week[weekday.iso_encoding() - 1];
      const DayHours* added = exception_of(version.extra, day);
      const bool is_holiday = hours_.holidays_[index_of(day)];
      const bool has_windows = !own->empty() || (added != nullptr && !added->empty());
      if (has_windows && !is_holiday) mark(hours_.business_days_, day);
      if (!(whole_shifts && is_holiday)) {
        for (const Window& window : *own) openings_.push_back(edges_.interval(day, window));
        if (added != nullptr) {
          for (const Window& window : *added) openings_.push_back(edges_.interval(day, window));
        }
      }
      if (!whole_shifts && is_holiday) {
        cuts_.push_back({edges_.midnight(day), edges_.midnight(day + days{1})});
      }
      if (const DayHours* breaks = exception_of(version.breaks, day)) {
        for (const Window& window : *breaks) cuts_.push_back(edges_.interval(day, window));
      }
    }
  }

  Fault unknown_window() const {
    std::vector<std::string> names;
    for (const auto& [name, week] : calendar_.windows) names.push_back(name);
    Fault fault = unknown(FaultCode::unknown_window, "window", std::string{request_.window}, names);
    fault.arguments.emplace_back("calendar", calendar_.name);
    return fault;
  }

  const ServiceCalendar& calendar_;
  const HoursRequest& request_;
  EdgeReader edges_;
  HoursIndex hours_;
  std::vector<Interval> openings_;
  std::vector<Interval> cuts_;
};

Result<HoursIndex> compile_hours(const ServiceCalendar& calendar, const HoursRequest& request) {
  require(!calendar.versions.empty(), "a calendar has at least one version");
  const std::string name{calendar.zone_of_site ? request.site_zone : calendar.zone};
  const Zone* zone = request.zones.find(name);
  if (zone == nullptr) {
    return unknown(FaultCode::unknown_zone, "zone", name, request.zones.names());
  }
  return HoursCompiler{calendar, request, *zone}.compile();
}

}  // namespace vigie
