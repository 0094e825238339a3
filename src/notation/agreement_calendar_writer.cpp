#include "notation/agreement_calendar_writer.h"

#include "notation/scalar_date.h"
#include "notation/scalar_hours.h"

namespace vigie {

namespace {

std::vector<std::string> holiday_texts(const HolidayRules& rules) {
  std::vector<std::string> texts = rules.sets;
  if (rules.of_site) texts.emplace_back("site");
  for (const auto day : rules.dates) texts.push_back(date_text(day));
  for (const auto& yearly : rules.yearly) texts.push_back(yearly_text(yearly));
  for (const auto& range : rules.ranges) {
    texts.push_back(date_text(range.first) + " to " + date_text(range.last));
  }
  if (texts.empty()) texts.emplace_back("none");
  return texts;
}

void write_days(YamlText& yaml, std::string_view key, const std::map<CivilDay, DayHours>& days) {
  yaml.open(key);
  for (const auto& [day, hours] : days) yaml.scalar(date_text(day), day_hours_text(hours));
  yaml.close();
}

/// Later versions say everything: what they leave out would come from the version before.
void write_version(YamlText& yaml, const CalendarVersion& version) {
  yaml.scalar("hours", week_hours_text(version.week));
  yaml.list("holidays", holiday_texts(version.holidays));
  write_days(yaml, "shifts", version.shifts);
  write_days(yaml, "extra", version.extra);
  write_days(yaml, "breaks", version.breaks);
  std::vector<std::string> worked;
  for (const auto day : version.worked) worked.push_back(date_text(day));
  yaml.list("worked", worked);
}

void write_calendar(YamlText& yaml, const ServiceCalendar& calendar) {
  yaml.open(calendar.name);
  yaml.scalar("zone", calendar.zone_of_site ? "site" : calendar.zone);
  write_version(yaml, calendar.versions.front());
  yaml.open("versions");
  for (std::size_t i = 1; i < calendar.versions.size(); ++i) {
    yaml.open_item();
    yaml.scalar("from", date_text(*calendar.versions[i].from));
    write_version(yaml, calendar.versions[i]);
    yaml.close();
  }
  yaml.close();
  yaml.open("windows");
  for (const auto& [name, week] : calendar.windows) yaml.scalar(name, week_hours_text(week));
  yaml.close();
  yaml.close();
}

}  // namespace

void write_calendars(YamlText& yaml, const std::map<std::string, ServiceCalendar>& calendars) {
  yaml.open("calendars");
  for (const auto& [name, calendar] : calendars) write_calendar(yaml, calendar);
  yaml.close();
}

void write_sites(YamlText& yaml, const std::map<std::string, SiteTerms>& sites) {
  yaml.open("sites");
  for (const auto& [name, site] : sites) {
    yaml.open(name);
    yaml.scalar("zone", site.zone);
    yaml.list("holidays", site.holidays);
    yaml.close();
  }
  yaml.close();
}

}  // namespace vigie
