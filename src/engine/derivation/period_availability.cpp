// The availability of a period, outage by outage. Design J13.
#include <algorithm>

#include "engine/base/intervals.h"
#include "engine/compliance/availability_figure.h"
#include "engine/derivation/period_view.h"
#include "vocabulary/outage.h"

namespace vigie {

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

Derivation availability_promise_of(const PeriodView& view) {
  const AvailabilityRules& rules = view.commitment().availability;
  std::vector<std::string> services;
  for (const Value of : view.request().time->of) {
    services.emplace_back(view.request().names.text(of));
  }
  auto promise = reason(Explanation::availability_promise, "J13");
  promise.with("agreement", view.agreement_name())
      .with("since", view.agreement().in_force.from)
      .with("services", joined(services))
      .with("calendar", view.commitment().calendar);
  if (services.size() > 1) promise.with("composition", some_word(rules.composition));
  if (view.attainment().required) promise.with("required", *view.attainment().required);
  if (rules.outages_at_most) promise.with("outages", *rules.outages_at_most);
  if (rules.longest_at_most) promise.with("longest", *rules.longest_at_most);
  auto section = reason(Explanation::section_promise);
  section.children.push_back(std::move(promise));
  for (const CumulatedRule& rule : rules.cumulated) {
    auto limit = reason(Explanation::availability_cumulated, "J13");
    limit.with("days", std::int64_t{rule.days});
    if (rule.at_most) limit.with("at_most", *rule.at_most);
    if (rule.outages) limit.with("outages", *rule.outages);
    section.children.push_back(std::move(limit));
  }
  return section;
}

Derivation clock_of(const PeriodView& view) {
  const AvailabilityRules& rules = view.commitment().availability;
  auto clock = reason(Explanation::availability_clock, "J13");
  clock.with("starts", some_word(rules.starts_at)).with("ends", some_word(rules.ends_at));
  if (rules.join_within) clock.with("joined", *rules.join_within);
  if (rules.ignore_under) clock.with("ignored", *rules.ignore_under);
  auto maintenance =
      reason(rules.maintenance_excluded ? Explanation::availability_maintenance
                                        : Explanation::availability_maintenance_counted,
             "J13");
  if (rules.maintenance_notice) maintenance.with("notice", *rules.maintenance_notice);
  if (rules.maintenance_quota) maintenance.with("quota", *rules.maintenance_quota);
  auto section = reason(Explanation::section_clock);
  section.children = {std::move(clock), std::move(maintenance)};
  if (rules.user_weighted) {
    section.children.push_back(
        reason(Explanation::availability_users, "J13").with("users", rules.users));
  }
  const Interval window = view.window();
  section.children.push_back(reason(Explanation::availability_measured, "J13")
                                 .with("from", view.moment(window.from))
                                 .with("to", view.moment(window.to)));
  return section;
}

/// Steps of the period by their beginning: outages, and what was left out or might have been.
class Steps {
 public:
  explicit Steps(const PeriodView& view) : view_(view), time_(*view.request().time) {}

  Derivation section() {
    for (const TargetOutage& outage : time_.line.outages) add(outage);
    for (const LeftOutPart& part : time_.parts) add(part);
    std::ranges::stable_sort(steps_, {}, &Step::at);
    auto section = reason(Explanation::section_steps, "J11");
    DownTime running;
    for (Step& step : steps_) {
      running.add(step.down);
      if (!step.down.is_zero()) step.reason.with("running", running.cut());
      section.children.push_back(std::move(step.reason));
    }
    return section;
  }

 private:
  struct Step {
    Instant at;
    Derivation reason;
    DownTime down;
  };

  Derivation step_at(Instant at, Derivation what, Explanation treatment) const {
    auto step = reason(Explanation::step, "J13");
    step.with("at", view_.moment(at))
        .with("what", Reasons{std::move(what)})
        .with("treatment", some_word(treatment));
    return step;
  }

  Derivation open_part(Interval part, Duration open) const {
    return reason(Explanation::availability_open)
        .with("length", open)
        .with("from", view_.moment(part.from))
        .with("to", view_.moment(part.to));
  }

