#include "cli/close_command.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <stdexcept>

#include "cli/closing/closing.h"
#include "cli/loading/loading.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

constexpr const char* close_description =
    "Closes a period: writes one file for each agreement that has figures of it, with every "
    "figure,\n"
    "each ticket as it counted, and what they were made from. A closed period never moves: what "
    "is\n"
    "learnt later is a line of the period still open (vigie evaluate --closures).";

constexpr const char* close_example =
    "Examples:\n"
    "  vigie close --agreements agreements/ --events tickets.ndjson --as-of \"2026-04-05 09:00\" "
    "\\\n"
    "              --period 2026-03 --output closures/\n"
    "  vigie close ... --period 2026-03 --output closures/ --reopen \\\n"
    "              --reason \"INC-7 agreed by both on 2 May\"\n"
    "Closed again without --reopen, it writes nothing and is refused if a figure would differ.";

void close_all(Session& session, const JudgeOptions& judge, const CloseOptions& options) {
  if (options.reopen && options.reason.empty()) {
    session.console.err << said(PageText::reason_missing, {},
                                {.language = session.console.language})
                        << "\n";
    session.exit = Exit::wrong_usage;
    return;
  }
  const auto loaded = load(judge, session);
  if (loaded != nullptr) close_period(*loaded, options, session);
}

}  // namespace

void add_close_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("close", close_description);
  auto judge = std::make_shared<JudgeOptions>();
  auto options = std::make_shared<CloseOptions>();
  add_judge_options(*command, session, *judge);
  command->add_option("--period", options->period, "Period to close: 2026-03, 2026-Q1, 2026-02-15")
      ->required()
      ->type_name("PERIOD");
  command->add_option("--output", options->folder, "Folder of closures; those in it are read first")
      ->required()
      ->type_name("FOLDER");
  command->add_flag("--reopen", options->reopen, "Close again a period that was closed");
  command->add_option("--reason", options->reason, "Why it is closed again, as both parties agreed")
      ->type_name("TEXT");
  command->footer(close_example);
  command->callback([&session, judge, options] { close_all(session, *judge, *options); });
}

}  // namespace vigie
