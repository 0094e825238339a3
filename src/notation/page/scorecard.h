// What an evaluation gives: for people as tables, for programs as JSON and CSV.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/clock/terms.h"
#include "engine/compliance/evaluation.h"
#include "engine/penalty/ledger.h"
#include "notation/page/page_style.h"

namespace vigie {

/// Where the instant of judgement comes from.
enum class AsOfOrigin : std::uint8_t { asked, last_event, now };

struct ClosedPeriods;
struct Outlook;

/// A ticket and target worth explaining: what to try next.
struct WorthExplaining {
  std::string ticket;
  std::string target;
};

/// Where the facts and the terms come from when they are kept in a store. Source: design J10.
struct StoreBasis {
  std::int64_t position = 0;  // of the journal
  std::string terms;          // digest of all documents and of the release of the zones
};

/// An evaluation with what its figures were made from.
struct Scorecard {
  const Evaluation& evaluation;
  const Terms& terms;
  std::string zones;  // release of the zone rules
  AsOfOrigin origin = AsOfOrigin::asked;
  std::optional<std::uint64_t> rows;  // of a foreign export
  std::optional<Duration> took;       // only shown where it does not matter that runs differ
  std::optional<Instant> known_at;
  std::optional<Interval> within;
  std::optional<WorthExplaining> example;
  bool by_period = false;
  const Ledger* ledger = nullptr;         // none: no agreement has penalties
  const Names* names = nullptr;           // of its tickets; there when the ledger is
  const ClosedPeriods* closed = nullptr;  // none: no period was closed
  const Outlook* outlook = nullptr;       // none: it was not asked for
  std::string program_version;
  const StoreBasis* basis = nullptr;         // none: files were read
  const std::vector<bool>* shown = nullptr;  // agreements, by index; none: all
};

/// Tables that fit `style.width`, with a header, what is beside the rates, findings, and what to
/// try next. Rates are rounded for the eye.
std::string scorecard_text(const Scorecard& card, const PageStyle& style);

/// One object, ended by a line feed. `total` and `periods` are net of the exclusions that both
/// parties accepted; `gross` and `claimed` stand beside. Source: docs/reference/cli.md.
std::string scorecard_json(const Scorecard& card);

/// One period of `scorecard_json`, as a closure keeps it.
std::string period_json(const Attainment& period);

/// One line per target and period, and one with period "total"; columns as in the JSON.
std::string scorecard_csv(const Scorecard& card);

}  // namespace vigie
