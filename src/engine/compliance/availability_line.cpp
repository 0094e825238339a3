#include "engine/compliance/availability_line.h"

#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/compliance/availability_down.h"

namespace vigie {

namespace {

constexpr Ratio whole{1, 1};
constexpr Ratio none{0, 1};

/// What one item, or all of them, shows for a while. Neither down nor unknown: it works.
struct State {
  Ratio down = none;
  bool is_unknown = false;
  bool is_up() const { return down.numerator == 0 && !is_unknown; }
};

struct LineStretch {
  Interval interval;
  State state;
};

/// In order, apart; where there is none, it works.
using LineStretches = std::vector<LineStretch>;

void append(LineStretches& stretches, Interval interval, State state) {
  if (interval.is_empty() || state.is_up()) return;
  if (!stretches.empty()) {
    LineStretch& last = stretches.back();
    const bool is_same =
        compare(last.state.down, state.down) == 0 && last.state.is_unknown == state.is_unknown;
    if (is_same && last.interval.to == interval.from) {
      last.interval.to = interval.to;
      return;
    }
  }
  stretches.push_back({interval, state});
}

/// The instants at which something changes, each once.
std::vector<Instant> edges_of(const std::vector<const LineStretches*>& lines) {
  std::vector<Instant> edges;
  for (const LineStretches* line : lines) {
    for (const LineStretch& stretch : *line) {
      edges.push_back(stretch.interval.from);
      edges.push_back(stretch.interval.to);
    }
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

Ratio worse(Ratio a, Ratio b) { return compare(a, b) < 0 ? b : a; }

/// Overlapping stretches of one item: down when one of them is, by the worst.
LineStretches flattened(LineStretches marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const LineStretch& a, const LineStretch& b) {
    return a.interval.from < b.interval.from;
  });
  const auto edges = edges_of({&marks});
  LineStretches flat;
  std::vector<const LineStretch*> active;
  auto next = marks.begin();
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    for (; next != marks.end() && next->interval.from <= edges[i]; ++next) active.push_back(&*next);
    std::erase_if(active, [&](const LineStretch* mark) { return mark->interval.to <= edges[i]; });
    State state;
    for (const LineStretch* mark : active) {
      state.down = worse(state.down, mark->state.down);
      state.is_unknown = state.is_unknown || mark->state.is_unknown;
    }
    if (state.down.numerator > 0) state.is_unknown = false;
    append(flat, {edges[i], edges[i + 1]}, state);
  }
  return flat;
}

/// The weight of a change: its severity, times its share of the users when they are weighed.
Ratio weight_of(const OutageChange& change, const AvailabilityRules& rules) {
  if (!rules.user_weighted || rules.users <= 0 || !change.users) {
    return product(change.severity, whole);
  }
  return product(change.severity, {std::min(*change.users, rules.users), rules.users});
}

void mark_episode(const OutageEpisode& episode, const LineRequest& request, LineStretches& marks) {
  const Interval down = down_of(episode, request.rules, request.as_of);
  const Instant last = std::max(down.to, episode.restored.value_or(request.as_of));
  for (std::size_t i = 0; i < episode.changes.size(); ++i) {
    const OutageChange& change = episode.changes[i];
    const Instant next = i + 1 < episode.changes.size() ? episode.changes[i + 1].at : last;
    const Interval lasts{change.at, next};
    if (change.is_unknown) {
      marks.push_back({lasts, {.down = none, .is_unknown = true}});
    } else {
      marks.push_back({shared_part(lasts, down), {.down = weight_of(change, request.rules)}});
    }
  }
}

/// What nobody looked at is unknown, also while an outage seen before seems to go on.
LineStretches cut_to_observed(const LineStretches& line, const ItemFacts& facts, Instant as_of) {
  if (facts.observed.empty()) return line;
  LineStretches cut;
  auto seen = facts.observed.begin();
  Instant reached = first_instant;
  auto next = line.begin();
  const auto copy_until = [&](Interval within) {
    while (next != line.end() && next->interval.to <= within.from) ++next;
    for (auto at = next; at != line.end() && at->interval.from < within.to; ++at) {
      append(cut, shared_part(at->interval, within), at->state);
    }
  };
  for (; seen != facts.observed.end(); ++seen) {
    append(cut, {reached, seen->from}, {.down = none, .is_unknown = true});
    copy_until(*seen);
    reached = seen->to;
  }
  append(cut, {reached, as_of}, {.down = none, .is_unknown = true});
  return cut;
}

LineStretches stretches_of(Value item, const LineRequest& request) {
  const auto known = request.reading.items.find(item);
  if (known == request.reading.items.end()) return {};
  LineStretches marks;
  for (const OutageEpisode& episode : known->second.episodes) {
    mark_episode(episode, request, marks);
  }
  std::erase_if(marks, [](const LineStretch& mark) { return mark.interval.is_empty(); });
  return cut_to_observed(flattened(std::move(marks)), known->second, request.as_of);
}

State together(Composition composition, const std::vector<State>& states) {
  State all = states.front();
  for (std::size_t i = 1; i < states.size(); ++i) {
    const State& one = states[i];
    if (composition == Composition::series) {
      all = {worse(all.down, one.down), all.is_unknown || one.is_unknown};
    } else if (all.is_up() || one.is_up()) {
      all = {};
    } else {
      const Ratio least = compare(all.down, one.down) < 0 ? all.down : one.down;
      all = {least, all.is_unknown || one.is_unknown};
    }
  }
  const bool is_known = composition == Composition::series && all.down.numerator > 0;
  if (is_known) all.is_unknown = false;
  if (all.is_unknown) all.down = none;
  return all;
}

LineStretches composed(const LineRequest& request) {
  std::vector<LineStretches> items;
  for (const Value item : request.of) items.push_back(stretches_of(item, request));
  if (items.empty()) return {};
  if (items.size() == 1) return items.front();
  std::vector<const LineStretches*> lines;
  for (const LineStretches& item : items) lines.push_back(&item);
  const auto edges = edges_of(lines);
  std::vector<std::size_t> cursors(items.size(), 0);
  LineStretches all;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    std::vector<State> states;
    for (std::size_t k = 0; k < items.size(); ++k) {
      std::size_t& at = cursors[k];
      while (at < items[k].size() && items[k][at].interval.to <= edges[i]) ++at;
      const bool covers = at < items[k].size() && items[k][at].interval.covers(edges[i]);
      states.push_back(covers ? items[k][at].state : State{});
    }
    append(all, {edges[i], edges[i + 1]}, together(request.rules.composition, states));
  }
  return all;
}

