#include "notation/agreement_calendar.h"

#include <algorithm>

#include "notation/scalar_date.h"
#include "notation/scalar_hours.h"

namespace vigie {

namespace {

constexpr std::string_view of_site = "site";

void add_holiday(const Holiday& holiday, HolidayRules& rules) {
  if (const auto* day = std::get_if<CivilDay>(&holiday)) rules.dates.insert(*day);
  if (const auto* yearly = std::get_if<YearlyDate>(&holiday)) rules.yearly.insert(*yearly);
  if (const auto* range = std::get_if<DayRange>(&holiday)) rules.ranges.push_back(*range);
  if (const auto* set = std::get_if<std::string>(&holiday)) {
    if (*set == of_site) {
      rules.of_site = true;
    } else {
      rules.sets.push_back(*set);
    }
  }
}

void read_holidays(Clauses& clauses, HolidayRules& rules) {
  const auto entries = clauses.find_scalars("holidays");
  if (!entries.empty()) rules = {};
  for (const YamlNode* node : entries) {
    if (node->text == "none") continue;
    const auto holiday = holiday_from(node->text);
    if (holiday) {
      add_holiday(*holiday, rules);
    } else {
      clauses.add(located(holiday.error(), *node));
    }
  }
}

/// A mapping date -> hours of that day: {2026-12-24: 09:00-12:00}.
void read_days(Clauses& clauses, std::string_view key, std::map<CivilDay, DayHours>& days) {
  const YamlNode* node = clauses.find_mapping(key);
  if (node == nullptr) return;
  for (const auto& entry : node->entries) {
    const auto day = date_from(entry.key);
    if (!day) {
      YamlNode written;
      written.place = entry.place;
      clauses.add(located(day.error(), written));
    }
    if (entry.value.kind != YamlKind::scalar) {
      clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      continue;
    }
    const auto hours = day_hours_from(entry.value.text);
    if (!hours) clauses.add(located(hours.error(), entry.value));
    if (day && hours) days[*day] = *hours;
  }
}

void read_worked(Clauses& clauses, std::set<CivilDay>& worked) {
  for (const YamlNode* node : clauses.find_scalars("worked")) {
    const auto day = date_from(node->text);
    if (day) {
      worked.insert(*day);
    } else {
      clauses.add(located(day.error(), *node));
    }
  }
}

/// Hours are one text, or a list of texts of which each adds its own.
void read_hours(Clauses& clauses, WeekHours& week) {
  const auto texts = clauses.find_scalars("hours");
  if (texts.empty()) return;
  std::string joined;
  for (const YamlNode* node : texts) {
    const auto alone = week_hours_from(node->text);
    if (!alone) return clauses.add(located(alone.error(), *node));
    joined += (joined.empty() ? "" : ", ") + node->text;
  }
  const auto whole = week_hours_from(joined);
  if (whole) {
    week = *whole;
  } else {
    Fault fault = whole.error();
    fault.place = {};
    clauses.add(located(std::move(fault), *texts.front()));
  }
}

void read_version(Clauses& clauses, CalendarVersion& version) {
  read_hours(clauses, version.week);
  read_holidays(clauses, version.holidays);
  read_days(clauses, "shifts", version.shifts);
  read_days(clauses, "extra", version.extra);
  read_days(clauses, "breaks", version.breaks);
  read_worked(clauses, version.worked);
}

/// Later versions: what one does not say, it takes from the version before it.
void read_versions(Clauses& clauses, ServiceCalendar& calendar) {
  const YamlNode* list = clauses.find_list("versions");
  if (list == nullptr) return;
  for (const auto& item : list->items) {
    Clauses own{item, clauses.where() + " versions", clauses.faults()};
    CalendarVersion version = calendar.versions.back();
    std::optional<CivilDay> from;
    read_scalar(own, "from", date_from, from);
    if (own.node().find("from") == nullptr) own.refuse_missing("from");
    read_version(own, version);
    own.refuse_unknown();
    if (!from) continue;
    const auto& before = calendar.versions.back().from;
    if (before && *before >= *from) {
      clauses.add(node_fault(FaultCode::versions_out_of_order, item,
                             {{"from", date_text(*from)}, {"before", date_text(*before)}}));
    }
    version.from = from;
    calendar.versions.push_back(std::move(version));
  }
}

void read_windows(Clauses& clauses, std::map<std::string, WeekHours>& windows) {
  const YamlNode* node = clauses.find_mapping("windows");
  if (node == nullptr) return;
  for (const auto& entry : node->entries) {
    if (entry.value.kind != YamlKind::scalar) {
      clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      continue;
    }
    const auto week = week_hours_from(entry.value.text);
    if (week) {
      windows[entry.key] = *week;
    } else {
      clauses.add(located(week.error(), entry.value));
    }
  }
}

ServiceCalendar read_calendar(const std::string& name, const YamlNode& node,
                              const std::string& zone, Faults& faults) {
  Clauses clauses{node, "calendar " + name, faults};
  ServiceCalendar calendar{.name = name, .zone = zone, .versions = {{}}, .windows = {}};
  read_text(clauses, "zone", calendar.zone);
  if (calendar.zone == of_site) {
    calendar.zone.clear();
    calendar.zone_of_site = true;
  } else if (calendar.zone.empty()) {
    faults.push_back(node_fault(FaultCode::zone_missing, node, {{"where", "calendar " + name}},
                                {{"zone: Europe/Paris", CureWord::zone_by_name, {}},
                                 {"zone: site", CureWord::zone_of_site, {}}}));
  }
  if (node.find("hours") == nullptr) clauses.refuse_missing("hours");
  read_version(clauses, calendar.versions.front());
  read_versions(clauses, calendar);
  read_windows(clauses, calendar.windows);
  clauses.refuse_unknown();
  return calendar;
}

}  // namespace

void read_calendars(const YamlNode& mapping, const std::string& zone, Faults& faults,
                    std::map<std::string, ServiceCalendar>& calendars) {
  for (const auto& entry : mapping.entries) {
    if (entry.key == "always") {
      faults.push_back({FaultCode::name_reserved, {{"name", entry.key}}, entry.place, {}});
      continue;
    }
    calendars[entry.key] = read_calendar(entry.key, entry.value, zone, faults);
  }
}

void read_sites(const YamlNode& mapping, Faults& faults, std::map<std::string, SiteTerms>& sites) {
  for (const auto& entry : mapping.entries) {
    Clauses clauses{entry.value, "site " + entry.key, faults};
    SiteTerms site{.name = entry.key, .zone = {}, .holidays = {}};
    read_text(clauses, "zone", site.zone);
    if (site.zone.empty()) clauses.refuse_missing("zone");
    read_texts(clauses, "holidays", site.holidays);
    clauses.refuse_unknown();
    sites[entry.key] = std::move(site);
  }
}

}  // namespace vigie
