#include "engine/compliance/availability_time.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/clock/exclusion.h"

namespace vigie {

namespace {

std::vector<Interval> shared(const std::vector<Interval>& a, const std::vector<Interval>& b) {
  return without(a, without(a, b));
}

class TimeMaker {
 public:
  explicit TimeMaker(const AvailabilityRequest& request)
      : request_(request),
        agreement_(request.terms.agreement(request.ref.agreement)),
        commitment_(request.terms.commitment(request.ref)),
        rules_(commitment_.availability),
        hours_(request.terms.hours(request.ref.agreement, request.ref.commitment, Value{})) {}

  AvailabilityTime make() {
    time_.of = items_of(agreement_, commitment_);
    find_measured();
    const LineRequest line{
        .rules = rules_, .of = time_.of, .reading = request_.outages, .as_of = request_.as_of};
    time_.line = line_of(line);
    time_.raw = raw_line_of(line);
    if (time_.measured.is_empty()) return std::move(time_);
    list_periods();
    leave_out_maintenance();
    leave_out_claims();
    for (const Interval& part : time_.line.unknown) add(part, LeftOut::unknown, {});
    std::stable_sort(time_.parts.begin(), time_.parts.end(),
                     [](const LeftOutPart& a, const LeftOutPart& b) {
                       return a.interval.from < b.interval.from;
                     });
    cut();
    return std::move(time_);
  }

 private:
  const Zone& zone() const { return request_.terms.zone(request_.ref.agreement); }

  void find_measured() {
    std::optional<Instant> first;
    for (const Value item : time_.of) {
      const auto known = request_.outages.items.find(item);
      if (known == request_.outages.items.end()) continue;
      first = first ? std::min(*first, known->second.first) : known->second.first;
    }
    time_.has_facts = first.has_value();
    const Interval holding = request_.terms.holding(request_.ref.agreement);
    Instant from = holding.from;
    const bool since_ever = agreement_.in_force.from == CivilDay{};
    if (rules_.service_from) {
      from = std::max(from, zone().instant_of_edge(CivilTime{*rules_.service_from}));
    } else if (since_ever) {
      from = first.value_or(request_.as_of);
    }
    time_.measured = {from, std::min(holding.to, request_.as_of)};
  }

  void list_periods() {
    const PeriodTerms terms = period_terms(agreement_, commitment_, zone());
    Period period = period_at(terms, time_.measured.from);
    while (period.interval.from < time_.measured.to) {
      time_.periods.push_back(period);
      if (terms.rules.kind == PeriodKind::order) return;
      period = next_period(terms, period);
    }
  }

  void add(Interval interval, LeftOut why, Id<OutageReference> reference) {
    const Interval part = shared_part(interval, time_.measured);
    if (!part.is_empty()) time_.parts.push_back({part, why, reference});
  }

  bool is_announced_in_time(const MaintenanceWindow& window) const {
    if (!rules_.maintenance_notice) return true;
    return window.announced_at &&
           *window.announced_at + *rules_.maintenance_notice <= window.interval.from;
  }

  /// Windows in time that concern `item`; those of no service concern all of them.
  std::vector<Interval> windows_of(Value item) const {
    std::vector<Interval> windows;
    for (const MaintenanceWindow& window : request_.outages.maintenance) {
      const bool concerns = !window.of || window.of == item;
      if (concerns && is_announced_in_time(window)) windows.push_back(window.interval);
    }
    return united(std::move(windows));
  }

  bool concerns(const MaintenanceWindow& window) const {
    return !window.of || std::find(time_.of.begin(), time_.of.end(), window.of) != time_.of.end();
  }

  /// In series, work on one of them leaves the clock; redundant, work on all of them at once.
  std::vector<Interval> allowed_windows() const {
    std::vector<Interval> all;
    bool is_first = true;
    for (const Value item : time_.of) {
      auto windows = windows_of(item);
      if (is_first) {
        all = std::move(windows);
      } else if (rules_.composition == Composition::redundant) {
        all = shared(all, windows);
      } else {
        all.insert(all.end(), windows.begin(), windows.end());
        all = united(std::move(all));
      }
      is_first = false;
    }
    return all;
  }