  void add(const TargetOutage& outage) {
    const Interval part = shared_part(outage.interval, view_.window());
    if (part.is_empty()) return;
    std::vector<std::string> names;
    for (const auto reference : outage.references) {
      names.emplace_back(view_.request().names.text(reference));
    }
    auto what = names.empty() ? reason(Explanation::outage_unseen)
                              : reason(Explanation::outage_named).with("names", joined(names));
    DownTime down;
    Reasons parts;
    for (const DownPiece& piece : outage.pieces) {
      const Interval cut = shared_part(piece.interval, view_.window());
      if (cut.is_empty()) continue;
      const Duration open = open_time(&view_.hours(), without({cut}, time_.cut.agreed));
      parts.push_back(open_part(cut, open));
      if (compare(piece.weight, {1, 1}) != 0) parts.back().with("weight", piece.weight);
      if (!outage.is_ignored) down.add(open, piece.weight);
    }
    auto step =
        step_at(part.from, std::move(what),
                outage.is_ignored ? Explanation::treated_ignored : Explanation::treated_down);
    steps_.push_back({part.from, std::move(step.with("parts", std::move(parts))), down});
  }

  void add(const LeftOutPart& left_out) {
    const Interval part = shared_part(left_out.interval, view_.window());
    const Duration open = open_time(&view_.hours(), {part});
    if (part.is_empty()) return;
    auto what = reason(Explanation::left_out_named).with("why", some_word(left_out.why));
    if (left_out.reference) {
      what.with("name", std::string{view_.request().names.text(left_out.reference)});
    }
    const bool leaves = left_out.why == LeftOut::maintenance || left_out.why == LeftOut::agreed ||
                        left_out.why == LeftOut::unknown;
    auto step = step_at(part.from, std::move(what),
                        leaves ? Explanation::treated_left_out : Explanation::treated_kept);
    steps_.push_back(
        {part.from, std::move(step.with("parts", Reasons{open_part(part, open)})), {}});
  }

  const PeriodView& view_;
  const AvailabilityTime& time_;
  std::vector<Step> steps_;
};

Derivation figure_reason(Explanation code, const AvailabilityFigure& figure) {
  auto told = reason(code, "J13");
  told.with("observed", figure.observed).with("down", figure.down);
  if (figure.up_share) {
    told.with("rate", *figure.up_share)
        .with("exact", std::to_string(figure.up_share->numerator) + "/" +
                           std::to_string(figure.up_share->denominator));
  }
  return told;
}

Derivation observed_reason(const PeriodView& view) {
  const Availability& figures = *view.attainment().availability;
  const Interval window = view.window();
  auto observed = reason(Explanation::availability_observed, "J13");
  observed.with("open", view.hours().between(window.from, window.to))
      .with("observed", figures.committed.observed);
  if (figures.excluded.count() != 0) observed.with("excluded", figures.excluded);
  if (figures.unknown.count() != 0) observed.with("unknown", figures.unknown);
  return observed;
}

Derivation outages_reason(const Availability& figures) {
  if (figures.outages == 0) return reason(Explanation::availability_no_outage, "J13");
  return reason(Explanation::availability_outages, "J13")
      .with("outages", figures.outages)
      .with("longest", figures.longest)
      .with("restore", *figures.mean_time_to_restore)
      .with("between", *figures.mean_time_between_failures);
}

Derivation figures_of(const PeriodView& view) {
  const Availability& figures = *view.attainment().availability;
  auto section = reason(Explanation::section_figure);
  section.children.push_back(observed_reason(view));
  auto down = figure_reason(Explanation::availability_down, figures.committed);
  if (figures.maintenance_overrun.count() != 0) down.with("overrun", figures.maintenance_overrun);
  section.children.push_back(std::move(down));
  if (figures.committed.up_share) {
    section.children.push_back(figure_reason(Explanation::availability_rate, figures.committed));
  }
  section.children.push_back(outages_reason(figures));
  for (const CumulatedWorst& worst : figures.cumulated) {
    section.children.push_back(reason(worst.is_kept ? Explanation::availability_worst_kept
                                                    : Explanation::availability_worst_broken,
                                      "J13")
                                   .with("days", std::int64_t{worst.days})
                                   .with("down", worst.down)
                                   .with("outages", worst.outages)
                                   .with("until", worst.until));
  }
  section.children.push_back(figure_reason(Explanation::availability_raw, figures.raw));
  const bool is_contested = figures.gross.down != figures.committed.down ||
                            figures.claimed.down != figures.committed.down;
  if (is_contested) {
    section.children.push_back(figure_reason(Explanation::availability_gross, figures.gross));
    section.children.push_back(figure_reason(Explanation::availability_claimed, figures.claimed));
  }
  return section;
}

}  // namespace

Reasons availability_sections(const PeriodView& view) {
  return {availability_promise_of(view), clock_of(view), Steps{view}.section(), figures_of(view)};
}

}  // namespace vigie
