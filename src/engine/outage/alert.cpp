#include "engine/outage/alert.h"

#include <algorithm>

namespace vigie {

namespace {

/// Walks the episodes; the span under way is the last one.
class SpanMaker {
 public:
  SpanMaker(const FlappingRules& rules, Instant as_of) : rules_{rules}, as_of_{as_of} {}

  void take(std::size_t index, const AlertEpisode& episode, std::optional<Instant> ended) {
    if (ended && *ended <= episode.began) return;
    if (is_open_ && goes_on(episode.began)) {
      extend(index, episode, ended);
    } else {
      open(index, episode, ended);
    }
  }

  SpansOfAlert finish() {
    if (is_open_) settle_end();
    return std::move(made_);
  }

 private:
  /// Whether what begins then is the outage under way.
  bool goes_on(Instant began) const {
    const auto& ended = made_.spans.back().ended;
    return !ended || began <= *ended || began - *ended < rules_.closes_after;
  }

  void open(std::size_t index, const AlertEpisode& episode, std::optional<Instant> ended) {
    is_open_ = false;
    const Instant until = std::min(ended.value_or(last_instant), as_of_);
    const bool is_long = until >= episode.began && until - episode.began >= rules_.opens_after;
    if (!is_long && !episode.counts) {
      const Instant opens = episode.began + rules_.opens_after;
      if (!ended || *ended >= opens) made_.changes_at = opens;
      return;
    }
    made_.changes_at.reset();
    made_.spans.push_back({.first = index,
                           .last = index,
                           .began = episode.began,
                           .ended = ended,
                           .weight = episode.weight,
                           .changes = {}});
    is_open_ = true;
  }

  void extend(std::size_t index, const AlertEpisode& episode, std::optional<Instant> ended) {
    AlertSpan& span = made_.spans.back();
    span.last = index;
    span.ended = ended && span.ended ? std::max(*ended, *span.ended) : ended;
    const std::int64_t weight = span.changes.empty() ? span.weight : span.changes.back().weight;
    const bool is_told = episode.began <= as_of_;
    if (weight != episode.weight && is_told) {
      span.changes.push_back({.at = episode.began, .weight = episode.weight});
    }
  }

  /// An end counts once nothing can come back any more.
  void settle_end() {
    AlertSpan& span = made_.spans.back();
    if (!span.ended) return;
    const Instant sure = *span.ended + rules_.closes_after;
    if (sure <= as_of_) return;
    made_.changes_at = sure;
    span.ended.reset();
  }

  FlappingRules rules_;
  Instant as_of_;
  SpansOfAlert made_;
  bool is_open_ = false;
};

}  // namespace

SpansOfAlert spans_of_alert(std::span<const AlertEpisode> episodes, const FlappingRules& rules,
                            Instant as_of) {
  SpanMaker maker{rules, as_of};
  for (std::size_t i = 0; i < episodes.size(); ++i) {
    const bool has_next = i + 1 < episodes.size();
    std::optional<Instant> ended = episodes[i].ended;
    if (!ended && has_next) ended = episodes[i + 1].began;
    maker.take(i, episodes[i], ended);
  }
  return maker.finish();
}

}  // namespace vigie
