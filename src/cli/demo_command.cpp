#include "cli/demo_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

#include "cli/company/demo_filling.h"
#include "cli/console/configuration_options.h"
#include "cli/console/progress.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/console/typed_secret.h"
#include "cli/console/written_file.h"
#include "cli/loading/loading.h"
#include "cli/operation/operation_said.h"
#include "connector/zone_folder.h"
#include "demo/demo.h"
#include "engine/base/digest.h"
#include "notation/page/scorecard_words.h"
#include "server/zones/node_zones.h"
#include "vocabulary/weakness.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

constexpr const char* demo_description =
    "Writes a company that never existed: agreements, two years of tickets and outages, and what\n"
    "was planted in them.";

constexpr const char* demo_example =
    "Examples:\n"
    "  vigie demo --tickets 20000 --seed 7 --out novalys\n"
    "  vigie evaluate --agreements novalys/agreements --events novalys/events.ndjson\n"
    "  vigie demo --tickets 500 --into sqlite:demo.db <password.txt\n"
    "  vigie demo --tickets 3000 --until now --into sqlite:demo.db <password.txt\n"
    "The same number and seed give the same bytes, on every machine; with --until, at the same\n"
    "second.";

constexpr std::uint64_t most_tickets = 5'000'000;

struct DemoOptions {
  std::string into;
  ConfigurationOptions configuration;
  std::uint64_t tickets = 10'000;
  std::uint64_t seed = 1;
  std::string day;  // on which it ends; empty: as it is written
  std::optional<Instant> until;
  std::string folder = "vigie-demo";
  std::string zones = ZoneFolder::of_system;
};