  void leave_out_maintenance() {
    if (!rules_.maintenance_excluded) return;
    const auto allowed = allowed_windows();
    for (const MaintenanceWindow& window : request_.outages.maintenance) {
      if (!concerns(window) || is_announced_in_time(window)) continue;
      const auto why = window.announced_at ? LeftOut::late : LeftOut::unannounced;
      for (const Interval& part : without({window.interval}, allowed)) {
        add(part, why, window.reference);
      }
    }
    for (const Period& period : time_.periods) spend_quota(period, allowed);
  }

  /// Open time of windows leaves the clock until the quota of the period is spent.
  void spend_quota(const Period& period, const std::vector<Interval>& allowed) {
    std::optional<Duration> left = rules_.maintenance_quota;
    const auto within = shared(allowed, {shared_part(period.interval, time_.measured)});
    for (const Interval& window : within) {
      Instant until = window.to;
      if (left) {
        const Duration open = hours_.between(window.from, window.to);
        if (open > *left) until = spent_at(window.from, *left);
        *left -= std::min(open, *left);
      }
      add({window.from, until}, LeftOut::maintenance, reference_at(window.from));
      add({until, window.to}, LeftOut::over_quota, reference_at(until));
    }
  }

  Instant spent_at(Instant from, Duration left) const {
    if (left.count() == 0) return from;
    return hours_.deadline(from, left).value_or(from);
  }

  Id<OutageReference> reference_at(Instant at) const {
    for (const MaintenanceWindow& window : request_.outages.maintenance) {
      if (concerns(window) && is_announced_in_time(window) && window.interval.covers(at)) {
        return window.reference;
      }
    }
    return {};
  }

  /// The end of the period in which an outage ended: claims are timed from there.
  std::optional<Instant> period_end(Instant at) const {
    for (const Period& period : time_.periods) {
      if (period.interval.covers(at)) return period.interval.to;
    }
    return std::nullopt;
  }

  void leave_out_claims() {
    if (request_.terms.outage_exclusions(request_.ref.agreement).empty()) return;
    for (const Value item : time_.of) {
      const auto known = request_.outages.items.find(item);
      if (known == request_.outages.items.end()) continue;
      for (const OutageEpisode& episode : known->second.episodes) leave_out(episode);
    }
  }

  void leave_out(const OutageEpisode& episode) {
    const Instant restored = episode.restored.value_or(request_.as_of);
    const Interval lasted{episode.began, std::max(restored, episode.confirmed.value_or(restored))};
    const OutageClaim claim{.outage = request_.names.text(episode.reference),
                            .target = commitment_.id,
                            .end_of_period = period_end(lasted.to)};
    switch (standing_of(claim, request_.terms, request_.ref.agreement, request_.as_of)) {
      case Standing::none:
        return;
      case Standing::agreed:
        return add(lasted, LeftOut::agreed, episode.reference);
      case Standing::claimed:
        return add(lasted, LeftOut::claimed, episode.reference);
      case Standing::refused:
        return add(lasted, LeftOut::refused, episode.reference);
    }
  }

  void cut() {
    CutTime& cut = time_.cut;
    for (const LeftOutPart& part : time_.parts) {
      const bool always = part.why == LeftOut::maintenance || part.why == LeftOut::unknown;
      const bool agreed = always || part.why == LeftOut::agreed;
      if (always) cut.gross.push_back(part.interval);
      if (agreed && part.why != LeftOut::unknown) cut.left_out.push_back(part.interval);
      if (agreed) cut.agreed.push_back(part.interval);
      if (agreed || part.why == LeftOut::claimed) cut.claimed.push_back(part.interval);
    }
    cut.gross = united(std::move(cut.gross));
    cut.agreed = united(std::move(cut.agreed));
    cut.claimed = united(std::move(cut.claimed));
    cut.left_out = united(std::move(cut.left_out));
  }

  const AvailabilityRequest& request_;
  const Agreement& agreement_;
  const Commitment& commitment_;
  const AvailabilityRules& rules_;
  const HoursIndex& hours_;
  AvailabilityTime time_;
};

}  // namespace

const std::vector<Value>& items_of(const Agreement& agreement, const Commitment& commitment) {
  return commitment.availability.of.empty() ? agreement.services : commitment.availability.of;
}

AvailabilityTime availability_time(const AvailabilityRequest& request) {
  return TimeMaker{request}.make();
}

}  // namespace vigie
