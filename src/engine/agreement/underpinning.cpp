#include "engine/agreement/underpinning.h"

#include <algorithm>

#include "engine/agreement/specificity.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using std::chrono::seconds;

constexpr seconds whole_week = std::chrono::hours{24 * 7};

/// Open time of an ordinary week, as its last version says it.
seconds week_of(const Agreement& agreement, const std::string& calendar) {
  const auto known = agreement.calendars.find(calendar);
  if (known == agreement.calendars.end() || known->second.versions.empty()) return whole_week;
  seconds open{};
  for (const auto& day : known->second.versions.back().week) {
    for (const auto& window : day) open += window.to - window.from;
  }
  return open;
}

bool is_slower(const Commitment& under, const Commitment& over) {
  const auto* mine = std::get_if<ServiceDuration>(&under.within);
  const auto* theirs = std::get_if<ServiceDuration>(&over.within);
  if (mine != nullptr && theirs != nullptr) return mine->budget > theirs->budget;
  const auto* my_days = std::get_if<BusinessDays>(&under.within);
  const auto* their_days = std::get_if<BusinessDays>(&over.within);
  return my_days != nullptr && their_days != nullptr && my_days->days > their_days->days;
}

bool is_required_less(const Measurement& under, const Measurement& over) {
  if (!over.required) return false;
  return !under.required || compare(*under.required, *over.required) < 0;
}

void warn(WarningCode code, const CommitmentOf& under, const CommitmentOf& over,
          std::vector<Warning>& warnings) {
  warnings.push_back({.code = code,
                      .arguments = {{"under", under.agreement.id + " " + under.commitment.id},
                                    {"over", over.agreement.id + " " + over.commitment.id}},
                      .place = under.commitment.place,
                      .cures = {}});
}

/// Whether a more specific promise of the same agreement takes every ticket of `ours` that
/// `theirs` would have: then `theirs` never carries `ours`.
bool is_shadowed(const Commitment& theirs, const Agreement& under, const Commitment& ours) {
  const auto precedence = specificity_of({under, theirs});
  return std::any_of(under.commitments.begin(), under.commitments.end(), [&](const auto& other) {
    return other.metric == theirs.metric && is_within(ours.applies_to, other.applies_to) &&
           specificity_of({under, other}) > precedence;
  });
}

}  // namespace

bool rests_on(const Agreement& over, const Agreement& under) {
  return std::find(over.underpinned_by.begin(), over.underpinned_by.end(), under.id) !=
         over.underpinned_by.end();
}

void check_weaker(const Agreement& over, const Agreement& under, std::vector<Warning>& warnings) {
  for (const Commitment& ours : over.commitments) {
    for (const Commitment& theirs : under.commitments) {
      if (ours.metric != theirs.metric || !meet(ours.applies_to, theirs.applies_to)) continue;
      if (is_shadowed(theirs, under, ours)) continue;
      const CommitmentOf above{over, ours};
      const CommitmentOf below{under, theirs};
      if (ours.metric == Metric::availability && !promise_same_item(above, below)) continue;
      if (is_slower(theirs, ours)) warn(WarningCode::underpinning_slower, below, above, warnings);
      if (week_of(under, theirs.calendar) < week_of(over, ours.calendar)) {
        warn(WarningCode::underpinning_opens_less, below, above, warnings);
      }
      if (is_required_less(theirs.measurement, ours.measurement)) {
        warn(WarningCode::underpinning_required_less, below, above, warnings);
      }
    }
  }
}

}  // namespace vigie
