#include "cli/penalties_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/console/progress.h"
#include "cli/loading/loading.h"
#include "cli/program.h"
#include "engine/compliance/evaluate.h"
#include "engine/penalty/assess.h"
#include "notation/page/ledger.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

constexpr const char* penalties_description =
    "Prints the penalty ledger: what each miss costs, and how each amount is derived.";

constexpr const char* penalties_example =
    "Examples:\n"
    "  vigie penalties --agreements agreements/ --events tickets.ndjson --period 2026-11\n"
    "  vigie penalties --agreements acme.yaml --events tickets.ndjson --line response-p1 --lang "
    "fr\n"
    "Amounts exclude VAT. All the periods are assessed, whatever is shown: repeat rules, caps and\n"
    "thresholds look back.";

struct PenaltiesOptions {
  JudgeOptions judge;
  std::string period;
  std::string line;
  std::string format = "table";
};

class PenaltiesRun {
 public:
  PenaltiesRun(const PenaltiesOptions& options, const Loaded& loaded, Session& session)
      : options_(options), loaded_(loaded), session_(session) {}

  void run() {
    if (!has_schedule()) return refuse(PageText::no_schedule, {});
    assess_all();
    if (!select_line() || !select_period()) return;
    print();
  }

 private:
  bool has_schedule() const {
    return std::ranges::any_of(loaded_.terms.agreements(),
                               [](const Agreement& one) { return one.penalties.has_value(); });
  }

  void assess_all() {
    Progress progress{session_.console,
                      std::string{word_of(PageText::judging, session_.console.language)}};
    const auto evaluation = evaluate({.terms = loaded_.terms,
                                      .histories = loaded_.histories,
                                      .names = loaded_.names,
                                      .as_of = loaded_.as_of,
                                      .known_at = loaded_.known_at.value_or(last_instant),
                                      .outages = &loaded_.outages},
                                     [&](auto done, auto of) { progress.show(done, of); });
    ledger_ = assess({.terms = loaded_.terms, .evaluation = evaluation, .names = loaded_.names});
  }

  LedgerView view() const {
    return {.ledger = ledger_,
            .terms = loaded_.terms,
            .names = loaded_.names,
            .language = session_.console.language};
  }

  /// Totals are of all the lines: with one line alone they would say something else.
  bool select_line() {
    if (options_.line.empty()) return true;
    std::vector<std::string> known;
    for (const auto& agreement : loaded_.terms.agreements()) {
      if (!agreement.penalties) continue;
      for (const auto& clause : agreement.penalties->clauses) known.push_back(clause.id);
      if (!agreement.penalties->points.empty()) known.emplace_back("points");
    }
    if (std::ranges::find(known, options_.line) == known.end()) {
      refuse(PageText::unknown_penalty_line, {{"line", options_.line}}, PageText::its_lines, known);
      return false;
    }
    std::erase_if(ledger_.lines,
                  [&](const LedgerLine& line) { return line_id(line, view()) != options_.line; });
    ledger_.totals.clear();
    return true;
  }

  bool select_period() {
    if (options_.period.empty()) return true;
    std::vector<std::string> known;
    for (const auto& line : ledger_.lines) {
      if (std::ranges::find(known, line.period) == known.end()) known.push_back(line.period);
    }
    for (const auto& total : ledger_.totals) {
      if (std::ranges::find(known, total.period) == known.end()) known.push_back(total.period);
    }
    if (std::ranges::find(known, options_.period) == known.end()) {
      std::ranges::sort(known);
      refuse(PageText::unknown_penalty_period, {{"period", options_.period}}, PageText::its_periods,
             known);
      return false;
    }
    const auto is_other = [&](const auto& one) { return one.period != options_.period; };
    std::erase_if(ledger_.lines, is_other);
    std::erase_if(ledger_.totals, is_other);
    return true;
  }

  void refuse(PageText text, const std::vector<Argument>& arguments,
              PageText help = PageText::its_lines, const std::vector<std::string>& names = {}) {
    const DateStyle dates{.language = session_.console.language};
    session_.console.err << said(text, arguments, dates) << "\n";
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    if (!all.empty()) session_.console.err << said(help, {{"names", all}}, dates) << "\n";
    session_.exit = Exit::faults;
  }

  void print() const {
    const Console& console = session_.console;
    if (options_.format == "json") {
      console.out << ledger_json(view(), {.as_of = loaded_.as_of,
                                          .zones = loaded_.terms.zones_version(),
                                          .program_version = program_version});
    } else if (options_.format == "csv") {
      console.out << ledger_csv(view());
    } else {
      console.out << ledger_text(view(), {.language = console.language,
                                          .width = static_cast<std::size_t>(console.columns),
                                          .colours = console.colours});
    }
  }

  const PenaltiesOptions& options_;
  const Loaded& loaded_;
  Session& session_;
  Ledger ledger_;
};

void print_penalties(Session& session, const PenaltiesOptions& options) {
  const auto loaded = load(options.judge, session);
  if (loaded != nullptr) PenaltiesRun{options, *loaded, session}.run();
}

}  // namespace

void add_penalties_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("penalties", penalties_description);
  auto options = std::make_shared<PenaltiesOptions>();
  add_judge_options(*command, session, options->judge);
  command
      ->add_option("--period", options->period,
                   "Only this period, as the ledger names it: 2026-11, 2026-Q4")
      ->type_name("PERIOD");
  command->add_option("--line", options->line, "Only this line of the schedule; no totals")
      ->type_name("LINE");
  command->add_option("--format", options->format, "table, json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  command->footer(penalties_example);
  command->callback([&session, options] { print_penalties(session, *options); });
}

}  // namespace vigie
