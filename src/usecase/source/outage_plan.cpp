#include "usecase/source/outage_plan.h"

#include <algorithm>

#include "usecase/outage/outage_record.h"

namespace vigie {

namespace {

constexpr std::int64_t whole = whole_alert;

/// Those that may be outages, and where they stand among all.
std::vector<AlertEpisode> episodes_of(const AlertTimes& times, std::vector<std::size_t>& places) {
  std::vector<AlertEpisode> episodes;
  for (std::size_t i = 0; i < times.all().size(); ++i) {
    const AlertRow& row = times.all()[i].row;
    if (!row.finding.empty()) continue;
    episodes.push_back({.began = row.began_at,
                        .ended = row.ended_at,
                        .weight = row.weight,
                        .counts = times.are_cut() && i == 0 && row.outage});
    places.push_back(i);
  }
  return episodes;
}

OutageEventRow row_of(const OutageStep& step, const std::string& source) {
  OutageEventRow row{.happened_at = step.at,
                     .word = step.word,
                     .weight = step.weight,
                     .weight_of = {},
                     .users = {},
                     .source = source,
                     .supersedes = step.corrects};
  if (row.weight) row.weight_of = whole;
  return row;
}

}  // namespace

void OutagePlan::add(AlertTimes times) {
  AlertPlan plan{.times = std::move(times), .outages = {}, .changes_at = {}};
  std::vector<std::size_t> places;
  const auto episodes = episodes_of(plan.times, places);
  const FactSourceRow& source = source_.row;
  const SpansOfAlert made = spans_of_alert(
      episodes, {.opens_after = source.opens_after, .closes_after = source.closes_after}, now_);
  plan.changes_at = made.changes_at;
  std::vector<Key<OutageRow>> claimed;
  for (const AlertSpan& span : made.spans) plan_span(plan, span, places, claimed);
  plan_forgotten(plan, claimed);
  plans_.push_back(std::move(plan));
}

void OutagePlan::plan_span(AlertPlan& plan, const AlertSpan& span,
                           const std::vector<std::size_t>& places,
                           std::vector<Key<OutageRow>>& claimed) {
  Planned planned;
  for (std::size_t i = span.first; i <= span.last; ++i) {
    planned.times.push_back(places[i]);
    const auto& outage = plan.times.all()[places[i]].row.outage;
    const bool is_free = outage && std::ranges::find(claimed, *outage) == claimed.end();
    if (is_free && !planned.outage) planned.outage = outage;
  }
  std::vector<RecordedStep> recorded;
  if (planned.outage) {
    claimed.push_back(*planned.outage);
    recorded = steps_recorded(events_of(rows_, *planned.outage), source_.row.reference);
  } else {
    const AlertRow& first = plan.times.all()[planned.times.front()].row;
    planned.row = {.reference = {},
                   .version = 0,
                   .customer = first.customer,
                   .item = first.item,
                   .title = first.title,
                   .began_at = span.began};
  }
  planned.steps = steps_to_record(recorded, steps_wanted(span, plan, recorded));
  plan.outages.push_back(std::move(planned));
}

/// Those of which nothing is left: what was said since makes them no outages, or a part of others.
void OutagePlan::plan_forgotten(AlertPlan& plan, const std::vector<Key<OutageRow>>& claimed) {
  std::vector<Key<OutageRow>> seen = claimed;
  for (std::size_t i = 0; i < plan.times.all().size(); ++i) {
    const auto outage = plan.times.all()[i].row.outage;
    const bool is_claimed = std::ranges::any_of(plan.outages, [&](const Planned& each) {
      return std::ranges::find(each.times, i) != each.times.end();
    });
    if (!is_claimed) plan.times.set_outage(i, std::nullopt);
    if (!outage || std::ranges::find(seen, *outage) != seen.end()) continue;
    seen.push_back(*outage);
    const auto recorded = steps_recorded(events_of(rows_, *outage), source_.row.reference);
    plan.outages.push_back(
        {.outage = outage, .row = {}, .steps = steps_to_record(recorded, {}), .times = {}});
  }
}

std::vector<OutageStep> OutagePlan::steps_wanted(const AlertSpan& span, const AlertPlan& plan,
                                                 std::span<const RecordedStep> recorded) const {
  std::vector<OutageStep> wanted;
  const Instant window = plan.times.all().front().row.began_at;
  const bool is_cut = plan.times.are_cut() && span.began == window && !recorded.empty();
  if (is_cut) {  // it began earlier than what is looked at
    for (const RecordedStep& each : recorded) {
      if (each.step.at < window) wanted.push_back(each.step);
    }
  }
  if (wanted.empty()) wanted.push_back({OutageWord::detected, span.began, span.weight});
  for (const SeverityChange& change : span.changes) {
    wanted.push_back({OutageWord::severity_changed, change.at, change.weight});
  }
  const auto known = std::ranges::find_if(
      recorded, [](const RecordedStep& each) { return each.step.word == OutageWord::reported; });
  const Instant reported = known == recorded.end() ? now_ : known->step.at;
  const bool is_within = reported >= span.began && (!span.ended || reported < *span.ended);
  const bool is_new = recorded.empty() || known != recorded.end();
  const bool is_there = std::ranges::any_of(
      wanted, [](const OutageStep& each) { return each.word == OutageWord::reported; });
  if (is_within && is_new && !is_there) wanted.push_back({OutageWord::reported, reported});
  if (span.ended) wanted.push_back({OutageWord::restored, *span.ended});
  return wanted;
}

/// About the one outage that changes; about the source when there are several.
Act& OutagePlan::open_act(Desk& desk) {
  std::vector<Planned*> changed;
  for (AlertPlan& plan : plans_) {
    for (Planned& each : plan.outages) {
      if (!each.steps.empty()) changed.push_back(&each);
    }
  }
  const bool opens = std::ranges::any_of(changed, [](const Planned* e) { return !e->outage; });
  for (Planned* each : changed) {
    if (!each->outage) each->row.reference = next_outage_reference(rows_);
  }
  const ActWord word = opens ? ActWord::outage_opened : ActWord::outage_event_recorded;
  if (changed.size() > 1) return desk.open(word, Thing::fact_source, source_.row.reference);
  const Planned& only = *changed.front();
  return desk.open(word, Thing::outage,
                   only.outage ? reference_of(rows_, *only.outage) : only.row.reference);
}

void OutagePlan::record(Act& act, Planned& planned, OutagesChanged& changed) {
  KeptOutage kept;
  if (planned.outage) {
    kept = outage_by_key(rows_, *planned.outage);
  } else {
    kept = {.key = add_outage_row(rows_, planned.row), .row = planned.row};
    planned.outage = kept.key;
    ++changed.opened;
  }
  for (const OutageStep& step : planned.steps) {
    if (step.corrects != 0) {
      ++changed.corrected;
    } else if (step.word == OutageWord::restored) {
      ++changed.ended;
    }
    record_event(act, kept, row_of(step, source_.row.reference),
                 step.corrects != 0 ? source_.row.name : std::string{});
  }
}

OutagesChanged OutagePlan::carry_out(Desk& desk) {
  OutagesChanged changed;
  const bool is_any = std::ranges::any_of(plans_, [](const AlertPlan& plan) {
    return std::ranges::any_of(plan.outages,
                               [](const Planned& each) { return !each.steps.empty(); });
  });
  Act* act = is_any ? &open_act(desk) : nullptr;
  for (AlertPlan& plan : plans_) {
    for (Planned& each : plan.outages) {
      if (!each.steps.empty()) record(*act, each, changed);
      for (const std::size_t index : each.times) plan.times.set_outage(index, each.outage);
    }
    plan.times.set_change(plan.changes_at);
    plan.times.write(rows_);
  }
  return changed;
}

}  // namespace vigie