/// In Paris, where the company is: close enough for a page, and without an hour.
std::string day_text(Instant at) {
  const std::chrono::year_month_day date{
      std::chrono::floor<std::chrono::days>(at + std::chrono::hours{2})};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

/// The day that was asked for, at the hour that it is now. Refused: it is no day.
bool take_day(DemoOptions& options, Session& session) {
  if (options.day.empty()) return true;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto of_day = now - std::chrono::floor<std::chrono::days>(now);
  const auto day = options.day == "now"
                       ? std::optional{CivilDay{std::chrono::local_days{
                             std::chrono::floor<std::chrono::days>(now).time_since_epoch()}}}
                       : day_from(options.day);
  if (!day) {
    session.console.err << fmt::format("--until {}: YYYY-MM-DD, or now\n", options.day);
    session.exit = Exit::wrong_usage;
    return false;
  }
  options.until = Instant{day->time_since_epoch()} + of_day;
  return true;
}

DateStyle style_of(const Session& session) { return {.language = session.console.language}; }

/// An older demo may be written again; anything else is left alone.
bool is_ours(const fs::path& folder) {
  if (!fs::exists(folder) || fs::is_empty(folder)) return true;
  std::ifstream page{folder / "README.md"};
  std::string title;
  std::getline(page, title);
  return title == word_of(PageText::demo_title, Language::en) ||
         title == word_of(PageText::demo_title, Language::fr);
}

std::string page_of(const DemoOptions& options, const Session& session, ZoneSource& zones) {
  const Language language = session.console.language;
  std::string page{word_of(PageText::demo_title, language)};
  page += "\n\n" + said(PageText::demo_story,
                        {{"from", day_text(demo_days(options.until, zones).from)},
                         {"until", day_text(demo_days(options.until, zones).to - Duration{1})},
                         counted("tickets", options.tickets),
                         {"seed", std::to_string(options.seed)}},
                        style_of(session));
  page += "\n\n" + std::string{word_of(PageText::demo_weaknesses, language)} + "\n\n";
  for (const Word& word : Vocabulary<Weakness>::words) {
    page += "- **" + std::string{word.key} + "** " +
            std::string{language == Language::fr ? word.fr : word.en} + "\n";
  }
  page += "\n" + std::string{word_of(PageText::demo_next, language)} + "\n\n";
  page +=
      "    vigie evaluate --agreements agreements --events events.ndjson\n"
      "    vigie evaluate --agreements agreements --events events.ndjson --periods\n"
      "    vigie explain MAJ-2025-03-12 --agreements agreements --events events.ndjson\n";
  return page;
}

void write_whole(const fs::path& path, std::string_view text) {
  WrittenFile file{path.string()};
  file.write(text);
  file.commit();
}

void write_demo(const DemoOptions& options, Session& session) {
  const fs::path folder{options.folder};
  if (!is_ours(folder)) {
    session.console.err << said(PageText::demo_not_ours, {{"folder", options.folder}},
                                style_of(session))
                        << "\n";
    session.exit = Exit::wrong_usage;
    return;
  }
  fs::create_directories(folder / "agreements");
  ZoneFolder zones{options.zones};
  for (const DemoDocument& document : demo_agreements()) {
    write_whole(folder / "agreements" / document.name,
                agreement_until(document, options.until, zones));
  }
  Progress progress{session.console,
                    std::string{word_of(PageText::telling_demo, session.console.language)}};
  WrittenFile events{(folder / "events.ndjson").string()};
  Digest digest;
  std::uint64_t bytes = 0;
  tell_demo(
      {.tickets = options.tickets, .seed = options.seed, .zones = zones, .until = options.until},
      [&](std::string_view lines) {
        events.write(lines);
        digest.add(lines);
        bytes += lines.size();
      },
      [&](auto done, auto of) { progress.show(done, of); });
  events.commit();
  write_whole(folder / "README.md", page_of(options, session, zones));
  session.console.out << said(PageText::demo_written,
                              {{"folder", options.folder},
                               counted("count", demo_agreements().size()),
                               counted("tickets", options.tickets),
                               counted("bytes", bytes),
                               {"digest", digest.text().substr(0, 16)}},
                              style_of(session))
                      << "\n";
}

/// The company in a database, by its use cases.
void fill_demo(const DemoOptions& options, Session& session) {
  const auto read =
      read_configuration(session, options.configuration, {{"database", options.into}});
  if (!read) return;
  const Language language = session.console.language;
  const auto password =
      typed_secret(session, language == Language::fr ? "mot de passe" : "password");
  if (!password) return;
  auto installation = open_installation(serving_terms(*read).installation);
  if (!installation) {
    refuse({installation.error()}, {}, session);
    return;
  }
  const auto zones = node_zones((*installation)->here(), options.zones);
  if (!zones) {
    refuse({zones.error()}, {}, session);
    return;
  }
  Progress progress{session.console, std::string{word_of(PageText::telling_demo, language)}};
  const DemoFilled filled =
      fill_with_demo({.here = (*installation)->here(),
                      .zones = **zones,
                      .tickets = options.tickets,
                      .seed = options.seed,
                      .until = options.until,
                      .password = *password,
                      .progress = [&](auto done, auto of) { progress.show(done, of); }});
  const auto text = filled.tickets == 0 ? OperationText::demo_there : OperationText::demo_filled;
  session.console.out << said(text,
                              {{"company", "Novalys"},
                               counted("tickets", filled.tickets),
                               counted("accounts", filled.accounts.size())},
                              language)
                      << "\n";
  for (const DemoAccount& account : filled.accounts) {
    session.console.out << fmt::format("  {:30}  {}\n", account.email,
                                       word_of(account.role, language));
  }
}

}  // namespace

void add_demo_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("demo", demo_description);
  auto options = std::make_shared<DemoOptions>();
  command->add_option("--tickets", options->tickets, "How many tickets, about")
      ->check(CLI::Range(std::uint64_t{1}, most_tickets))
      ->type_name("NUMBER")
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Another seed, other tickets of the same company")
      ->type_name("NUMBER")
      ->capture_default_str();
  command->add_option("--out", options->folder, "Folder to write; an older demo is replaced")
      ->type_name("FOLDER")
      ->capture_default_str();
  command
      ->add_option("--into", options->into,
                   "A database to fill with it, instead of files; one account a role, whose\n"
                   "password is asked for, or read")
      ->type_name("DATABASE");
  add_configuration_options(*command, options->configuration);
  add_zones_option(*command, options->zones);
  add_language_option(*command, session);
  command->footer(demo_example);
  command
      ->add_option("--until", options->day,
                   "Move the whole story so that it ends on this day at the present hour, with\n"
                   "tickets that are open: YYYY-MM-DD, or now")
      ->type_name("DATE");
  command->callback([&session, options] {
    if (!take_day(*options, session)) return;
    if (options->into.empty()) return write_demo(*options, session);
    fill_demo(*options, session);
  });
}

}  // namespace vigie
