#include "cli/operation/backup_command.h"

#include <fmt/chrono.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/shared_options.h"
#include "cli/operation/dump_file.h"
#include "cli/operation/operation_said.h"
#include "cli/operation/standing_database.h"
#include "store/dump/sqlite_copy.h"
#include "store/journal/seal_acts.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

constexpr const char* backup_description =
    "Copies an installation while it works, into a new file of a folder: the file of SQLite as of\n"
    "one instant, a portable dump of PostgreSQL. vigie restore takes both.\n"
    "The key of the journal is not in it: keep it apart.";

constexpr const char* backup_example =
    "Example:\n"
    "  vigie backup --config /etc/vigie/vigie.yaml --to /var/backups/vigie";

struct BackupOptions {
  ConfigurationOptions configuration;
  std::string to;
};

/// "vigie-20261122T071503Z", by the clock of the database.
std::string name_of(Database& database) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(
      std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{database.now()}});
  return fmt::format("vigie-{:%Y%m%dT%H%M%SZ}", fmt::gmtime(seconds.time_since_epoch().count()));
}

/// The last position that a copy of SQLite holds.
std::int64_t position_of_copy(const fs::path& copy) {
  const auto opened = open_database({.url = "sqlite:" + copy.string(), .readers = 1});
  return position_in(**opened);
}

/// Whole or absent: what is not finished has another name.
fs::path copied(const fs::path& from, const fs::path& to) {
  const fs::path aside = to.string() + ".part";
  fs::remove(aside);
  copy_sqlite(from, aside);
  fs::rename(aside, to);
  return to;
}

void backup(Session& session, const BackupOptions& options) {
  const auto read = read_configuration(session, options.configuration);
  if (!read) return;
  const OpeningTerms terms = serving_terms(*read).installation;
  const auto database = standing_database(session, terms);
  if (database == nullptr) return;
  const Language language = session.console.language;
  const fs::path folder{options.to};
  fs::create_directories(folder);
  const std::string name = name_of(*database);
  fs::path file;
  std::int64_t position = 0;
  if (const auto source = sqlite_file(terms.database.url)) {
    file = copied(*source, folder / (name + ".db"));
    position = position_of_copy(file);
    fs::remove(file.string() + "-wal");
    fs::remove(file.string() + "-shm");
  } else {
    file = folder / (name + ".ndjson.zst");
    position = position_in(*database);
    dump_to_file(*database, DumpContent::portable, file.string());
  }
  session.console.out << said(OperationText::backed_up,
                              {{"file", file.string()}, {"position", position}}, language)
                      << "\n"
                      << said(OperationText::key_apart, {{"file", terms.journal_key.string()}},
                              language)
                      << "\n";
}

}  // namespace

void add_backup_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("backup", backup_description);
  auto options = std::make_shared<BackupOptions>();
  add_configuration_options(*command, options->configuration);
  command->add_option("--to", options->to, "Folder, made when it is missing")
      ->required()
      ->type_name("FOLDER");
  add_language_option(*command, session);
  command->footer(backup_example);
  command->callback([&session, options] { backup(session, *options); });
}

}  // namespace vigie
