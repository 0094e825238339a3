#include "cli/operation/verify_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/configuration_options.h"
#include "cli/console/progress.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/operation/standing_database.h"
#include "cli/operation/verify_report.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr const char* verify_description =
    "Walks the journal and names every row that is not as it was sealed. 1 when there is one.\n"
    "The head that it prints, noted elsewhere, shows later that nothing before it was changed.";

constexpr const char* verify_example =
    "Examples:\n"
    "  vigie verify --config vigie.yaml\n"
    "  vigie verify --set database=sqlite:vigie.db --format json";

struct VerifyOptions {
  ConfigurationOptions configuration;
  std::string head;
  std::string format = "text";
};

void verify(Session& session, const VerifyOptions& options) {
  const auto read = read_configuration(session, options.configuration);
  if (!read) return;
  std::optional<JournalHead> expected;
  if (!options.head.empty()) {
    expected = head_from(options.head);
    if (!expected) {
      refuse(
          {Fault{.code = FaultCode::head_malformed,
                 .arguments = {{"text", options.head}},
                 .place = {},
                 .cures = {{.write = "--head 1204:9f3c...", .means = CureWord::head_of_verify}}}},
          {}, session);
      return;
    }
  }
  const OpeningTerms terms = serving_terms(*read).installation;
  const auto database = standing_database(session, terms);
  if (database == nullptr) return;
  const auto key = standing_key(session, terms);
  if (!key) return;
  VerifyReport report;
  {
    Progress progress{session.console, "vigie verify"};
    report = verify_report(*database, *key, expected, [&](auto done, auto of) {
      progress.show(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(of));
    });
  }
  session.console.out << (options.format == "json" ? verify_json(report)
                                                   : verify_page(report, session.console.language));
  if (!report.damages.empty()) session.exit = Exit::faults;
}

}  // namespace

void add_verify_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("verify", verify_description);
  auto options = std::make_shared<VerifyOptions>();
  add_configuration_options(*command, options->configuration);
  command->add_option("--head", options->head, "A head that was noted earlier, to compare with")
      ->type_name("POSITION:DIGEST");
  command->add_option("--format", options->format, "text, or json for programs")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  add_language_option(*command, session);
  command->footer(verify_example);
  command->callback([&session, options] { verify(session, *options); });
}

}  // namespace vigie
