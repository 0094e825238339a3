#include "cli/operation/dump_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/shared_options.h"
#include "cli/operation/dump_file.h"
#include "cli/operation/operation_said.h"
#include "cli/operation/standing_database.h"

namespace vigie {

namespace {

constexpr const char* dump_description =
    "Writes the whole of an installation as lines of JSON, the journal with its seals too: what\n"
    "vigie restore puts into another database, of either kind. Others may write meanwhile: it is\n"
    "as of one instant. Sessions and what follows from other rows are left out.";

constexpr const char* dump_example =
    "Examples:\n"
    "  vigie dump --to vigie.ndjson.zst\n"
    "  vigie dump --effective --to - | sha256sum";

struct DumpOptions {
  ConfigurationOptions configuration;
  std::string to;
  bool is_effective = false;
};

DumpSize dump_to_output(Database& database, DumpContent content, std::ostream& out) {
  // What was written cannot be taken back: nothing is, before the first line of the one view.
  return write_dump(database, content, [] {}, [&](std::string_view lines) { out << lines; });
}

void dump(Session& session, const DumpOptions& options) {
  const auto read = read_configuration(session, options.configuration);
  if (!read) return;
  const auto database = standing_database(session, serving_terms(*read).installation);
  if (database == nullptr) return;
  const DumpContent content = options.is_effective ? DumpContent::effective : DumpContent::portable;
  if (options.to == "-") {
    dump_to_output(*database, content, session.console.out);
    return;
  }
  const DumpSize size = dump_to_file(*database, content, options.to);
  session.console.out << said(OperationText::dumped,
                              {{"file", options.to},
                               {"rows", size.rows},
                               {"tables", size.tables},
                               {"digest", size.digest}},
                              session.console.language)
                      << "\n";
}

}  // namespace

void add_dump_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("dump", dump_description);
  auto options = std::make_shared<DumpOptions>();
  add_configuration_options(*command, options->configuration);
  command->add_option("--to", options->to, "File to write, packed when it ends with .zst; - prints")
      ->required()
      ->type_name("FILE");
  command->add_flag("--effective", options->is_effective,
                    "What holds now, by references, without journal or keys: to compare, not to\n"
                    "restore");
  add_language_option(*command, session);
  command->footer(dump_example);
  command->callback([&session, options] { dump(session, *options); });
}

}  // namespace vigie
