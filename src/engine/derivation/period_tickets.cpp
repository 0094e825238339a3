// The rate of a period, and each ticket that was missed in it. Design J7.
#include <algorithm>

#include "engine/clock/period_instant.h"
#include "engine/derivation/period_view.h"

namespace vigie {

namespace {

Derivation ticket_promise_of(const PeriodView& view) {
  auto promise = reason(Explanation::period_promise, "J7");
  promise.with("agreement", view.agreement_name())
      .with("since", view.agreement().in_force.from)
      .with("metric", some_word(view.commitment().metric))
      .with("within", Reasons{within_words_of(view.commitment())});
  if (view.attainment().required) promise.with("required", *view.attainment().required);
  auto section = reason(Explanation::section_promise);
  section.children.push_back(std::move(promise));
  return section;
}

bool is_here(const PeriodView& view, const Judgement& judgement) {
  const bool same = judgement.agreement == view.request().result.agreement &&
                    judgement.commitment == view.request().result.commitment;
  if (!same || !judgement.is_counted || judgement.verdict != Verdict::breached) return false;
  const auto at = period_instant({.verdict = judgement.gross,
                                  .opened_at = judgement.opened_at,
                                  .breached_at = judgement.reading.breached_at,
                                  .ended_at = judgement.ended_at},
                                 view.commitment().measurement.period_of);
  return at && view.attainment().interval.covers(*at);
}

Derivation step_of(const PeriodView& view, const Judgement& judgement) {
  const Instant at = judgement.ended_at.value_or(judgement.opened_at);
  auto part = reason(Explanation::period_ticket_late, "J6");
  part.with("late", -judgement.reading.remaining).with("counted", judgement.reading.elapsed);
  auto step = reason(Explanation::step, "J7");
  step.with("at", view.moment(at))
      .with("what",
            Reasons{reason(Explanation::basis_name)
                        .with("name", std::string{view.request().names.text(judgement.ticket)})})
      .with("treatment", some_word(judgement.verdict))
      .with("parts", Reasons{std::move(part)});
  return step;
}

Derivation counts_of(const PeriodView& view) {
  const Tally& net = view.attainment().net_agreed;
  auto counts = reason(Explanation::period_counts, "J7");
  counts.with("met", net.met).with("missed", net.missed).with("measured", net.measured());
  const auto beside = [&](std::string_view name, std::int64_t count) {
    if (count != 0) counts.with(name, count);
  };
  beside("excluded", net.excluded);
  beside("pending", net.pending);
  beside("not_measurable", net.not_measurable);
  beside("overdue_open", net.overdue_open);
  auto section = reason(Explanation::section_figure);
  section.children.push_back(std::move(counts));
  return section;
}

}  // namespace

Reasons ticket_sections(const PeriodView& view) {
  auto steps = reason(Explanation::section_steps, "J11");
  for (const Judgement& judgement : view.request().evaluation.verdicts) {
    if (is_here(view, judgement)) steps.children.push_back(step_of(view, judgement));
  }
  Reasons sections{ticket_promise_of(view), counts_of(view)};
  if (!steps.children.empty()) sections.push_back(std::move(steps));
  return sections;
}

}  // namespace vigie
