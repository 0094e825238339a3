#include "engine/compliance/availability_figure.h"

#include <algorithm>

#include "engine/base/intervals.h"

namespace vigie {

namespace {

std::vector<Interval> shared_with(const std::vector<Interval>& kept, Interval part) {
  std::vector<Interval> shared;
  auto at = std::partition_point(
      kept.begin(), kept.end(), [&](const Interval& interval) { return interval.to <= part.from; });
  for (; at != kept.end() && at->from < part.to; ++at) shared.push_back(shared_part(*at, part));
  return shared;
}

OutagePart part_of(const TargetOutage& outage, const HoursIndex* hours,
                   const std::vector<Interval>& kept) {
  OutagePart part;
  for (const DownPiece& piece : outage.pieces) {
    const Duration open = open_time(hours, shared_with(kept, piece.interval));
    part.down.add(open, piece.weight);
    part.open += open;
  }
  return part;
}

/// From its beginning, and not only in this window.
Duration length_until(const TargetOutage& outage, const AvailabilityTime& time,
                      const HoursIndex& hours, Instant until) {
  const Interval lasted = shared_part(outage.interval, {time.measured.from, until});
  return open_time(&hours, without({lasted}, time.cut.agreed));
}

/// Down in windows that did not leave the clock.
Duration overrun_of(const AvailabilityTime& time, const HoursIndex& hours,
                    const std::vector<Interval>& kept) {
  std::vector<Interval> counted;
  for (const LeftOutPart& part : time.parts) {
    const bool is_counted = part.why == LeftOut::late || part.why == LeftOut::unannounced ||
                            part.why == LeftOut::over_quota;
    if (!is_counted) continue;
    const auto within = shared_with(kept, part.interval);
    counted.insert(counted.end(), within.begin(), within.end());
  }
  counted = united(std::move(counted));
  Duration overrun{};
  for (const TargetOutage& outage : time.line.outages) {
    if (!outage.is_ignored) overrun += open_time(&hours, shared_with(counted, outage.interval));
  }
  return overrun;
}

void add_outages(Availability& figures, const WindowFigure& agreed, const AvailabilityTime& time,
                 const HoursIndex& hours, Interval window) {
  figures.outages = static_cast<std::int64_t>(agreed.parts.size());
  const auto kept = without({window}, time.cut.agreed);
  for (const OutagePart& part : agreed.parts) {
    const TargetOutage& outage = time.line.outages[part.outage];
    figures.longest = std::max(figures.longest, length_until(outage, time, hours, window.to));
    const auto down = shared_with(kept, outage.interval);
    figures.down_intervals.insert(figures.down_intervals.end(), down.begin(), down.end());
  }
  for (const TargetOutage& outage : time.line.outages) {
    const bool is_here = !shared_part(outage.interval, window).is_empty();
    if (outage.is_ignored && is_here) ++figures.ignored;
  }
  if (figures.outages == 0) return;
  const Duration down = agreed.down.cut();
  figures.mean_time_to_restore = down / figures.outages;
  figures.mean_time_between_failures = (agreed.observed - down) / figures.outages;
}

}  // namespace

Duration open_time(const HoursIndex* hours, const std::vector<Interval>& intervals) {
  Duration open{};
  for (const Interval& interval : intervals) {
    open += hours == nullptr ? interval.length() : hours->between(interval.from, interval.to);
  }
  return open;
}

AvailabilityFigure WindowFigure::figure() const {
  return {.observed = observed, .down = down.cut(), .up_share = down.up_share(observed)};
}

WindowFigure figure_over(const WindowRequest& request) {
  WindowFigure figure;
  const auto kept = without({request.window}, request.cut);
  figure.observed = open_time(request.hours, kept);
  const auto& outages = request.line.outages;
  auto at = std::partition_point(outages.begin(), outages.end(), [&](const TargetOutage& outage) {
    return outage.interval.to <= request.window.from;
  });
  for (; at != outages.end() && at->interval.from < request.window.to; ++at) {
    if (at->is_ignored) continue;
    OutagePart part = part_of(*at, request.hours, kept);
    if (part.open.count() == 0) continue;
    part.outage = static_cast<std::size_t>(at - outages.begin());
    figure.down.add(part.down);
    figure.parts.push_back(std::move(part));
  }
  return figure;
}

Availability availability_over(const AvailabilityTime& time, const HoursIndex& hours,
                               Interval window) {
  const auto over = [&](const AvailabilityLine& line, const HoursIndex* within,
                        const std::vector<Interval>& cut) {
    return figure_over({.line = line, .hours = within, .window = window, .cut = cut});
  };
  Availability figures;
  const WindowFigure agreed = over(time.line, &hours, time.cut.agreed);
  figures.committed = agreed.figure();
  figures.gross = over(time.line, &hours, time.cut.gross).figure();
  figures.claimed = over(time.line, &hours, time.cut.claimed).figure();
  figures.raw = over(time.raw, nullptr, time.raw.unknown).figure();
  const Duration after_clauses = open_time(&hours, without({window}, time.cut.left_out));
  figures.excluded = hours.between(window.from, window.to) - after_clauses;
  figures.unknown = after_clauses - agreed.observed;
  figures.maintenance_overrun = overrun_of(time, hours, without({window}, time.cut.agreed));
  add_outages(figures, agreed, time, hours, window);
  return figures;
}

}  // namespace vigie
