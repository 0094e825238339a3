#include "cli/export_holidays.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/refusal.h"
#include "cli/loading/loading.h"
#include "cli/loading/text_file.h"
#include "notation/icalendar.h"
#include "notation/scalar_date.h"

namespace vigie {
namespace {

constexpr const char* export_holidays_description =
    "Writes the all-day events of an iCalendar file as the `holidays` of a calendar (YAML).";

constexpr const char* export_holidays_example =
    "Example:\n"
    "  vigie export holidays --icalendar bridge-days.ics --from 2026-01-01 --to 2027-12-31";

struct HolidayOptions {
  std::string file;
  std::string from;
  std::string to;
};

CivilDay day_of(const std::string& text, const std::string& option) {
  const auto day = day_from(text);
  if (!day) throw CLI::ValidationError(option, "write a day as 2026-03-02");
  return *day;
}

void export_holidays(const HolidayOptions& options, Session& session) {
  const DayRange within{.first = day_of(options.from, "--from"),
                        .last = day_of(options.to, "--to")};
  const std::string text = text_of_file(options.file);
  const auto read = read_icalendar_holidays(text, options.file, within);
  if (refuse(read.faults, {{options.file, text}}, session)) return;
  std::ostream& out = session.console.out;
  out << "holidays:\n";
  for (const NamedDay& holiday : read.days) {
    std::string name = holiday.name;
    for (char& letter : name) {
      if (letter == '\n' || letter == '\r') letter = ' ';
    }
    out << "  - " << date_text(holiday.day) << (name.empty() ? "" : "  # " + name) << "\n";
  }
}

}  // namespace

void add_export_holidays(CLI::App& group, Session& session) {
  auto* command = group.add_subcommand("holidays", export_holidays_description);
  command->footer(export_holidays_example);
  auto options = std::make_shared<HolidayOptions>();
  command->add_option("--icalendar", options->file, "iCalendar file (RFC 5545)")
      ->required()
      ->type_name("FILE");
  command->add_option("--from", options->from, "First day to write, included")
      ->required()
      ->type_name("DATE");
  command->add_option("--to", options->to, "Last day to write, included")
      ->required()
      ->type_name("DATE");
  command->callback([options, &session] { export_holidays(*options, session); });
}

}  // namespace vigie
