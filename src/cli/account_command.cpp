#include "cli/account_command.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/console/at_the_machine.h"
#include "cli/console/configuration_options.h"
#include "cli/console/refusal.h"
#include "cli/console/shared_options.h"
#include "cli/console/typed_secret.h"
#include "engine/base/fill.h"
#include "usecase/identity/administrator.h"
#include "usecase/identity/password_change.h"

namespace vigie {

namespace {

constexpr const char* account_description =
    "Who may sign in, told at the machine itself: the first administrator, a password that is\n"
    "forgotten. All else is done by an administrator who is signed in.";

constexpr const char* account_example =
    "Examples:\n"
    "  vigie account add ann --name \"Ann Martin\" --email ann@nova.example --company \"Nova\"\n"
    "  vigie account password ann <password.txt\n"
    "  vigie account list";

struct AccountOptions {
  ConfigurationOptions configuration;
  std::string reference;
  AddAdministrator asked;
};

void tell(Session& session, const Refused& refused) {
  if (refuse(refused.faults, {}, session)) return;
  session.console.err << "vigie: "
                      << fill(word_of(refused.refusal, session.console.language), refused.arguments)
                      << "\n";
  session.exit = Exit::faults;
}

/// Opens what the configuration names; none when it cannot be, which was told.
std::unique_ptr<OpenedInstallation> opened(Session& session, const ConfigurationOptions& options) {
  const auto read = read_configuration(session, options);
  if (!read) return nullptr;
  auto installation = open_installation(serving_terms(*read).installation);
  if (installation) return std::move(installation).value();
  refuse({installation.error()}, {}, session);
  return nullptr;
}

std::string_view password_word(const Session& session) {
  return session.console.language == Language::fr ? "mot de passe" : "password";
}

void add(Session& session, AccountOptions options) {
  const auto here = opened(session, options.configuration);
  if (here == nullptr) return;
  const auto password = typed_secret(session, password_word(session));
  if (!password) return;
  const bool french = session.console.language == Language::fr;
  options.asked.reference = options.reference;
  options.asked.language = french ? SpokenLanguage::fr : SpokenLanguage::en;
  const auto added = add_administrator(here->here(), at_the_machine(), options.asked, *password);
  if (!added) return tell(session, added.error());
  session.console.out << (french ? "administrateur ajouté : " : "administrator added: ")
                      << added->reference << " <" << added->email << ">\n";
}

void set_password(Session& session, const AccountOptions& options) {
  const auto here = opened(session, options.configuration);
  if (here == nullptr) return;
  const auto password = typed_secret(session, password_word(session));
  if (!password) return;
  const auto done = reset_password(here->here(), at_the_machine(), options.reference, *password);
  if (!done) return tell(session, done.error());
  session.console.out << (session.console.language == Language::fr
                              ? "mot de passe changé, sessions terminées : "
                              : "password changed, sessions ended: ")
                      << *done << "\n";
}

void list(Session& session, const AccountOptions& options) {
  const auto here = opened(session, options.configuration);
  if (here == nullptr) return;
  ListAsked asked{.most = 200, .cursor = {}};
  do {
    const auto page = look(here->here(), at_the_machine(), Permission::manage_accounts,
                           [&](const Look& seen) { return accounts(seen, asked); });
    if (!page) return tell(session, page.error());
    for (const AccountView& view : page->items) {
      session.console.out << fmt::format("{:20}  {:30}  {:10}  {}\n", view.reference, view.email,
                                         word_of(view.state, session.console.language),
                                         text_of(view.grants));
    }
    asked.cursor = page->next;
  } while (asked.cursor);
}

CLI::App* subcommand(CLI::App& command, Session& session, AccountOptions& options, const char* name,
                     const char* about) {
  CLI::App* one = command.add_subcommand(name, about);
  add_configuration_options(*one, options.configuration);
  add_language_option(*one, session);
  return one;
}

}  // namespace

void add_account_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("account", account_description);
  auto options = std::make_shared<AccountOptions>();
  CLI::App* adding = subcommand(*command, session, *options, "add",
                                "Adds an administrator; the password is asked for, or read");
  adding->add_option("reference", options->reference, "What the world calls them")->required();
  adding->add_option("--name", options->asked.name, "Shown to people")->required();
  adding->add_option("--email", options->asked.email, "By which they sign in")->required();
  adding->add_option("--company", options->asked.company,
                     "The company that runs this installation; asked for the first time only");
  adding->callback([&session, options] { add(session, *options); });
  CLI::App* changing = subcommand(*command, session, *options, "password",
                                  "Sets a password, which is asked for, or read");
  changing->add_option("reference", options->reference, "Whose")->required();
  changing->callback([&session, options] { set_password(session, *options); });
  CLI::App* listing = subcommand(*command, session, *options, "list", "Lists accounts");
  listing->callback([&session, options] { list(session, *options); });
  command->require_subcommand(1);
  command->footer(account_example);
}

}  // namespace vigie
