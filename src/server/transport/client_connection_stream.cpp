// A client that is told events for as long as it listens.
#include "server/transport/client_connection.h"

namespace vigie {

void ClientConnection::hear(const EventText& text) {
  if (is_streaming()) events_.push_back(text);
}

/// One who still lags too far behind is cut: it comes back and resumes where it was.
void ClientConnection::send_heard() {
  if (!is_streaming()) return;
  stream_on();
  if (!is_streaming() || events_.size() <= around_.limits.size(Limit::events_waiting)) return;
  ++around_.gauges.streams_dropped;
  channel_->forget_unsent();
  close();
}

/// The rest of an event, with as many after it as travel together.
std::string_view ClientConnection::next_of_stream(std::size_t first) {
  std::string_view rest{*events_[first]};
  rest.remove_prefix(written_of_event_);
  std::vector<char>& joined = around_.scratch;
  if (first + 1 == events_.size() || rest.size() > joined.size()) return rest;
  std::size_t size = rest.copy(joined.data(), rest.size());
  for (std::size_t i = first + 1; i < events_.size(); ++i) {
    if (size + events_[i]->size() > joined.size()) break;
    size += events_[i]->copy(joined.data() + size, events_[i]->size());
  }
  return {joined.data(), size};
}

void ClientConnection::stream_on() {
  std::size_t done = 0;
  while (done < events_.size()) {
    const Channel::Moved moved = channel_->write(next_of_stream(done));
    if (moved.outcome == Channel::Outcome::ended) return close();
    if (moved.outcome == Channel::Outcome::blocked) break;
    written_of_event_ += moved.bytes;
    while (done < events_.size() && written_of_event_ >= events_[done]->size()) {
      written_of_event_ -= events_[done]->size();
      ++done;
    }
  }
  events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(done));
  constexpr std::size_t usual = 16;
  if (events_.empty() && events_.capacity() > usual) events_ = {};
  if (events_.empty()) {
    around_.loop.timers().cancel(*this);
  } else if (done > 0 || !is_waited_for_) {
    set_deadline(Limit::body_milliseconds);
  }
  is_waited_for_ = !events_.empty();
}

}  // namespace vigie
