// How it ended, who had the ball, and what should be looked at.
#include <algorithm>

#include "engine/derivation/view.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

Explanation outcome_code(const DerivationView& view, Verdict verdict) {
  const bool in_hours = view.counts_open_time();
  const auto& reading = view.reading();
  switch (verdict) {
    case Verdict::met:
      return in_hours ? Explanation::outcome_met : Explanation::outcome_met_by;
    case Verdict::breached:
      if (reading.stopped_at || view.judgement().ended_at) {
        return in_hours ? Explanation::outcome_breached : Explanation::outcome_breached_by;
      }
      return in_hours ? Explanation::outcome_breached_open : Explanation::outcome_breached_open_by;
    case Verdict::merged:
      return Explanation::outcome_merged;
    case Verdict::cancelled:
      return Explanation::outcome_cancelled;
    default:
      break;
  }
  if (reading.state == ClockState::not_begun) return Explanation::outcome_not_begun;
  const bool is_paused = reading.state == ClockState::paused;
  if (in_hours) return is_paused ? Explanation::outcome_paused : Explanation::outcome_pending;
  return is_paused ? Explanation::outcome_paused_by : Explanation::outcome_pending_by;
}

/// A verdict from the reading, exclusions left aside.
Derivation measured_outcome(const DerivationView& view, Verdict verdict) {
  const auto& reading = view.reading();
  auto outcome = reason(outcome_code(view, verdict), "J6");
  outcome.with("counted", reading.elapsed)
      .with("promised", reading.target)
      .with("left", reading.remaining)
      .with("over", -reading.remaining);
  const auto due = reading.breached_at ? reading.breached_at : reading.due;
  if (due) outcome.with("due", view.moment(*due));
  const auto stopped = reading.stopped_at ? reading.stopped_at : view.judgement().ended_at;
  if (stopped) outcome.with("stopped", view.moment(*stopped));
  return outcome;
}

Derivation not_measurable(const DerivationView& view) {
  auto outcome = reason(Explanation::outcome_not_measurable, "F3");
  const auto code = view.judgement().why.value_or(FindingCode::closed_unresolved);
  const auto words = from_key<TicketFinding>(key_of(code));
  outcome.with("why", words ? some_word(*words) : some_word(code))
      .with("code", std::string{key_of(code)});
  return outcome;
}

struct Measure {
  Explanation code;
  std::optional<Duration> (*of)(const HeldTime&);
};

Reasons held_by(const DerivationView& view, const Measure& measure) {
  Reasons reasons;
  for (const auto& held : view.reading().held) {
    const auto length = measure.of(held);
    if (!length || (held.role == Role::nobody && *length == Duration{0})) continue;
    reasons.push_back(reason(Explanation::held_one)
                          .with("holder", view.named(held.holder))
                          .with("length", *length));
  }
  return reasons;
}

/// Waits that stopped the clock although nobody recorded what was asked. Source: design J3.
Reasons unrecorded_waits(const DerivationView& view) {
  std::int64_t count = 0;
  Duration length{};
  const Segment* one = nullptr;
  for (const auto& segment : view.reading().segments) {
    const auto* span = view.span_at(segment.from);
    if (segment.treatment != Treatment::paused || segment.phase != Phase::awaiting) continue;
    if (span == nullptr || span->requested_at) continue;
    ++count;
    length += view.counts_open_time() ? segment.in_hours : segment.to - segment.from;
    one = &segment;
  }
  if (count == 0) return {};
  auto finding = reason(count == 1 ? Explanation::finding_wait : Explanation::finding_waits, "J3");
  finding.with("customer", view.named(Role::customer)).with("length", length);
  if (count == 1) {
    finding.with("party", view.named(one->holder));
  } else {
    finding.with("count", count);
  }
  return {finding};
}

Derivation finding_section(Derivation finding) {
  auto section = reason(Explanation::section_finding, finding.source);
  section.children.push_back(std::move(finding));
  return section;
}

}  // namespace

Reasons outcome_of(const DerivationView& view) {
  const auto& judgement = view.judgement();
  if (judgement.verdict == Verdict::not_measurable) return {not_measurable(view)};
  if (judgement.verdict != Verdict::excluded) return {measured_outcome(view, judgement.verdict)};
  auto outcome = reason(Explanation::outcome_excluded, "J9");
  outcome.with("ground", some_word(judgement.ground.value_or(ExclusionGround::agreed)));
  const bool is_measured = judgement.gross != Verdict::not_measurable;
  outcome.with("otherwise", Reasons{is_measured ? measured_outcome(view, judgement.gross)
                                                : not_measurable(view)});
  return {outcome};
}

Derivation held_section(const DerivationView& view) {
  using Length = std::optional<Duration>;
  auto section = reason(Explanation::section_held, "J2");
  Duration total{};
  bool has_own_hours = false;
  for (const auto& held : view.reading().held) {
    total += held.wall;
    has_own_hours = has_own_hours || held.in_own_hours.has_value();
  }
  const Measure in_hours{Explanation::held_in_hours,
                         [](const HeldTime& held) { return Length{held.in_hours}; }};
  const Measure wall{Explanation::held_wall,
                     [](const HeldTime& held) { return Length{held.wall}; }};
  const Measure own{Explanation::held_in_own_hours,
                    [](const HeldTime& held) { return held.in_own_hours; }};
  section.children.push_back(reason(in_hours.code, "J2").with("held", held_by(view, in_hours)));
  section.children.push_back(
      reason(wall.code, "J2").with("held", held_by(view, wall)).with("total", total));
  if (has_own_hours) {
    section.children.push_back(reason(own.code, "J2").with("held", held_by(view, own)));
  }
  return section;
}

Reasons finding_sections(const DerivationView& view) {
  Reasons sections;
  for (auto& wait : unrecorded_waits(view)) sections.push_back(finding_section(std::move(wait)));
  std::vector<FindingCode> told;
  for (const FindingCode code : view.timeline().findings) {
    if (code == FindingCode::pause_without_request) continue;
    if (std::find(told.begin(), told.end(), code) != told.end()) continue;
    told.push_back(code);
    const auto words = from_key<TicketFinding>(key_of(code));
    sections.push_back(
        finding_section(reason(Explanation::finding_other, "F3")
                            .with("what", words ? some_word(*words) : some_word(code))
                            .with("code", std::string{key_of(code)})));
  }
  return sections;
}

}  // namespace vigie
