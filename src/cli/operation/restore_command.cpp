#include "cli/operation/restore_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/progress.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/operation/operation_said.h"
#include "cli/operation/restore.h"
#include "notation/page/scorecard_words.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

constexpr const char* restore_description =
    "Puts a dump or a backup into a new database, of either kind, and judges its tickets again.\n"
    "What is there is never written over. The journal goes on with the key that it was begun with.";

constexpr const char* restore_example =
    "Examples:\n"
    "  vigie restore vigie.ndjson.zst --database postgresql://vigie@localhost/vigie --key "
    "vigie.key\n"
    "  vigie restore /var/backups/vigie/vigie-20261122T071503Z.db --database sqlite:vigie.db";

struct RestoreOptions {
  ConfigurationOptions configuration;
  std::string file;
  std::string database;
  std::string key;
};

/// A key that is there already is left as it is.
void put_key(const std::string& from, const fs::path& to) {
  if (from.empty() || fs::exists(to)) return;
  fs::copy_file(from, to);
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
}

void restore_as_told(Session& session, const RestoreOptions& options) {
  Said more;
  if (!options.database.empty()) more.emplace_back("database", options.database);
  const auto read = read_configuration(session, options.configuration, more);
  if (!read) return;
  const OpeningTerms terms = serving_terms(*read).installation;
  const Language language = session.console.language;
  Result<Restored> restored{Restored{}};
  {
    Progress progress{session.console, std::string{word_of(PageText::judging, language)}};
    restored = restore(
        {.file = options.file, .database = terms.database, .progress = [&](auto done, auto of) {
           progress.show(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(of));
         }});
  }
  if (!restored) {
    refuse({restored.error()}, {}, session);
    return;
  }
  put_key(options.key, terms.journal_key);
  const auto text = restored->rows == 0 ? OperationText::restored_copy : OperationText::restored;
  session.console.out << said(text, {{"rows", restored->rows}, {"position", restored->position}},
                              language)
                      << "\n";
}

}  // namespace

void add_restore_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("restore", restore_description);
  auto options = std::make_shared<RestoreOptions>();
  command->add_option("file", options->file, "What vigie dump or vigie backup made")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--database", options->database, "Into which; that of the configuration")
      ->type_name("DATABASE");
  command->add_option("--key", options->key, "Key of its journal, copied where it is looked for")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  add_configuration_options(*command, options->configuration);
  add_language_option(*command, session);
  command->footer(restore_example);
  command->callback([&session, options] { restore_as_told(session, *options); });
}

}  // namespace vigie
