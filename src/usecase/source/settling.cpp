#include "usecase/source/settling.h"

#include <algorithm>
#include <set>

#include "usecase/source/outage_plan.h"
#include "usecase/source/taking.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

constexpr std::int64_t at_once = 200;
constexpr std::chrono::hours receipts_are_kept{24};

/// Those of one source, in one act; gives how many.
std::int64_t settle_some(Desk& desk) {
  Connection& rows = desk.rows();
  const Instant now = clock_of_database(rows);
  const auto due = alerts_to_settle(rows, now, at_once);
  if (due.empty()) return 0;
  const Key<FactSourceRow> first = due.front().source;
  touch_source(rows, first, std::nullopt);
  const auto source = kept_by_reference<FactSourceRow>(rows, reference_of(rows, first));
  OutagePlan plan{rows, *source, now};
  std::set<std::string> settled;
  for (const AlertToSettle& each : due) {
    if (each.source != first || !settled.insert(each.fingerprint).second) continue;
    plan.add(AlertTimes{times_of_alert(rows, first, each.fingerprint)});
  }
  plan.carry_out(desk);
  return std::ssize(settled);
}

}  // namespace

std::int64_t settle_alerts(Installation& here) {
  std::int64_t sum = 0;
  while (true) {
    bool is_any = false;
    here.database.read([&](Connection& rows) {
      is_any = !alerts_to_settle(rows, clock_of_database(rows), 1).empty();
    });
    if (!is_any) return sum;
    const auto settled =
        perform(here, program_itself(), Permission::write_outages,
                [](Desk& desk) -> Outcome<std::int64_t> { return settle_some(desk); });
    sum += settled ? *settled : 0;
  }
}

std::int64_t forget_old_facts(Installation& here) {
  std::int64_t sum = 0;
  constexpr std::int64_t at_a_time = 1'000;
  for (std::int64_t forgotten = at_a_time; forgotten >= at_a_time; sum += forgotten) {
    here.database.act([&](Connection& rows) {
      const Instant now = clock_of_database(rows);
      forgotten = forget_receipts(rows, now - receipts_are_kept, at_a_time);
      forgotten += forget_alerts(rows, now - alerts_are_kept, at_a_time);
    });
  }
  return sum;
}

AlertSettling::AlertSettling(Installation& here, Failed failed)
    : here_{here},
      failed_{std::move(failed)},
      thread_{[this](const std::stop_token& stop) { serve(stop); }} {}

void AlertSettling::call() {
  const std::scoped_lock lock{mutex_};
  is_called_ = true;
  woken_.notify_all();
}

/// By the clock of the database; within a minute anyway, so that nothing is lost for long.
std::chrono::milliseconds AlertSettling::time_to_next() {
  std::optional<Duration> next;
  here_.database.read([&](Connection& rows) {
    if (const auto at = next_settling(rows)) next = *at - clock_of_database(rows);
  });
  constexpr std::chrono::milliseconds most = std::chrono::minutes{1};
  if (!next) return most;
  const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next);
  return std::clamp(wait, std::chrono::milliseconds{1}, most);
}

void AlertSettling::serve(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::chrono::milliseconds wait{1'000};
    try {
      settle_alerts(here_);
      wait = time_to_next();
    } catch (const std::exception& error) {
      failed_(error);
    }
    std::unique_lock lock{mutex_};
    woken_.wait_for(lock, stop, wait, [this] { return is_called_; });
    is_called_ = false;
  }
}

}  // namespace vigie
