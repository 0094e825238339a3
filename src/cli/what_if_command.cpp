#include "cli/what_if_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>

#include "cli/console/progress.h"
#include "cli/console/written_file.h"
#include "cli/loading/loading.h"
#include "cli/program.h"
#include "cli/what_if_explained.h"
#include "cli/what_if_terms.h"
#include "engine/compliance/what_if.h"
#include "engine/penalty/assess.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/what_if_page.h"

namespace vigie {
namespace {

constexpr const char* what_if_description =
    "Judges the same tickets under other terms too: the difference per target and period, the\n"
    "tickets whose verdict flips, the money.";

constexpr const char* what_if_example =
    "Examples:\n"
    "  vigie what-if --agreements acme.yaml --against acme-2.yaml --events tickets.columns\n"
    "  vigie what-if --agreements acme.yaml --change resolve-p3.within=16h --from 2016-04-15 \\\n"
    "                --events tickets.columns --flips flips.csv\n"
    "  vigie what-if --agreements acme.yaml --sweep resolve-p3.within=8h..40h:4h \\\n"
    "                --events tickets.columns";

struct WhatIfOptions {
  JudgeOptions judge;
  std::vector<std::string> against;
  std::vector<std::string> changes;
  std::string sweep;
  std::string from;
  std::string format = "table";
  std::string flips;
  std::string explain;
  unsigned threads = 0;
};

/// One side, judged and priced.
struct Judged {
  const Terms& terms;
  Evaluation evaluation;
  std::vector<BriefVerdict> brief;
  Ledger ledger;

  WhatIfSide side() const { return {terms, evaluation, brief}; }
  LedgerSide money() const { return {terms, ledger}; }
};

class WhatIfRun {
 public:
  WhatIfRun(const WhatIfOptions& options, Loaded& loaded, std::optional<CivilDay> from,
            Session& session)
      : options_(options), loaded_(loaded), from_(from), session_(session) {}

  void run() {
    if (!options_.sweep.empty()) return sweep();
    const auto terms =
        other_terms({.against = options_.against, .changes = options_.changes, .from = from_},
                    loaded_, session_);
    if (!terms) return;
    if (!options_.explain.empty()) {
      return explain_under_both({.ticket = options_.explain,
                                 .events = options_.judge.events,
                                 .loaded = loaded_,
                                 .other = *terms},
                                session_);
    }
    const Judged before = judged(loaded_.terms);
    const Judged after = judged(*terms);
    print(before, after);
  }

 private:
  Judged judged(const Terms& terms) {
    Progress progress{session_.console,
                      std::string{word_of(PageText::judging, session_.console.language)}};
    Judged side{.terms = terms, .evaluation = {}, .brief = {}, .ledger = {}};
    side.evaluation = evaluate(
        {.terms = terms,
         .histories = loaded_.histories,
         .names = loaded_.names,
         .as_of = loaded_.as_of,
         .known_at = loaded_.known_at.value_or(last_instant),
         .threads = options_.threads,
         .outages = &loaded_.outages},
        [&](auto done, auto of) { progress.show(done, of); }, &side.brief);
    side.ledger = assess({.terms = terms, .evaluation = side.evaluation, .names = loaded_.names});
    return side;
  }

  std::string say(PageText text, const std::vector<Argument>& arguments) const {
    return said(text, arguments, {.language = session_.console.language});
  }

  PageStyle style() const {
    return {.language = session_.console.language,
            .width = static_cast<std::size_t>(session_.console.columns),
            .colours = session_.console.colours};
  }

  WhatIfAsked asked_of(const Evaluation& evaluation) const {
    return {.from = from_,
            .as_of = loaded_.as_of,
            .as_of_local = loaded_.terms.zone(0).civil(loaded_.as_of),
            .tickets = evaluation.tickets,
            .zones = loaded_.terms.zones_version(),
            .program_version = program_version};
  }

  /// "acme@2": the versions that the old terms do not have, or have with another text.
  std::vector<std::string> names_of_new(const Terms& other) const {
    std::vector<std::string> names;
    for (const Agreement& one : other.agreements()) {
      const bool is_old =
          std::ranges::any_of(loaded_.terms.agreements(), [&](const Agreement& old) {
            return old.id == one.id && old.version == one.version && old.digest == one.digest;
          });
      if (!is_old) names.push_back(one.id + "@" + std::to_string(one.version));
    }
    return names;
  }

  void print(const Judged& before, const Judged& after) {
    const WhatIf difference = compare_terms(before.side(), after.side());
    const auto amounts = amount_differences(before.money(), after.money());
    WhatIfAsked asked = asked_of(before.evaluation);
    asked.changes = options_.changes;
    if (!options_.against.empty()) asked.changes = names_of_new(after.terms);
    const WhatIfPage page{
        .asked = asked, .difference = difference, .amounts = amounts, .names = loaded_.names};
    if (!options_.flips.empty()) {
      WrittenFile file{options_.flips};
      file.write(flips_csv(page));
      file.commit();
      session_.console.err << say(PageText::flips_written,
                                  {counted("count", difference.flips.size()),
                                   {"file", options_.flips}})
                           << "\n";
    }
    auto& out = session_.console.out;
    if (options_.format == "json") {
      out << what_if_json(page);
    } else if (options_.format == "csv") {
      out << what_if_csv(page);
    } else {
      out << what_if_text(page, style());
    }
  }

