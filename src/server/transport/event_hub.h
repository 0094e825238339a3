// Events to all who listen: each is made once, kept a while, and handed to every client.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/transport/limits.h"
#include "server/transport/loop.h"
#include "server/transport/response.h"

namespace vigie {

/// One event of a stream. Source: HTML Living Standard 9.2 (server-sent events), design E5.
struct StreamEvent {
  std::uint64_t position = 0;  // greater than that of the event before
  std::string id;              // what the client sends back as Last-Event-ID
  std::string name;            // of the closed list of events; no line end
  std::string content;         // may have several lines
  std::string audience;        // whom it concerns; each client says whether it sees that
};

using EventText = std::shared_ptr<const std::string>;

/// The lines of an event as they travel.
EventText text_of(const StreamEvent& event);

class EventHub final : LoopTimers::Timed {
 public:
  /// A client, as the hub sees it. Called on the I/O thread.
  class Listener {
   public:
    virtual void hear(const EventText& text) = 0;

   protected:
    ~Listener() = default;
  };

  EventHub(Loop& loop, const Limits& limits);

  /// From any thread, in the order of positions.
  void publish(StreamEvent event);

  /// On the I/O thread. Hands over at once what was published after `stream.after`, or an event
  /// named "reset" when that is not kept any more. Source: design E5.
  void enrol(Listener& listener, EventStream stream);
  void forget(Listener& listener);
  std::size_t listeners() const { return listening_.size(); }

 private:
  struct Listening {
    Listener* listener;
    EventStream stream;
  };
  struct Kept {
    std::uint64_t position;
    std::string audience;
    EventText text;
  };
  void spread(const StreamEvent& event);
  void on_time() override;

  Loop& loop_;
  const Limits& limits_;
  std::vector<Listening> listening_;
  std::deque<Kept> kept_;
  std::uint64_t oldest_known_ = 0;  // events up to it may have gone; none after it has
};

}  // namespace vigie
