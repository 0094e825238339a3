// One line a stretch of time: what began it, who had the ball, what was counted.
#include <algorithm>

#include "engine/derivation/view.h"

namespace vigie {
namespace {

/// Words of events that begin a stretch, the most telling first.
constexpr EventWord telling[] = {EventWord::reopened, EventWord::resolved, EventWord::cancelled,
                                 EventWord::merged,   EventWord::closed,   EventWord::awaiting,
                                 EventWord::answered, EventWord::resumed,  EventWord::assigned,
                                 EventWord::requested};

class StepsWriter {
 public:
  explicit StepsWriter(const DerivationView& view) : view_(view) {}

  Derivation section() {
    auto section = reason(Explanation::section_steps, "J2");
    const auto& segments = view_.reading().segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const Segment* before = i == 0 ? nullptr : &segments[i - 1];
      add(section.children, segments[i], beginning_of(segments[i], before));
    }
    section.children.push_back(last_step());
    return section;
  }

 private:
  /// The stretch, cut where the target was passed.
  void add(Reasons& steps, const Segment& segment, Reasons beginning) {
    const auto breached_at = view_.reading().breached_at;
    const bool is_cut = breached_at && segment.treatment == Treatment::counts &&
                        segment.from < *breached_at && *breached_at < segment.to;
    if (!is_cut) return add_part(steps, segment, {segment.from, segment.to}, std::move(beginning));
    add_part(steps, segment, {segment.from, *breached_at}, std::move(beginning));
    add_part(steps, segment, {*breached_at, segment.to}, {reason(Explanation::step_passed, "J6")});
  }

  void add_part(Reasons& steps, const Segment& segment, Interval stretch, Reasons beginning) {
    const auto* hours =
        view_.counts_open_time() ? &view_.hours_of(segment.commitment, segment.from) : nullptr;
    const bool counts = segment.treatment == Treatment::counts;
    if (counts)
      running_ += hours == nullptr ? stretch.length() : hours->between(stretch.from, stretch.to);
    auto step = reason(Explanation::step, counts ? "" : "J3");
    step.with("at", view_.moment(stretch.from)).with("what", std::move(beginning));
    if (segment.role == Role::nobody) {
      step.with("holder", Reasons{reason(Explanation::holder_nobody)});
    } else {
      step.with(
          "holder",
          Reasons{reason(Explanation::holder_column).with("holder", view_.named(segment.holder))});
    }
    step.with("treatment", some_word(segment.treatment))
        .with("parts", parts_of(view_, hours, stretch))
        .with("running", running_);
    steps.push_back(std::move(step));
  }

  Reasons beginning_of(const Segment& segment, const Segment* before) const {
    if (before == nullptr) return first_beginning(segment);
    const bool was_promised = before->treatment != Treatment::no_promise;
    const bool is_promised = segment.treatment != Treatment::no_promise;
    if (was_promised != is_promised || segment.commitment != before->commitment) {
      return retarget(segment, is_promised);
    }
    if (const auto* event = view_.event(segment.event); event != nullptr) return told(*event);
    for (const EventWord word : telling) {
      for (const auto& event : view_.timeline().effective) {
        if (event.at == segment.from && event.word == word) return told(event);
      }
    }
    const bool wait_ran_out =
        before->treatment == Treatment::paused && segment.phase == Phase::awaiting;
    return {reason(wait_ran_out ? Explanation::step_maximum : Explanation::step_continues, "J3")};
  }

  Reasons first_beginning(const Segment& segment) const {
    if (view_.commitment().from == StartsAt::hand_over) {
      return {reason(Explanation::step_assigned).with("holder", view_.named(segment.holder))};
    }
    if (view_.judgement().cycle > 0 || view_.commitment().from != StartsAt::opening) {
      for (const EventWord word : {EventWord::declared_major, EventWord::restored,
                                   EventWord::resolved, EventWord::reopened, EventWord::updated}) {
        for (const auto& event : view_.timeline().effective) {
          if (event.at == segment.from && event.word == word) return told(event);
        }
      }
      for (const auto& event : view_.timeline().effective) {
        if (event.at == segment.from && event.word != EventWord::classified) return told(event);
      }
    }
    return {reason(Explanation::step_event).with("event", some_word(EventWord::opened))};
  }

