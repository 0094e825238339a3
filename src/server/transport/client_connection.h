// One client: its requests read, answered in order, and written back, whatever its speed.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "server/transport/application.h"
#include "server/transport/channel.h"
#include "server/transport/event_hub.h"
#include "server/transport/gauges.h"
#include "server/transport/loop.h"
#include "server/transport/request_reader.h"
#include "server/transport/work_pool.h"

namespace vigie {

class ClientConnection;

/// What connections share. All of it outlives them.
struct Surroundings {
  Loop& loop;
  const Limits& limits;
  Application& application;
  WorkPool& pool;
  EventHub& hub;
  Gauges& gauges;
  std::vector<char>& scratch;  // what was read last, before it is looked at: one for all
  /// Held by each request whose body is larger than `body_bytes`, from then on until it is
  /// answered: its owners but one are so many.
  std::shared_ptr<const char> large_bodies = std::make_shared<const char>();
  std::function<void(ClientConnection&)> forget;
};

/// Lives on the I/O thread. It has buffers only while bytes are half way: an idle one has none.
class ClientConnection final : public Loop::Watcher,
                               LoopTimers::Timed,
                               EventHub::Listener,
                               public std::enable_shared_from_this<ClientConnection> {
 public:
  ClientConnection(Surroundings& around, int descriptor, const TlsTerms& terms, std::string peer);
  ~ClientConnection();

  /// Begins to read. Once, when it is owned by a shared_ptr.
  void open();
  /// Between two requests, and not streaming: nothing is lost when it is closed.
  bool is_idle() const;
  bool is_streaming() const { return stage_ == Stage::streaming; }
  /// Closes it when it is idle, streaming or not yet heard; else after the answer that it waits
  /// for.
  void stop();
  /// Closes it now, whatever it is doing.
  void close();
  const std::string& peer() const { return peer_; }

 private:
  enum class Stage : std::uint8_t {
    handshake,
    reading,    // a request, or the wait for one
    answering,  // a worker has it
    writing,
    streaming,
    lingering,  // said its last word; waits for the client to take it
    closed
  };
  using Clock = std::chrono::steady_clock;
  struct Asked;  // a request on its way through a worker

  void on_ready(Loop::Readiness readiness) override;
  void on_time() override;
  void hear(const EventText& text) override;
  void send_heard() override;
  void end_stream() override { close(); }

  void proceed();
  bool step();
  bool shake_hands();
  bool receive();
  bool take(std::string_view bytes);
  bool may_grow();
  void begin_request();
  void admit();
  void hand_over();
  void complete(AnswerBytes answer, std::optional<EventStream> stream,
                std::optional<Refusal> refusal, std::chrono::microseconds waited);
  void refuse(Refusal refusal, bool keeps_alive);
  void begin_writing(AnswerBytes answer);
  bool write_on();
  bool finish_answer();
  void stream_on();
  std::string_view next_of_stream(std::size_t first);
  bool linger();
  void note(bool is_cut);
  void set_deadline(Limit limit);
  void set_rate_deadline(std::size_t moved);

  Surroundings& around_;
  std::optional<Channel> channel_;  // none once closed
  std::string peer_;
  Stage stage_ = Stage::handshake;
  bool may_read_ = true;
  bool other_ended_ = false;
  bool is_stopping_ = false;
  RequestReader reader_;
  std::string ahead_;             // bytes read beyond the request being answered
  std::size_t without_wait_ = 0;  // requests answered from `ahead_` in a row
  Clock::time_point began_at_;    // of the request
  std::int64_t part_began_ = 0;   // of the body, or of the answer, in milliseconds of the loop
  std::shared_ptr<Asked> asked_;
  AnswerBytes answer_;
  std::size_t written_ = 0;
  std::shared_ptr<const char> large_body_;  // held while a large one comes in
  Exchange exchange_;
  std::optional<EventStream> stream_;
  std::vector<EventText> events_;     // that wait to be written
  std::size_t written_of_event_ = 0;  // of the first of them
  bool is_waited_for_ = false;        // it has a deadline to take them
};

}  // namespace vigie
