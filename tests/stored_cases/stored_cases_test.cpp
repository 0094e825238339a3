// Every page of `cases` that holds events goes through both stores and through HTTP.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <set>

#include "cases/answer.h"
#include "cases/pages.h"
#include "engine/closure/show_closed.h"
#include "notation/closure/closed_section.h"
#include "notation/page/scorecard.h"
#include "notation/page/verdict_lines.h"
#include "notation/program_version.h"
#include "page.h"
#include "stored_page.h"

namespace vigie::stored_cases {

namespace {

/// The agreements in the order in which a store gives them.
CaseTerms in_order(CaseTerms terms) {
  std::ranges::stable_sort(terms.agreements, {},
                           [](const Agreement& one) { return std::pair{one.id, one.version}; });
  return terms;
}

/// The closures of a page, in the order in which a store gives them.
std::vector<Closure> in_order(std::vector<Closure> closures) {
  std::ranges::stable_sort(closures, [](const Closure& a, const Closure& b) {
    return std::tie(a.agreement, a.basis.as_of) < std::tie(b.agreement, b.basis.as_of);
  });
  for (Closure& closure : closures) {
    for (ClosedTarget& target : closure.targets) target.shown = period_json(target.attainment);
  }
  return closures;
}

/// The scorecard of a page that was judged in memory.
std::string scorecard_of(const cases::Outcome& outcome) {
  Evaluation evaluation = outcome.evaluation;
  Ledger ledger = outcome.ledger;
  const std::vector<Closure> closures = in_order(outcome.closures);
  const ClosedPeriods closed{.closures = closures, .regularised = outcome.regularised};
  show_closed(closures, outcome.terms.terms, evaluation);
  leave_out_closed(closures, outcome.terms.terms, ledger);
  const auto& agreements = outcome.terms.terms.agreements();
  const bool has_schedule = std::ranges::any_of(
      agreements, [](const Agreement& one) { return one.penalties.has_value(); });
  Scorecard card{.evaluation = evaluation,
                 .terms = outcome.terms.terms,
                 .zones = outcome.terms.terms.zones_version(),
                 .rows = {},
                 .took = {},
                 .known_at = {},
                 .within = {},
                 .example = {},
                 .ledger = has_schedule ? &ledger : nullptr,
                 .names = &outcome.file.names,
                 .closed = closures.empty() ? nullptr : &closed,
                 .program_version = program_version};
  if (outcome.known_at != last_instant) card.known_at = outcome.known_at;
  return scorecard_json(card);
}

std::string verdicts_of(const cases::Outcome& outcome) {
  std::string lines{verdict_titles()};
  for (const Judgement& judgement : outcome.evaluation.verdicts) {
    lines += verdict_line(judgement, outcome.terms.terms, outcome.file.names);
  }
  return lines;
}

/// The answer without what only a store knows: the basis, and the digests of closures that were
/// printed.
std::string without_basis(std::string body) {
  const std::string digest = R"("digest":")";
  for (auto at = body.find(digest); at != std::string::npos; at = body.find(digest, at + 1)) {
    const auto begin = at + digest.size();
    body.erase(begin, body.find('"', begin) - begin);
  }
  const auto from = body.find(R"("basis":{)");
  if (from == std::string::npos) return "no basis in " + body;
  return body.erase(from, body.find("},", from) + 2 - from);
}

class StoredCases : public StoredPages {
 protected:
  void run(const std::string& folder) {
    for (const auto& page : cases::pages()) {
      if (page.parent_path().filename() != folder) continue;
      SCOPED_TRACE(page.string());
      auto read = read_case(cases::text_of(page), page.string(), zones_);
      ASSERT_TRUE(read.file.has_value());
      if (left_out(*read.file) != LeftOut::none) continue;
      for (const CaseVariant& variant : read.file->variants) hold(*read.file, variant);
    }
  }

