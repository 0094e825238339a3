#include "engine/ticket/timeline.h"

#include <algorithm>

#include "engine/ticket/story.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

/// Whether the opening itself is recorded, but later than `as_of`.
bool opens_later(const EffectiveRequest& request) {
  const auto& events = request.history.events;
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.word == EventWord::opened && event.at > request.as_of &&
           event.recorded_at <= request.known_at;
  });
}

void tell_all(Timeline& timeline, const Event& opening) {
  timeline.is_opened = true;
  timeline.opened_at = opening.at;
  Story story{timeline, opening};
  for (const Event& event : timeline.effective) {
    if (&event == &opening && event.word == EventWord::opened) continue;
    if (event.at < opening.at) {
      timeline.findings.push_back(event.word == EventWord::resolved
                                      ? FindingCode::resolved_before_opened
                                      : FindingCode::event_before_opening);
    }
    story.tell(event, std::max(event.at, opening.at));
  }
  story.finish();
}

}  // namespace

void Timeline::clear() {
  Timeline cleared;
  std::swap(cleared.spans, spans);
  std::swap(cleared.marks, marks);
  std::swap(cleared.changes, changes);
  std::swap(cleared.dates, dates);
  std::swap(cleared.findings, findings);
  std::swap(cleared.effective, effective);
  std::swap(cleared.requests, requests);
  *this = std::move(cleared);
  spans.clear();
  beginning.reset();
  marks.clear();
  changes.clear();
  dates.clear();
  findings.clear();
  effective.clear();
  requests.clear();
}

void read_timeline(const EffectiveRequest& request, Timeline& timeline) {
  timeline.clear();
  timeline.ticket = request.history.ticket;
  timeline.as_of = request.as_of;
  if (effective_events(request, timeline.effective, timeline.findings)) {
    timeline.findings.push_back(FindingCode::reordered);
  }
  const auto& events = timeline.effective;
  if (events.empty()) return;
  const auto opened = std::find_if(events.begin(), events.end(), [](const Event& event) {
    return event.word == EventWord::opened;
  });
  if (opened != events.end()) return tell_all(timeline, *opened);
  if (opens_later(request)) return;
  timeline.findings.push_back(FindingCode::never_opened);
  tell_all(timeline, events.front());
}

}  // namespace vigie
