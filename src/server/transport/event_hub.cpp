#include "server/transport/event_hub.h"

#include <algorithm>

namespace vigie {

namespace {

/// One who is connected to us directly hears every fourth heartbeat: TCP asks meanwhile whether it
/// is still there (`listen_at`), which wakes neither of us.
constexpr std::uint64_t direct_every = 4;

}  // namespace

EventText text_of(const StreamEvent& event) {
  std::string text;
  if (!event.id.empty()) text.append("id: ").append(event.id).append("\n");
  if (!event.name.empty()) text.append("event: ").append(event.name).append("\n");
  std::string_view rest = event.content;
  while (true) {
    const std::size_t end = rest.find_first_of("\r\n");
    text.append("data: ").append(rest.substr(0, end)).append("\n");
    if (end == std::string_view::npos) break;
    const bool is_pair = rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return std::make_shared<const std::string>(text + "\n");
}

EventHub::EventHub(Loop& loop, const Limits& limits) : loop_{loop}, limits_{limits} {}

void EventHub::begin_after(std::uint64_t position) {
  loop_.post([this, position] {
    has_begun_ = true;
    oldest_known_ = position;
  });
}

void EventHub::publish(StreamEvent event) {
  std::vector<StreamEvent> events;
  events.push_back(std::move(event));
  publish(std::move(events));
}

void EventHub::publish(std::vector<StreamEvent> events) {
  loop_.post([this, events = std::move(events)] {
    for (const StreamEvent& event : events) keep(event);
    spread(std::min(events.size(), kept_.size()));
  });
}

void EventHub::keep(const StreamEvent& event) {
  if (!has_begun_ && event.position > 0) oldest_known_ = event.position - 1;
  has_begun_ = true;
  kept_.push_back({.position = event.position, .audience = event.audience, .text = text_of(event)});
  last_id_ = event.id;
}

bool EventHub::sees(const EventStream& stream, const Kept& kept) {
  return stream.after < kept.position &&
         (!stream.sees || !kept.audience || stream.sees(*kept.audience));
}

/// One who leaves, or is cut, while all are told is taken from the list at the end.
template <class Tell>
void EventHub::tell_all(Tell tell) {
  is_telling_ = true;
  for (Listening& each : listening_) {
    if (each.listener != nullptr) tell(each);
  }
  is_telling_ = false;
  std::erase_if(listening_, [](const Listening& each) { return each.listener == nullptr; });
  if (listening_.empty()) loop_.timers().cancel(*this);
}

/// Tells the last so many of those kept, then forgets those that are too many.
void EventHub::spread(std::size_t events) {
  const auto first = kept_.end() - static_cast<std::ptrdiff_t>(events);
  tell_all([&](Listening& each) {
    bool has_heard = false;
    for (auto kept = first; kept != kept_.end() && each.listener != nullptr; ++kept) {
      if (!sees(each.stream, *kept)) continue;
      each.listener->hear(kept->text);
      has_heard = true;
    }
    if (has_heard && each.listener != nullptr) each.listener->send_heard();
  });
  while (kept_.size() > limits_.size(Limit::events_kept)) {
    oldest_known_ = kept_.front().position;
    kept_.pop_front();
  }
}

void EventHub::enrol(Listener& listener, EventStream stream) {
  if (listening_.empty())
    loop_.timers().set(*this, loop_.now() + limits_[Limit::heartbeat_milliseconds]);
  if (stream.after < oldest_known_) {
    stream.after = kept_.empty() ? oldest_known_ : kept_.back().position;
    listener.hear(text_of({.id = last_id_, .name = "reset", .content = "{}"}));
  } else {
    for (const Kept& kept : kept_) {
      if (sees(stream, kept)) listener.hear(kept.text);
    }
  }
  listening_.push_back({.listener = &listener, .stream = std::move(stream)});
  listener.send_heard();  // the last: it may leave in here
}

void EventHub::forget(Listener& listener) {
  const auto found = std::ranges::find(listening_, &listener, &Listening::listener);
  if (found == listening_.end()) return;
  if (is_telling_) {
    found->listener = nullptr;
    return;
  }
  listening_.erase(found);
  if (listening_.empty()) loop_.timers().cancel(*this);
}

void EventHub::end_those_over() {
  loop_.post([this] {
    tell_all([](Listening& each) {
      if (each.stream.is_over && each.stream.is_over()) each.listener->end_stream();
    });
  });
}

void EventHub::on_time() {
  static const EventText heartbeat = std::make_shared<const std::string>(":\n\n");
  const bool is_for_all = ++heartbeats_ % direct_every == 0;
  tell_all([&](Listening& each) {
    if (!is_for_all && !each.stream.is_through_proxy) return;
    each.listener->hear(heartbeat);
    if (each.listener != nullptr) each.listener->send_heard();
  });
  if (listening_.empty()) return;
  loop_.timers().set(*this, loop_.now() + limits_[Limit::heartbeat_milliseconds]);
}

}  // namespace vigie
