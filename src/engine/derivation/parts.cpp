// A stretch of time as its parts: so long to 18:00, closed to 09:00, so long to 10:00.
#include "engine/derivation/view.h"

namespace vigie {
namespace {

class PartsWriter {
 public:
  PartsWriter(const DerivationView& view, Interval stretch)
      : view_(view), stretch_(stretch), reached_(stretch.from) {}

  void open_until(Instant to, Duration length) {
    parts_.push_back(reason(Explanation::part_open)
                         .with("length", length)
                         .with("from", view_.moment(reached_))
                         .with("to", view_.moment(to)));
    reached_ = to;
  }

  void closed_until(Instant to) {
    if (to <= reached_) return;
    parts_.push_back(reason(Explanation::part_closed)
                         .with("from", view_.moment(reached_))
                         .with("to", view_.moment(to)));
    reached_ = to;
  }

  void openings_until(Instant to, Duration length, std::size_t openings) {
    parts_.push_back(reason(Explanation::part_group)
                         .with("length", length)
                         .with("openings", static_cast<std::int64_t>(openings))
                         .with("from", view_.moment(reached_))
                         .with("to", view_.moment(to)));
    reached_ = to;
  }

  /// An hour that the clocks skip or repeat makes wall time and elapsed time differ: say it.
  Reasons finish() {
    for (const Instant at : view_.zone().changes(stretch_)) {
      const auto before = view_.zone().offset_at(at - Duration{1});
      const auto shift = view_.zone().offset_at(at) - before;
      if (shift.count() == 0 || at <= stretch_.from) continue;
      const bool is_forward = shift.count() > 0;
      parts_.push_back(
          reason(is_forward ? Explanation::part_clocks_forward : Explanation::part_clocks_back)
              .with("shift", Duration{is_forward ? shift : -shift})
              .with("at", Moment{.at = at, .local = CivilTime{at.time_since_epoch() + before}}));
    }
    return std::move(parts_);
  }

 private:
  const DerivationView& view_;
  Interval stretch_;
  Instant reached_;
  Reasons parts_;
};

}  // namespace

Reasons parts_of(const DerivationView& view, const HoursIndex* hours, Interval stretch) {
  PartsWriter writer{view, stretch};
  if (stretch.is_empty()) return {};
  if (hours == nullptr || hours->is_always_open()) {
    writer.open_until(stretch.to, stretch.length());
    return writer.finish();
  }
  const auto open = hours->open_intervals(stretch);
  constexpr std::size_t told_one_by_one = 3;
  const bool is_grouped = open.size() > told_one_by_one;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (is_grouped && i == 1) {
      const auto last = open.size() - 2;
      Duration length{};
      for (std::size_t j = 1; j <= last; ++j) length += open[j].length();
      writer.openings_until(open[last].to, length, last);
      i = last;
      continue;
    }
    writer.closed_until(open[i].from);
    writer.open_until(open[i].to, open[i].length());
  }
  writer.closed_until(stretch.to);
  return writer.finish();
}

}  // namespace vigie