 private:
  void hold(CaseFile& file, const CaseVariant& variant) {
    if (is_refused(variant)) return;
    const auto terms = cases::ready(in_order(variant.terms), zones_, file.names);
    const auto as_written = cases::ready(in_order(file.variants.front().terms), zones_, file.names);
    const CaseVariant& first = file.variants.front();
    store(file, is_refused(first) ? variant : first);
    close_periods(file);
    if (&variant != &first) replace_agreements(file, variant);
    for (const CaseReading& reading : variant.readings) {
      const auto outcome =
          cases::judged({.file = file, .terms = terms, .as_written = as_written}, reading);
      const std::string query = query_of(reading, outcome.as_of);
      EXPECT_EQ(without_basis(asked_for("/api/figures?" + query)), scorecard_of(outcome));
      EXPECT_EQ(asked_for("/api/figures/verdicts?" + query), verdicts_of(outcome));
      hold_to_page(file, reading, outcome.as_of);
    }
  }

  /// Of closed periods a page says what is known now, where it does not say that it is closed.
  static Evaluation known_now(const Figures& made, const CaseFile& read, Instant as_of) {
    return evaluate({.terms = made.terms(),
                     .histories = read.tickets.histories,
                     .names = read.names,
                     .as_of = as_of,
                     .known_at = made.known_at.value_or(last_instant),
                     .within = std::nullopt,
                     .keep_verdicts = true,
                     .outages = &read.outages});
  }

  /// What the page says by hand, of what the engine makes of the rows.
  void hold_to_page(const CaseFile& file, const CaseReading& reading, Instant as_of) {
    auto asked = figures_of(reading, as_of);
    ASSERT_TRUE(asked.has_value());
    Figures made = *std::move(asked);
    CaseFile read;
    read.title = file.title;
    read.tickets.findings = file.tickets.findings;
    read.variants = file.variants;
    read.closings = file.closings;
    read.names = std::move(made.facts.names);
    read.tickets.histories = std::move(made.facts.histories);
    read.outages = std::move(made.facts.outages);
    if (!made.closures.empty()) made.evaluation = known_now(made, read, as_of);
    const cases::ReadyTerms terms{.terms = made.terms(), .faults = {}, .warnings = {}};
    cases::Outcome outcome{.file = read,
                           .terms = terms,
                           .evaluation = std::move(made.evaluation),
                           .ledger = made.ledger.value_or(Ledger{}),
                           .as_of = as_of,
                           .known_at = reading.known_at,
                           .closures = std::move(made.closures),
                           .regularised = std::move(made.regularised)};
    for (const auto& answer : cases::answers_to(reading.expect, outcome)) {
      EXPECT_TRUE(answer.agrees) << answer.about << " computed " << answer.computed;
    }
  }
};
VIGIE_ON_BOTH_DATABASES(StoredCases);

TEST_P(StoredCases, agreement) { run("agreement"); }
TEST_P(StoredCases, availability) { run("availability"); }
TEST_P(StoredCases, clock) { run("clock"); }
TEST_P(StoredCases, compliance) { run("compliance"); }
TEST_P(StoredCases, past) { run("past"); }
TEST_P(StoredCases, penalty) { run("penalty"); }
TEST_P(StoredCases, ticket) { run("ticket"); }
TEST_P(StoredCases, time) { run("time"); }
TEST_P(StoredCases, traps) { run("traps"); }
TEST_P(StoredCases, warning) { run("warning"); }

/// Those of the tests above.
const std::set<std::string> folders{"agreement", "availability", "clock", "compliance", "past",
                                    "penalty",   "ticket",       "time",  "traps",      "warning"};

TEST(LeftOutPages, each_is_left_out_for_a_reason_and_most_are_stored) {
  ZoneFolder zones;
  std::array<int, left_out_count> counts{};
  for (const auto& page : cases::pages()) {
    const auto read = read_case(cases::text_of(page), page.string(), zones);
    ASSERT_TRUE(read.file.has_value()) << page;
    EXPECT_TRUE(folders.contains(page.parent_path().filename().string())) << page;
    ++counts[static_cast<std::size_t>(left_out(*read.file))];
  }
  const auto [stored, no_event, faulty, given] = counts;
  std::cout << stored << " pages run through both stores and HTTP; left out: " << no_event
            << " about a document alone, " << faulty << " whose documents are refused, " << given
            << " whose figures are given\n";
  EXPECT_GE(stored, 330);
  EXPECT_LE(no_event, 10);
  EXPECT_LE(faulty, 20);
  EXPECT_LE(given, 45);
}

}  // namespace

}  // namespace vigie::stored_cases