void apply_unknown(UnknownTime clause, LineStretches& line) {
  for (LineStretch& stretch : line) {
    if (!stretch.state.is_unknown || clause == UnknownTime::shown) continue;
    stretch.state = {clause == UnknownTime::down ? whole : none, false};
  }
  std::erase_if(line, [](const LineStretch& stretch) { return stretch.state.is_up(); });
}

/// Adds a stretch of down time: to the last outage when it touches it or is near enough.
void add_down(const LineStretch& stretch, std::optional<Duration> join_within,
              std::vector<TargetOutage>& outages) {
  if (!outages.empty()) {
    TargetOutage& last = outages.back();
    const Duration gap = stretch.interval.from - last.interval.to;
    if (gap.count() == 0 || (join_within && gap <= *join_within)) {
      if (gap.count() > 0) last.pieces.back().interval.to = stretch.interval.from;
      last.pieces.push_back({stretch.interval, stretch.state.down});
      last.interval.to = stretch.interval.to;
      return;
    }
  }
  outages.push_back({.interval = stretch.interval,
                     .pieces = {{stretch.interval, stretch.state.down}},
                     .references = {}});
}

void name_facts(const LineRequest& request, std::vector<TargetOutage>& outages) {
  for (const Value item : request.of) {
    const auto known = request.reading.items.find(item);
    if (known == request.reading.items.end()) continue;
    for (const OutageEpisode& episode : known->second.episodes) {
      const Interval down = down_of(episode, request.rules, request.as_of);
      auto at = std::partition_point(
          outages.begin(), outages.end(),
          [&](const TargetOutage& outage) { return outage.interval.to <= down.from; });
      for (; at != outages.end() && at->interval.from < down.to; ++at) {
        auto& names = at->references;
        if (std::find(names.begin(), names.end(), episode.reference) == names.end()) {
          names.push_back(episode.reference);
        }
      }
    }
  }
}

}  // namespace

Interval down_of(const OutageEpisode& episode, const AvailabilityRules& rules, Instant as_of) {
  std::optional<Instant> from = episode.reported;
  if (rules.starts_at == OutageStart::detected && episode.detected) from = episode.detected;
  if (rules.starts_at == OutageStart::earliest && episode.detected) {
    from = from ? std::min(*from, *episode.detected) : *episode.detected;
  }
  Instant to = episode.restored.value_or(as_of);
  if (rules.ends_at == OutageEnd::confirmed && episode.confirmed) to = *episode.confirmed;
  return from ? Interval{*from, to} : Interval{to, to};
}

AvailabilityLine line_of(const LineRequest& request) {
  LineStretches all = composed(request);
  apply_unknown(request.rules.unknown, all);
  AvailabilityLine line;
  for (const LineStretch& stretch : all) {
    if (stretch.state.is_unknown) {
      line.unknown.push_back(stretch.interval);
    } else {
      add_down(stretch, request.rules.join_within, line.outages);
    }
  }
  std::vector<Interval> down;
  for (TargetOutage& outage : line.outages) {
    outage.is_ignored =
        request.rules.ignore_under && outage.interval.length() < *request.rules.ignore_under;
    if (!outage.is_ignored) down.push_back(outage.interval);
  }
  line.unknown = without(united(std::move(line.unknown)), down);
  name_facts(request, line.outages);
  return line;
}

AvailabilityLine raw_line_of(const LineRequest& request) {
  AvailabilityRules rules = request.rules;
  rules.starts_at = OutageStart::earliest;
  rules.ends_at = OutageEnd::restored;
  rules.ignore_under.reset();
  rules.join_within.reset();
  return line_of(
      {.rules = rules, .of = request.of, .reading = request.reading, .as_of = request.as_of});
}

}  // namespace vigie
