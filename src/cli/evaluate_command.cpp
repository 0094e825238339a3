#include "cli/evaluate_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/closing/closure_files.h"
#include "cli/console/refusal.h"
#include "cli/console/written_file.h"
#include "cli/loading/judging.h"
#include "cli/loading/worth_explaining.h"
#include "cli/program.h"
#include "engine/closure/show_closed.h"
#include "engine/outlook/outlook.h"
#include "engine/penalty/assess.h"
#include "engine/penalty/within.h"
#include "notation/closure/closed_section.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/verdict_lines.h"

namespace vigie {
namespace {

constexpr const char* evaluate_description =
    "Judges every ticket under the agreements and prints the scorecard.";

constexpr const char* evaluate_example =
    "Examples:\n"
    "  vigie evaluate --agreements agreements/ --events tickets.csv.zst --profile servicenow.yaml\n"
    "  vigie evaluate --agreements acme.yaml --events tickets.ndjson --from 2026-03-01 \\\n"
    "                 --to 2026-03-31 --verdicts march.csv\n"
    "Without --as-of, tickets are judged as of the last event of the file.";

struct EvaluateOptions {
  JudgeOptions judge;
  std::string from;
  std::string to;
  std::string format = "table";
  std::string verdicts;
  std::string closures;
  bool by_period = false;
  bool outlook = false;
  unsigned threads = 0;
};

/// The days --from to --to, both included, in the zone of the first agreement.
struct Within {
  bool is_refused = false;
  std::optional<Interval> interval;
};

Within within_of(const EvaluateOptions& options, const Loaded& loaded, Session& session) {
  if (options.from.empty() && options.to.empty()) return {};
  const auto& zone = loaded.terms.zone(0);
  Interval interval{first_instant, last_instant};
  const auto read = [&](const std::string& text, std::string_view option, int days_after,
                        Instant& bound) {
    if (text.empty()) return true;
    const auto day = day_from(text);
    if (day) {
      bound = zone.instant_of_edge(*day + std::chrono::days{days_after});
      return true;
    }
    session.console.err << said(PageText::not_a_day,
                                {{"option", std::string{option}}, {"written", text}},
                                {.language = session.console.language})
                        << "\n";
    return false;
  };
  const bool is_read =
      read(options.from, "--from", 0, interval.from) && read(options.to, "--to", 1, interval.to);
  if (is_read && !interval.is_empty()) return {.is_refused = false, .interval = interval};
  if (is_read) {
    session.console.err << said(PageText::from_after_to, {}, {.language = session.console.language})
                        << "\n";
  }
  session.exit = Exit::wrong_usage;
  return {.is_refused = true, .interval = {}};
}

void write_verdicts(const std::string& path, const Evaluation& evaluation, const Loaded& loaded,
                    Session& session) {
  WrittenFile file{path};
  file.write(verdict_titles());
  for (const auto& judgement : evaluation.verdicts) {
    file.write(verdict_line(judgement, loaded.terms, loaded.names));
  }
  file.commit();
  session.console.err << said(PageText::verdicts_written,
                              {counted("count", evaluation.verdicts.size()), {"file", path}},
                              {.language = session.console.language})
                      << "\n";
}

std::string page_of(const Scorecard& card, const EvaluateOptions& options, const Console& console) {
  if (options.format == "json") return scorecard_json(card);
  if (options.format == "csv") return scorecard_csv(card);
  return scorecard_text(card, {.language = console.language,
                               .width = static_cast<std::size_t>(console.columns),
                               .colours = console.colours});
}

/// The ledger; none without penalties. Caps, repeat rules and thresholds look back, so that all the
/// periods are assessed even when only some are shown.
std::optional<Ledger> ledger_of(const EvaluateOptions& options, const Loaded& loaded,
                                const Evaluation& evaluation, std::optional<Interval> within,
                                Session& session) {
  const bool has_penalties = std::ranges::any_of(
      loaded.terms.agreements(), [](const Agreement& one) { return one.penalties.has_value(); });
  if (!has_penalties) return std::nullopt;
  const auto assessed = [&](const Evaluation& whole) {
    return assess({.terms = loaded.terms, .evaluation = whole, .names = loaded.names});
  };
  if (!within) return assessed(evaluation);
  auto ledger = assessed(judge_all(loaded, {.threads = options.threads}, session));
  keep_within(*within, ledger);
  return ledger;
}

struct Closed {
  bool is_refused = false;
  std::vector<Closure> closures;
  Regularised regularised;
};

/// What was closed, and what moved since: judged over all periods, whatever is shown.
Closed closed_periods(const EvaluateOptions& options, const Loaded& loaded, Session& session) {
  if (options.closures.empty()) return {};
  auto read = read_closure_files(options.closures, loaded.terms);
  if (refuse(read.faults, {}, session)) return {.is_refused = true};
  const auto whole =
      judge_all(loaded, {.keep_verdicts = true, .threads = options.threads}, session);
  const Ledger ledger = assess({.terms = loaded.terms, .evaluation = whole, .names = loaded.names});
  auto regularised = regularise({.closures = read.closures,
                                 .evaluation = whole,
                                 .terms = loaded.terms,
                                 .names = loaded.names,
                                 .histories = loaded.histories,
                                 .ledger = &ledger});
  return {.closures = std::move(read.closures), .regularised = std::move(regularised)};
}

void evaluate_all(Session& session, const EvaluateOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  const auto loaded = load(options.judge, session);
  if (loaded == nullptr) return;
  const auto within = within_of(options, *loaded, session);
  if (within.is_refused) return;
  auto evaluation = judge_all(*loaded,
                              {.within = within.interval,
                               .keep_verdicts = !options.verdicts.empty(),
                               .threads = options.threads},
                              session);
  auto ledger = ledger_of(options, *loaded, evaluation, within.interval, session);
  const auto closed = closed_periods(options, *loaded, session);
  if (closed.is_refused) return;
  const ClosedPeriods periods{.closures = closed.closures, .regularised = closed.regularised};
  Outlook running;
  if (options.outlook) {
    running = outlook({.evaluation = evaluation, .terms = loaded->terms, .names = loaded->names});
  }
  if (!options.closures.empty()) {
    const bool apart = options.by_period && options.format == "table";
    if (apart) leave_out_closed(closed.closures, loaded->terms, evaluation);
    if (!apart) show_closed(closed.closures, loaded->terms, evaluation);
    if (ledger) leave_out_closed(closed.closures, loaded->terms, *ledger);
  }
  if (!options.verdicts.empty()) write_verdicts(options.verdicts, evaluation, *loaded, session);
  Scorecard card{.evaluation = evaluation,
                 .terms = loaded->terms,
                 .zones = loaded->terms.zones_version(),
                 .origin = loaded->origin,
                 .rows = loaded->rows,
                 .took = {},
                 .known_at = loaded->known_at,
                 .within = within.interval,
                 .example = {},
                 .by_period = options.by_period,
                 .ledger = ledger ? &*ledger : nullptr,
                 .names = &loaded->names,
                 .closed = options.closures.empty() ? nullptr : &periods,
                 .outlook = options.outlook ? &running : nullptr,
                 .program_version = program_version};
  if (options.format == "table") card.example = worth_explaining(*loaded);
  if (session.console.out_is_terminal) {
    card.took = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - started);
  }
  session.console.out << page_of(card, options, session.console);
}

}  // namespace

void add_evaluate_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("evaluate", evaluate_description);
  auto options = std::make_shared<EvaluateOptions>();
  add_judge_options(*command, session, options->judge);
  command->add_option("--from", options->from, "First day of the periods to show, included")
      ->type_name("DATE");
  command->add_option("--to", options->to, "Last day of the periods to show, included")
      ->type_name("DATE");
  command->add_flag("--periods", options->by_period, "One line per target and period");
  command->add_flag("--outlook", options->outlook,
                    "Also how the running periods will end: what may still be missed, the pace");
  command->add_option("--format", options->format, "table, json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  command
      ->add_option("--verdicts", options->verdicts,
                   "Also write one CSV line per ticket and target to this file")
      ->type_name("FILE");
  command
      ->add_option("--threads", options->threads,
                   "Threads that judge, all cores when absent; the result is the same")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command
      ->add_option("--closures", options->closures,
                   "Folder of closures: closed periods as closed, and what moved since")
      ->check(CLI::ExistingDirectory)
      ->type_name("FOLDER");
  command->footer(evaluate_example);
  command->callback([&session, options] { evaluate_all(session, *options); });
}

}  // namespace vigie
