// How the periods that run will end: what may still be missed, the pace, the best, the worst.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/money.h"
#include "engine/compliance/evaluation.h"

namespace vigie {

/// One way in which a period may end.
struct PeriodEnd {
  std::int64_t met = 0;
  std::int64_t missed = 0;
  Ratio rate{0, 0};              // exact; denominator 0: no volume
  std::optional<bool> attained;  // none: nothing is promised, or no volume
};

/// One target in a period that is not over. Counts are net of agreed exclusions.
struct TargetOutlook {
  std::uint32_t agreement = 0;
  std::uint32_t commitment = 0;
  std::string period;
  Interval interval;
  std::optional<Ratio> required;
  std::int64_t met = 0;
  std::int64_t missed = 0;
  std::int64_t overdue = 0;     // open and late: missed already, in no rate yet
  std::int64_t open = 0;        // open and in time
  Duration open_time_passed{};  // of the target's calendar, from the start of the period to as_of
  Duration open_time_in_all{};  // the same, to the end of the period
  std::int64_t expected = 0;    // tickets measured at the end, at this pace; cut
  std::optional<std::int64_t> may_miss;          // of the expected volume; see may_still_miss
  std::optional<std::int64_t> may_miss_at_once;  // if these were the only tickets still to come
  std::optional<Duration> may_be_down;           // an availability
  PeriodEnd pace;
  PeriodEnd best;
  PeriodEnd worst;
};

/// What the ends of a running period would cost under one agreement.
struct AmountOutlook {
  std::uint32_t agreement = 0;
  std::string period;
  Money so_far;
  Money pace;
  Money best;
  Money worst;
};

struct Outlook {
  std::vector<TargetOutlook> targets;  // by agreement, then in the order of the document
  std::vector<AmountOutlook> amounts;  // by agreement; only those with a schedule
};

struct OutlookRequest {
  const Evaluation& evaluation;
  const Terms& terms;
  const Names& names;
};

/// Of every target that promises something of the period in which as_of falls. A period without
/// any open hour so far expects what was measured. Never fails.
/// Source: house rule, docs/explanation/rules.md, "The period that runs".
Outlook outlook(const OutlookRequest& request);

}  // namespace vigie
