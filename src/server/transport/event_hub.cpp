#include "server/transport/event_hub.h"

#include <algorithm>

namespace vigie {

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

void EventHub::publish(StreamEvent event) {
  loop_.post([this, event = std::move(event)] { spread(event); });
}

void EventHub::spread(const StreamEvent& event) {
  const EventText text = text_of(event);
  kept_.push_back({.position = event.position, .audience = event.audience, .text = text});
  if (oldest_known_ == 0 && kept_.size() == 1 && event.position > 0) {
    oldest_known_ = event.position - 1;
  }
  while (kept_.size() > limits_.size(Limit::events_kept)) {
    oldest_known_ = kept_.front().position;
    kept_.pop_front();
  }
  const auto listening = listening_;  // one that is cut while it hears leaves the list
  for (const Listening& each : listening) {
    if (each.stream.after >= event.position) continue;
    if (each.stream.sees && !each.stream.sees(event.audience)) continue;
    each.listener->hear(text);
  }
}

void EventHub::enrol(Listener& listener, EventStream stream) {
  static const EventText reset = text_of({.name = "reset", .content = "{}"});
  const std::uint64_t after = stream.after;
  const auto sees = stream.sees;
  if (listening_.empty())
    loop_.timers().set(*this, loop_.now() + limits_[Limit::heartbeat_milliseconds]);
  listening_.push_back({.listener = &listener, .stream = std::move(stream)});
  if (!kept_.empty() && after < oldest_known_) return listener.hear(reset);
  const auto missed = std::find_if(kept_.begin(), kept_.end(),
                                   [&](const Kept& kept) { return kept.position > after; });
  const std::vector<Kept> told{missed, kept_.end()};
  for (const Kept& kept : told) {
    if (!sees || sees(kept.audience)) listener.hear(kept.text);
  }
}

void EventHub::forget(Listener& listener) {
  std::erase_if(listening_, [&](const Listening& each) { return each.listener == &listener; });
  if (listening_.empty()) loop_.timers().cancel(*this);
}

void EventHub::on_time() {
  static const EventText heartbeat = std::make_shared<const std::string>(":\n\n");
  const auto listening = listening_;
  for (const Listening& each : listening) each.listener->hear(heartbeat);
  if (listening_.empty()) return;
  loop_.timers().set(*this, loop_.now() + limits_[Limit::heartbeat_milliseconds]);
}

}  // namespace vigie
