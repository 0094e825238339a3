#include "engine/ticket/history.h"
#include "vocabulary/finding.h"

#include <algorithm>

namespace vigie {

namespace {

/// What corrections made of a history: per event, whether it holds and the first event of its chain
/// of corrections. Both empty when nothing was corrected.
struct Corrections {
  std::vector<bool> holds;
  std::vector<std::uint32_t> roots;
};

bool is_known(const EffectiveRequest& request, std::size_t index) {
  return request.history.events[index].recorded_at <= request.known_at;
}

bool corrects_something(const EffectiveRequest& request, std::size_t index) {
  const std::uint32_t target = request.history.events[index].supersedes;
  return target != 0 && target <= index && is_known(request, target - 1);
}

/// The last word on a chain wins. A retraction of its first event leaves nothing of it; a
/// retraction of a later one gives back what that one had replaced.
Corrections corrections_in(const EffectiveRequest& request, std::vector<FindingCode>& findings) {
  const auto& events = request.history.events;
  Corrections made{std::vector<bool>(events.size(), false),
                   std::vector<std::uint32_t>(events.size(), 0)};
  std::vector<bool> settled(events.size(), false);
  std::vector<bool> retracted(events.size(), false);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool corrects = corrects_something(request, i);
    made.roots[i] = corrects ? made.roots[events[i].supersedes - 1] : static_cast<std::uint32_t>(i);
    const bool claims = events[i].supersedes != 0 || events[i].word == EventWord::retracted;
    if (claims && !corrects && is_known(request, i)) {
      findings.push_back(FindingCode::correction_of_nothing);
    }
  }
  for (std::size_t i = events.size(); i-- > 0;) {
    const std::uint32_t root = made.roots[i];
    if (!is_known(request, i) || retracted[i] || settled[root]) continue;
    const bool retracts_later =
        events[i].word == EventWord::retracted && events[i].supersedes - 1 != root;
    if (events[i].word == EventWord::retracted && root == i) continue;
    if (retracts_later) {
      retracted[events[i].supersedes - 1] = true;
    } else {
      settled[root] = true;
      made.holds[i] = events[i].word != EventWord::retracted;
    }
  }
  return made;
}

void sort_by_instant(std::vector<Event>& effective, const Corrections& corrections) {
  const auto rank_of = [&](const Event& event) {
    return corrections.roots.empty() ? event.sequence - 1 : corrections.roots[event.sequence - 1];
  };
  std::sort(effective.begin(), effective.end(), [&](const Event& a, const Event& b) {
    return a.at != b.at ? a.at < b.at : rank_of(a) < rank_of(b);
  });
}

}  // namespace

bool effective_events(const EffectiveRequest& request, std::vector<Event>& effective,
                      std::vector<FindingCode>& findings) {
  effective.clear();
  const auto& events = request.history.events;
  const bool corrected = std::any_of(events.begin(), events.end(), [](const Event& event) {
    return event.supersedes != 0 || event.word == EventWord::retracted;
  });
  const Corrections corrections = corrected ? corrections_in(request, findings) : Corrections{};
  bool in_order = !corrected;
  bool moved = false;
  Instant latest = Instant::min();
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (corrected ? !corrections.holds[i] : !is_known(request, i)) continue;
    if (event.at > request.as_of) {
      findings.push_back(FindingCode::in_the_future);
      continue;
    }
    if (event.at < latest) {
      in_order = false;
      moved |= event.recorded_at == event.at && event.supersedes == 0;
    }
    latest = std::max(latest, event.at);
    effective.push_back(event);
    effective.back().sequence = static_cast<std::uint32_t>(i + 1);
  }
  if (!in_order) sort_by_instant(effective, corrections);
  return moved;
}

}  // namespace vigie
