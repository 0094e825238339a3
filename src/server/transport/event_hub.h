// Events to all who listen: each is made once, kept a while, and handed to every client.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
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
  std::shared_ptr<const EventAudience> audience = {};  // none: whoever listens
};

using EventText = std::shared_ptr<const std::string>;

/// The lines of an event as they travel.
EventText text_of(const StreamEvent& event);

class EventHub final : LoopTimers::Timed {
 public:
  /// A client, as the hub sees it. Called on the I/O thread.
  class Listener {
   public:
    /// One event more; several may come before `send_heard`.
    virtual void hear(const EventText& text) = 0;
    /// What was heard may go now. It may be closed in here, and forgotten.
    virtual void send_heard() = 0;
    /// It is told nothing more, and closed.
    virtual void end_stream() = 0;

   protected:
    ~Listener() = default;
  };

  EventHub(Loop& loop, const Limits& limits);

  /// From any thread: what is published next comes right after that position, and what was before
  /// is not known here. Without it the first event says so.
  void begin_after(std::uint64_t position);
  /// From any thread, in the order of positions.
  void publish(StreamEvent event);
  void publish(std::vector<StreamEvent> events);
  /// From any thread: streams that are over (`EventStream::is_over`) end.
  void end_those_over();

  /// On the I/O thread. Hands over at once what was published after `stream.after`, or an event
  /// named "reset", with the id of the last one, when that is not kept any more; the stream then
  /// goes on after that. Source: design E5.
  void enrol(Listener& listener, EventStream stream);
  void forget(Listener& listener);
  std::size_t listeners() const { return listening_.size(); }

 private:
  struct Listening {
    Listener* listener;  // none: it left while all are being told
    EventStream stream;
  };
  struct Kept {
    std::uint64_t position;
    std::shared_ptr<const EventAudience> audience;
    EventText text;
  };
  static bool sees(const EventStream& stream, const Kept& kept);
  void keep(const StreamEvent& event);
  void spread(std::size_t events);
  template <class Tell>
  void tell_all(Tell tell);
  void on_time() override;

  Loop& loop_;
  const Limits& limits_;
  std::vector<Listening> listening_;
  bool is_telling_ = false;
  std::deque<Kept> kept_;
  std::uint64_t oldest_known_ = 0;  // events up to it may have gone; none after it has
  bool has_begun_ = false;
  std::string last_id_;
  std::uint64_t heartbeats_ = 0;
};

}  // namespace vigie
