// What the times of an alert come to, as events of outages to be recorded.
#pragma once

#include <string>
#include <vector>

#include "usecase/desk.h"
#include "usecase/source/alert_times.h"
#include "usecase/source/told_outage.h"

namespace vigie {

/// What was recorded, for who asks and for the log.
struct OutagesChanged {
  std::int64_t opened = 0;
  std::int64_t ended = 0;
  std::int64_t corrected = 0;
};

/// Gathers the alerts of one call, then records what they change, in one act; in none when they
/// change nothing. To be used within the transaction that touched the source.
class OutagePlan {
 public:
  OutagePlan(Connection& rows, const KeptSource& source, Instant now)
      : rows_{rows}, source_{source}, now_{now} {}

  /// The times of one alert, with what was said of it just now.
  void add(AlertTimes times);

  /// Records what is to be, and writes the times.
  OutagesChanged carry_out(Desk& desk);

 private:
  struct Planned {
    std::optional<Key<OutageRow>> outage;  // none: a new one
    OutageRow row;                         // of a new one
    std::vector<OutageStep> steps;
    std::vector<std::size_t> times;  // those that are a part of it
  };
  struct AlertPlan {
    AlertTimes times;
    std::vector<Planned> outages;
    std::optional<Instant> changes_at;
  };

  void plan_span(AlertPlan& plan, const AlertSpan& span, const std::vector<std::size_t>& places,
                 std::vector<Key<OutageRow>>& claimed);
  void plan_forgotten(AlertPlan& plan, const std::vector<Key<OutageRow>>& claimed);
  std::vector<OutageStep> steps_wanted(const AlertSpan& span, const AlertPlan& plan,
                                       std::span<const RecordedStep> recorded) const;
  Act& open_act(Desk& desk);
  void record(Act& act, Planned& planned, OutagesChanged& changed);

  Connection& rows_;
  const KeptSource& source_;
  Instant now_;
  std::vector<AlertPlan> plans_;
};

}  // namespace vigie