  /// Another promise, or none, applies from here: the change of the ticket that made it so.
  Reasons retarget(const Segment& segment, bool is_promised) const {
    const auto& now = view_.agreement().commitments[segment.commitment];
    const Change* change = nullptr;
    for (const auto& made : view_.timeline().changes) {
      if (made.at == segment.from) change = &made;
    }
    if (change == nullptr) return {reason(Explanation::step_continues, "J4")};
    if (change->declares_major) return declared(is_promised, now);
    const auto* duration = is_promised ? std::get_if<ServiceDuration>(&now.within) : nullptr;
    auto what = reason(
        duration != nullptr ? Explanation::step_retarget : Explanation::step_classified, "J4");
    what.with("attribute", some_word(change->attribute)).with("value", view_.text(change->value));
    if (duration != nullptr) what.with("promised", duration->budget);
    return {what};
  }

  /// The terms of a major incident apply from here, or those of other tickets no longer do.
  static Reasons declared(bool is_promised, const Commitment& now) {
    const auto* duration = is_promised ? std::get_if<ServiceDuration>(&now.within) : nullptr;
    auto what =
        reason(duration != nullptr ? Explanation::step_declared : Explanation::step_event, "J6");
    what.with("event", some_word(EventWord::declared_major));
    if (duration != nullptr) what.with("promised", duration->budget);
    return {what};
  }

  Reasons told(const Event& event) const {
    const Holder holder{.party = event.party, .team = event.team};
    if (event.word == EventWord::assigned) {
      return {reason(Explanation::step_assigned).with("holder", view_.named(holder))};
    }
    if (event.word != EventWord::awaiting) {
      return {reason(Explanation::step_event).with("event", some_word(event.word))};
    }
    if (event.party == party_of(Role::nobody)) {
      auto what = reason(Explanation::step_deferred);
      if (event.date != Instant{}) what.with("until", view_.moment(event.date));
      return {what};
    }
    auto what = reason(Explanation::step_awaiting).with("party", view_.named(holder));
    if (event.value) what.with("reason", view_.text(event.value));
    return {what};
  }

  /// The end of the clock: what reached its metric, what else ended it, or the judgement itself.
  Derivation last_step() const {
    const auto& reading = view_.reading();
    const auto ended_at = reading.stopped_at ? reading.stopped_at : view_.judgement().ended_at;
    auto step = reason(Explanation::step);
    if (!ended_at) {
      return step.with("at", view_.moment(view_.request().as_of))
          .with("what", Reasons{reason(Explanation::step_judged)})
          .with("running", running_);
    }
    return step.with("at", view_.moment(*ended_at))
        .with("what", ending(*ended_at))
        .with("treatment", some_word(Treatment::stopped))
        .with("running", running_);
  }

  /// What happened at the end: of several events, the first that reaches or ends something, else
  /// the first that moves the ball, such as a hand-back.
  Reasons ending(Instant at) const {
    constexpr EventWord describing[] = {EventWord::classified, EventWord::commented,
                                        EventWord::related, EventWord::dated, EventWord::requested};
    constexpr EventWord moving[] = {EventWord::assigned, EventWord::awaiting, EventWord::answered,
                                    EventWord::resumed};
    for (const bool moves : {false, true}) {
      for (const auto& event : view_.timeline().effective) {
        if (event.at != at || std::ranges::count(describing, event.word) > 0) continue;
        if ((std::ranges::count(moving, event.word) > 0) == moves) return told(event);
      }
    }
    return {reason(Explanation::step_continues)};
  }

  const DerivationView& view_;
  Duration running_{};
};

}  // namespace

Derivation steps_section(const DerivationView& view) { return StepsWriter{view}.section(); }

}  // namespace vigie
