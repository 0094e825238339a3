#include "cli/explain_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/explain_page.h"
#include "cli/explain_period.h"
#include "cli/loading/loading.h"
#include "engine/base/near_words.h"
#include "engine/derivation/explained_ticket.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

constexpr const char* explain_description =
    "Says why a ticket is judged as it is: the promise, the clock, one line a stretch of time "
    "with\n"
    "its sum, the due instant, who had the ball, and what made the verdict.";

constexpr const char* explain_example =
    "Example:\n"
    "  vigie explain INC-1 resolve-p2 --agreements acme.yaml --events tickets.ndjson --lang fr\n"
    "  vigie explain network-up --period 2026-03 --agreements acme.yaml --events facts.ndjson\n"
    "Without TARGET, every target of the ticket is explained.";

struct ExplainOptions {
  JudgeOptions judge;
  std::string ticket;
  std::string target;
  std::string period;  // then `ticket` names a target
  std::string format = "text";
};

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

class Explainer {
 public:
  Explainer(const ExplainOptions& options, const Loaded& loaded, Session& session)
      : options_(options), loaded_(loaded), session_(session) {}

  void run() {
    const auto history = loaded_.histories.find(loaded_.names.find<Ticket>(options_.ticket));
    if (!history) return refuse_ticket();
    const ExplainedTicket ticket{{.terms = loaded_.terms,
                                  .histories = loaded_.histories,
                                  .names = loaded_.names,
                                  .as_of = loaded_.as_of,
                                  .known_at = loaded_.known_at.value_or(last_instant)},
                                 *history};
    const auto asked = asked_judgements(ticket);
    if (asked.empty()) return refuse_target(ticket);
    std::vector<Derivation> derivations;
    for (const auto* judgement : asked) derivations.push_back(ticket.derivation_of(*judgement));
    print_explanations({.derivations = derivations,
                        .about = {{"ticket", options_.ticket}},
                        .as_of = loaded_.as_of,
                        .as_json = options_.format == "json",
                        .ruled = true},
                       session_.console);
  }

 private:
  std::vector<const Judgement*> asked_judgements(const ExplainedTicket& ticket) const {
    std::vector<const Judgement*> asked;
    for (const auto& judgement : ticket.judgements()) {
      const bool is_asked =
          options_.target.empty() || ticket.target_of(judgement) == options_.target;
      if (is_asked) asked.push_back(&judgement);
    }
    return asked;
  }

  std::string say(PageText text, const std::vector<Argument>& arguments) const {
    return said(text, arguments, {.language = session_.console.language});
  }

  void refuse(const std::string& what, PageText help, const std::vector<std::string>& names) {
    session_.console.err << what << "\n";
    if (!names.empty()) session_.console.err << say(help, {{"names", joined(names)}}) << "\n";
    session_.exit = Exit::faults;
  }

  void refuse_ticket() {
    std::vector<std::string> known;
    for (const auto& history : loaded_.histories.tickets()) {
      known.emplace_back(loaded_.names.text(history.ticket));
    }
    refuse(say(PageText::unknown_ticket,
               {{"ticket", options_.ticket}, {"file", options_.judge.events}}),
           PageText::nearest, near_words(options_.ticket, known));
  }

  void refuse_target(const ExplainedTicket& ticket) {
    std::vector<std::string> targets;
    for (const auto& judgement : ticket.judgements()) {
      const auto& target = ticket.target_of(judgement);
      if (std::ranges::find(targets, target) == targets.end()) targets.push_back(target);
    }
    const auto text = targets.empty() ? PageText::no_target : PageText::unknown_target;
    refuse(say(text, {{"ticket", options_.ticket}, {"target", options_.target}}),
           PageText::its_targets, targets);
  }

  const ExplainOptions& options_;
  const Loaded& loaded_;
  Session& session_;
};

void explain(Session& session, const ExplainOptions& options) {
  const auto loaded = load(options.judge, session);
  if (loaded == nullptr) return;
  if (options.period.empty()) return Explainer{options, *loaded, session}.run();
  explain_period({.target = options.ticket, .period = options.period, .format = options.format},
                 *loaded, session);
}

}  // namespace

void add_explain_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("explain", explain_description);
  auto options = std::make_shared<ExplainOptions>();
  command->add_option("TICKET", options->ticket, "Reference of the ticket; with --period, a target")
      ->required()
      ->type_name("");
  command->add_option("TARGET", options->target, "One of its targets; all when absent")
      ->type_name("");
  command
      ->add_option("--period", options->period,
                   "Explain the figure of this period, 2026-03, of the target named first")
      ->type_name("PERIOD");
  add_judge_options(*command, session, options->judge);
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  command->footer(explain_example);
  command->callback([&session, options] { explain(session, *options); });
}

}  // namespace vigie
