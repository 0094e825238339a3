// Until when, and how it follows from the last time the clock ran.
#include <algorithm>

#include "engine/derivation/view.h"

namespace vigie {
namespace {

CivilDay day_of(const Moment& moment) {
  return std::chrono::floor<std::chrono::days>(moment.local);
}

/// The counted stretch from which the due instant follows, and what was counted before it.
struct Anchor {
  Instant at;
  Duration counted{};
  std::size_t commitment = 0;
};

/// The last time the clock began to run no later than `due`: counted stretches that touch each
/// other under one promise are one.
Anchor anchor_of(const DerivationView& view, Instant due) {
  Anchor anchor{.at = view.reading().started_at, .commitment = view.judgement().commitment};
  Duration counted{};
  const Segment* before = nullptr;
  for (const auto& segment : view.reading().segments) {
    if (segment.from > due) break;
    if (segment.treatment == Treatment::counts) {
      const bool goes_on = before != nullptr && before->treatment == Treatment::counts &&
                           before->commitment == segment.commitment;
      if (!goes_on) anchor = {segment.from, counted, segment.commitment};
      counted += segment.in_hours;
    }
    before = &segment;
  }
  // Reached while paused: the due is that of a clock resumed there.
  const bool ended_paused = !view.reading().breached_at && before != nullptr &&
                            before->treatment != Treatment::counts && before->to <= due;
  if (ended_paused) anchor = {before->to, counted, view.judgement().commitment};
  return anchor;
}

/// One opening that holds the whole rest is said by its day instead of its parts.
Reasons rest_words(const DerivationView& view, const HoursIndex& hours, Interval rest) {
  auto parts = parts_of(view, &hours, rest);
  const bool is_one_day = day_of(view.moment(rest.from)) == day_of(view.moment(rest.to));
  const bool is_one_part = parts.size() == 1 && parts[0].code == Explanation::part_open;
  if (!is_one_day || !is_one_part || hours.is_always_open()) return parts;
  return {reason(Explanation::due_inside).with("to", view.moment(rest.to))};
}

Derivation from_hours(const DerivationView& view, Instant due) {
  const auto anchor = anchor_of(view, due);
  const auto& promised = std::get<ServiceDuration>(view.commitment().within).budget;
  const auto& hours = view.hours_of(anchor.commitment, anchor.at);
  const auto left = promised - anchor.counted;
  if (left < Duration{0}) {
    return reason(Explanation::due_exhausted, "J4")
        .with("due", view.moment(due))
        .with("promised", promised)
        .with("counted", anchor.counted);
  }
  auto words =
      reason(anchor.counted == Duration{0} ? Explanation::due_whole : Explanation::due_left, "T5");
  words.with("due", view.moment(due))
      .with("from", view.moment(due))
      .with("at", view.moment(anchor.at))
      .with("promised", promised)
      .with("parts", rest_words(view, hours, {anchor.at, due}));
  if (anchor.counted != Duration{0}) words.with("counted", anchor.counted).with("left", left);
  return words;
}

CivilDay civil_day(const HoursIndex& hours, Instant at) {
  return std::chrono::floor<std::chrono::days>(hours.zone().civil(at));
}

/// Business days by which the pauses before `due` moved it. Source: design T6.
std::int64_t days_of_pauses(const DerivationView& view, Instant due) {
  const auto& hours = view.hours();
  std::int64_t days = 0;
  for (const auto& segment : view.reading().segments) {
    if (segment.treatment == Treatment::counts || segment.from >= due) continue;
    const auto last = civil_day(hours, segment.to);
    for (auto day = civil_day(hours, segment.from); day < last;) {
      day += std::chrono::days{1};
      if (hours.is_business_day(day)) ++days;
    }
  }
  return days;
}

/// The business days from the receipt to the due day, when they are few enough to be read and add
/// up to what was promised and moved.
Reasons counted_days(const DerivationView& view, std::int64_t expected, Instant due) {
  constexpr std::int64_t most_told = 10;
  if (expected > most_told) return {};
  const auto& hours = view.hours();
  const auto last = civil_day(hours, due);
  Reasons days;
  for (auto day = civil_day(hours, view.reading().started_at); day < last;) {
    day += std::chrono::days{1};
    if (!hours.is_business_day(day)) continue;
    if (static_cast<std::int64_t>(days.size()) == expected) return {};
    days.push_back(reason(Explanation::due_day)
                       .with("number", static_cast<std::int64_t>(days.size() + 1))
                       .with("day", Moment{.at = due, .local = day}));
  }
  return static_cast<std::int64_t>(days.size()) == expected ? days : Reasons{};
}

Derivation from_days(const DerivationView& view, Instant due) {
  const auto& within = view.commitment().within;
  const auto started = view.moment(view.reading().started_at);
  if (const auto* days = std::get_if<BusinessDays>(&within)) {
    auto words = reason(Explanation::due_business_days, "T6");
    words.with("due", view.moment(due))
        .with("days", std::int64_t{days->days})
        .with("calendar", view.commitment().calendar)
        .with("received", started);
    const auto moved = days_of_pauses(view, due);
    if (moved > 0) words.with("moved", moved);
    if (auto counted = counted_days(view, days->days + moved, due); !counted.empty()) {
      words.with("counted", std::move(counted));
    }
    return words;
  }
  if (std::holds_alternative<CarriedDate>(within)) {
    return reason(Explanation::due_carried, "T6").with("due", view.moment(due));
  }
  return reason(Explanation::due_span, "T6")
      .with("due", view.moment(due))
      .with("within", Reasons{within_words_of(view.commitment())})
      .with("at", started);
}

Duration paused_before(const DerivationView& view, Instant due) {
  Duration paused{};
  for (const auto& segment : view.reading().segments) {
    if (segment.treatment == Treatment::counts) continue;
    paused += shared_part({segment.from, segment.to}, {segment.from, due}).length();
  }
  return paused;
}

bool is_moved_by_wall_clock(const Commitment& commitment) {
  if (std::holds_alternative<BusinessDays>(commitment.within)) return false;
  const auto* carried = std::get_if<CarriedDate>(&commitment.within);
  return carried == nullptr || carried->pause_moves;
}

Derivation without_due(const DerivationView& view) {
  if (view.reading().state == ClockState::not_begun) {
    return reason(Explanation::due_not_begun, "J1").with("from", some_word(view.commitment().from));
  }
  if (view.reading().state != ClockState::paused) return reason(Explanation::due_none, "T5");
  const auto as_of = view.request().as_of;
  if (view.counts_open_time() && view.reading().remaining > Duration{0}) {
    const auto due =
        view.hours_of(view.judgement().commitment, as_of).deadline(as_of, view.reading().remaining);
    if (due) {
      return reason(Explanation::due_none_paused, "J2")
          .with("at", view.moment(as_of))
          .with("due", view.moment(*due));
    }
  }
  return reason(Explanation::due_none_paused_open, "J2");
}

}  // namespace

Derivation due_section(const DerivationView& view) {
  auto section = reason(Explanation::section_due, "T5");
  const auto& reading = view.reading();
  const auto due = reading.breached_at ? reading.breached_at : reading.due;
  if (!due) {
    section.children.push_back(without_due(view));
    return section;
  }
  if (view.counts_open_time()) {
    section.children.push_back(from_hours(view, *due));
  } else {
    section.children.push_back(from_days(view, *due));
    const auto moved = paused_before(view, *due);
    if (moved > Duration{0} && is_moved_by_wall_clock(view.commitment())) {
      section.children.push_back(reason(Explanation::due_moved, "T6").with("paused", moved));
    }
  }
  if (reading.breached_at) section.children.push_back(reason(Explanation::due_passed, "J6"));
  return section;
}

}  // namespace vigie