  void sweep() {
    const auto changes = changes_asked(options_.sweep, loaded_, session_);
    if (changes.empty()) return;
    const Judged before = judged(loaded_.terms);
    WhatIfAsked asked = asked_of(before.evaluation);
    asked.clause = options_.sweep.substr(0, options_.sweep.find('='));
    Sweep found{.asked = asked, .lines = {}};
    for (const WrittenChange& one : changes) {
      const auto terms = terms_with(one.change, from_, loaded_, session_);
      if (!terms) return;
      found.lines.push_back(line_of(one, before, judged(*terms)));
    }
    auto& out = session_.console.out;
    if (options_.format == "json") {
      out << sweep_json(found);
    } else if (options_.format == "csv") {
      out << sweep_csv(found);
    } else {
      out << sweep_text(found, style());
    }
  }

  static SweepLine line_of(const WrittenChange& one, const Judged& before, const Judged& after) {
    const WhatIf difference = compare_terms(before.side(), after.side());
    SweepLine line{.value = one.value,
                   .flips = difference.flips.size(),
                   .amounts = amount_differences(before.money(), after.money())};
    for (const TargetDifference& target : difference.targets) {
      if (target.target != one.change.target) continue;
      line.tally.met += target.after.tally.met;
      line.tally.missed += target.after.tally.missed;
      if (target.after.up) {
        if (!line.up) line.up.emplace();
        line.up->observed += target.after.up->observed;
        line.up->down += target.after.up->down;
      }
      for (const PeriodDifference& period : target.periods) {
        if (period.provisional || !period.after.attained) continue;
        ++line.periods;
        line.attained += *period.after.attained ? 1 : 0;
      }
    }
    return line;
  }

  const WhatIfOptions& options_;
  Loaded& loaded_;
  std::optional<CivilDay> from_;
  Session& session_;
};

bool refuse_usage(PageText text, const std::vector<Argument>& arguments, Session& session) {
  session.console.err << said(text, arguments, {.language = session.console.language}) << "\n";
  session.exit = Exit::wrong_usage;
  return false;
}

/// One way to say the other terms, and a day that is one.
bool is_well_asked(const WhatIfOptions& options, Session& session) {
  const int ways = (options.against.empty() ? 0 : 1) + (options.changes.empty() ? 0 : 1) +
                   (options.sweep.empty() ? 0 : 1);
  if (ways != 1) return refuse_usage(PageText::one_of_against, {}, session);
  if (options.from.empty() || day_from(options.from)) return true;
  return refuse_usage(PageText::not_a_day, {{"option", "--from"}, {"written", options.from}},
                      session);
}

void what_if(const WhatIfOptions& options, Session& session) {
  if (!is_well_asked(options, session)) return;
  const auto loaded = load(options.judge, session);
  if (loaded == nullptr) return;
  const auto from = options.from.empty() ? std::nullopt : day_from(options.from);
  WhatIfRun{options, *loaded, from, session}.run();
}

void add_what_if_options(CLI::App& command, WhatIfOptions& options) {
  command.add_option("--against", options.against, "The other agreements: files or folders")
      ->type_name("PATH")
      ->expected(1, 1000);
  command
      .add_option(
          "--change", options.changes,
          "One clause changed: TARGET.within=16h, TARGET.required=95%, TARGET.calendar=NAME")
      ->type_name("CHANGE")
      ->expected(1, 1000);
  auto* sweep =
      command
          .add_option("--sweep", options.sweep,
                      "One clause over many values: TARGET.within=8h..40h:4h, a line each")
          ->type_name("SWEEP");
  command.add_option("--from", options.from, "First day of the other terms; their own when absent")
      ->type_name("DATE");
  command.add_option("--format", options.format, "table, json or csv")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  auto* flips =
      command
          .add_option("--flips", options.flips, "Also write each flip as a CSV line to this file")
          ->type_name("FILE")
          ->excludes(sweep);
  command.add_option("--explain", options.explain, "Explain this ticket under both terms instead")
      ->type_name("TICKET")
      ->excludes(flips)
      ->excludes(sweep);
  command.add_option("--threads", options.threads, "Threads that judge, all cores when absent")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
}

}  // namespace

void add_what_if_command(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("what-if", what_if_description);
  auto options = std::make_shared<WhatIfOptions>();
  add_judge_options(*command, session, options->judge);
  add_what_if_options(*command, *options);
  command->footer(what_if_example);
  command->callback([&session, options] { what_if(*options, session); });
}

}  // namespace vigie
