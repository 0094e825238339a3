#include "notation/agreement_calendar.h"

#include <algorithm>

#include "engine/base/near_words.h"
#include "engine/calendar/holiday_sets.h"
#include "engine/calendar/holidays.h"
#include "notation/agreement_clause.h"
#include "notation/scalar_date.h"
#include "notation/scalar_hours.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view of_site = "site";

/// The set `text`, when the program knows it.
void check_set_name(Clauses& clauses, const YamlNode& node) {
  if (holiday_set(node.text) != nullptr) return;
  clauses.add(node_fault(FaultCode::unknown_holidays, node, {{"set", node.text}},
                         cures_of_list(node.text, holiday_set_names())));
}

void add_holiday(const ClosedDays& holiday, HolidayRules& rules) {
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
    const auto holiday = closed_days_from(node->text);
    if (holiday) {
      const auto* set = std::get_if<std::string>(&*holiday);
      if (set != nullptr && *set != of_site) check_set_name(clauses, *node);
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
    Clauses own{item,
                clauses.where() + ".versions",
                clauses.faults(),
                {.describes = describes<ClauseSection::calendar_version>}};
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

/// Whether some version has hours of a week, a shift or an extra opening.
bool opens_at_all(const ServiceCalendar& calendar) {
  return std::any_of(calendar.versions.begin(), calendar.versions.end(), [](const auto& version) {
    const auto is_open = [](const DayHours& day) { return !day.empty(); };
    const auto opens = [](const auto& dated) { return !dated.second.empty(); };
    return std::any_of(version.week.begin(), version.week.end(), is_open) ||
           std::any_of(version.shifts.begin(), version.shifts.end(), opens) ||
           std::any_of(version.extra.begin(), version.extra.end(), opens);
  });
}

void read_calendar_zone(Clauses& clauses, const CalendarContext& context,
                        ServiceCalendar& calendar) {
  const YamlNode* said = clauses.node().find("zone");
  if (said != nullptr && said->text == of_site) {
    clauses.find("zone");
    calendar.zone.clear();
    calendar.zone_of_site = true;
    return;
  }
  read_zone(clauses, context.zones, calendar.zone);
  if (!calendar.zone.empty()) return;
  clauses.add(node_fault(
      FaultCode::zone_missing, clauses.node(), {{"where", clauses.where()}},
      {{"zone: Europe/Paris", CureWord::zone_by_name}, {"zone: site", CureWord::zone_of_site}}));
}

ServiceCalendar read_calendar(const YamlEntry& entry, const CalendarContext& context) {
  Clauses clauses{entry.value,
                  "calendars." + entry.key,
                  context.faults,
                  {.describes = describes<ClauseSection::calendar>}};
  ServiceCalendar calendar{.name = entry.key, .zone = context.zone, .versions = {{}}};
  read_calendar_zone(clauses, context, calendar);
  const auto faults_before = context.faults.size();
  if (entry.value.find("hours") == nullptr) clauses.refuse_missing("hours");
  read_version(clauses, calendar.versions.front());
  read_versions(clauses, calendar);
  read_windows(clauses, calendar.windows);
  clauses.refuse_unknown();
  if (context.faults.size() == faults_before && !opens_at_all(calendar)) {
    Fault fault{FaultCode::calendar_never_opens, {{"calendar", entry.key}}, entry.place, {}};
    fault.place.length = static_cast<int>(entry.key.size());
    clauses.add(std::move(fault));
  }
  return calendar;
}

}  // namespace

void read_zone(Clauses& clauses, ZoneSource* zones, std::string& zone) {
  const YamlNode* node = clauses.find_scalar("zone");
  if (node == nullptr) return;
  zone = node->text;
  if (zones == nullptr || zones->find(zone) != nullptr) return;
  clauses.add(node_fault(FaultCode::unknown_zone, *node, {{"zone", zone}},
                         cures_near(zone, zones->names())));
}

void read_calendars(const YamlNode& mapping, const CalendarContext& context,
                    std::map<std::string, ServiceCalendar>& calendars) {
  for (const auto& entry : mapping.entries) {
    if (entry.key == "always") {
      context.faults.push_back({FaultCode::name_reserved, {{"name", entry.key}}, entry.place, {}});
      continue;
    }
    calendars[entry.key] = read_calendar(entry, context);
  }
}

void read_sites(const YamlNode& mapping, const CalendarContext& context,
                std::map<std::string, SiteTerms>& sites) {
  for (const auto& entry : mapping.entries) {
    Clauses clauses{entry.value,
                    "sites." + entry.key,
                    context.faults,
                    {.describes = describes<ClauseSection::site>}};
    SiteTerms site{.name = entry.key, .zone = {}, .holidays = {}};
    read_zone(clauses, context.zones, site.zone);
    if (entry.value.find("zone") == nullptr) clauses.refuse_missing("zone");
    for (const YamlNode* set : clauses.find_scalars("holidays")) {
      check_set_name(clauses, *set);
      site.holidays.push_back(set->text);
    }
    clauses.refuse_unknown();
    sites[entry.key] = std::move(site);
  }
}

}  // namespace vigie
