// One period of one agreement, shown as it would be closed, and closed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/penalty/penalty.h"
#include "usecase/closure/closure_view.h"
#include "usecase/figures/closure_text.h"
#include "usecase/figures/figures.h"

namespace vigie {

struct ClosePeriod {
  std::string agreement;
  std::string period;
  std::optional<Instant> as_of;
  std::string accepts;
};

template <>
inline constexpr std::string_view title_of<ClosePeriod> = "PeriodToClose";
template <>
inline constexpr auto fields_of<ClosePeriod> = std::tuple{
    field("agreement", &ClosePeriod::agreement, "Reference of the agreement."),
    field("period", &ClosePeriod::period, "As the scorecard names it: 2026-03.", AtMost{32}),
    field("as_of", &ClosePeriod::as_of,
          "The instant of judgement, and what was recorded by then; now when absent."),
    field("accepts", &ClosePeriod::accepts, "The digest of the preview that was accepted.",
          AtMost{128}),
};

/// What closing would write.
struct PreparedClosing {
  Key<PartyRow> customer{};
  std::string reference;  // of the agreement
  Closure closure;        // written: with its pages and its digest
  std::string text;
  std::string figures;                  // digest of its figures alone
  std::optional<std::string> replaces;  // reference of the closure that it would replace
  std::size_t moved = 0;
  bool is_running = false;
  std::string later;
  std::int64_t position = 0;
  std::string terms;
  std::vector<PenaltyRow> penalties;  // of its amounts, without reference and closure
};

/// What would be closed, judged as of `as_of` with what was recorded by then; reads, and writes
/// nothing. Refused, in this order: too_busy, agreement_unknown, period_unknown.
Outcome<PreparedClosing> prepare_closing(const FiguresParts& parts, const Caller& caller,
                                         const ClosePeriod& asked);

/// Refused, in this order: period_not_over, period_is_closed, closure_rests, figures_moved.
Outcome<ClosureView> close_period(Desk& desk, const PreparedClosing& prepared,
                                  const std::string& accepts);

}  // namespace vigie
