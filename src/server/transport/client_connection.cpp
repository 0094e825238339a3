#include "server/transport/client_connection.h"

#include <utility>

#include "server/transport/response_fit.h"

namespace vigie {

namespace {

std::int64_t seconds_since_1970() {
  using namespace std::chrono;
  return floor<seconds>(system_clock::now()).time_since_epoch().count();
}

std::chrono::microseconds since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                               begin);
}

}  // namespace

struct ClientConnection::Asked {
  Request request;
  Admission admission;
  bool keeps_alive = false;
  Clock::time_point began_at;
  std::shared_ptr<const char> large_body;
};

ClientConnection::ClientConnection(Surroundings& around, int descriptor, const TlsTerms& terms,
                                   std::string peer)
    : around_{around},
      channel_{std::in_place, descriptor, terms},
      peer_{std::move(peer)},
      reader_{around.limits} {}

ClientConnection::~ClientConnection() = default;

void ClientConnection::open() {
  set_deadline(Limit::handshake_milliseconds);
  around_.loop.watch(channel_->descriptor(), *this, Loop::Watch::on_change);
}

bool ClientConnection::is_idle() const { return stage_ == Stage::reading && !reader_.has_begun(); }

void ClientConnection::stop() {
  is_stopping_ = true;
  if (is_idle() || is_streaming() || stage_ == Stage::handshake) close();
}

void ClientConnection::close() {
  if (stage_ == Stage::closed) return;
  if (stage_ == Stage::writing) note(true);
  if (is_streaming()) {
    around_.hub.forget(*this);
    --around_.gauges.streams;
  }
  stage_ = Stage::closed;
  large_body_.reset();
  around_.loop.timers().cancel(*this);
  around_.loop.forget(channel_->descriptor());
  channel_.reset();  // now, though a worker may still hold what it answers to
  around_.loop.keep_for_this_turn(shared_from_this());
  around_.forget(*this);
}

void ClientConnection::on_ready(Loop::Readiness readiness) {
  may_read_ = may_read_ || readiness.readable;
  other_ended_ = other_ended_ || readiness.is_ended;
  proceed();
}

void ClientConnection::on_time() {
  if (stage_ == Stage::reading && reader_.has_begun()) {
    refuse(Refusal::request_timeout, false);
    return proceed();
  }
  if (is_streaming()) ++around_.gauges.streams_dropped;
  if (stage_ == Stage::writing || is_streaming()) channel_->forget_unsent();
  close();
}

void ClientConnection::proceed() {
  constexpr int most_steps = 64;  // then the others have their turn
  for (int i = 0; i < most_steps; ++i) {
    if (!step()) return;
  }
  around_.loop.post([self = shared_from_this()] { self->proceed(); });
}

bool ClientConnection::step() {
  switch (stage_) {
    case Stage::handshake:
      return shake_hands();
    case Stage::reading:
      return receive();
    case Stage::writing:
      return write_on();
    case Stage::streaming:
    case Stage::lingering:
      return linger();
    case Stage::answering:
    case Stage::closed:
      return false;
  }
  return false;
}

bool ClientConnection::shake_hands() {
  const Channel::Outcome outcome = channel_->shake_hands();
  if (outcome == Channel::Outcome::ended) close();
  if (outcome != Channel::Outcome::moved) return false;
  stage_ = Stage::reading;
  set_deadline(Limit::header_milliseconds);
  return true;
}

bool ClientConnection::receive() {
  if (!ahead_.empty()) {
    const std::string bytes = std::exchange(ahead_, {});
    return take(bytes);
  }
  if (!may_read_) {
    without_wait_ = 0;
    return false;
  }
  const Channel::Moved moved = channel_->read(around_.scratch);
  if (moved.outcome == Channel::Outcome::ended) {
    close();
    return false;
  }
  if (moved.outcome == Channel::Outcome::blocked || (moved.is_drained && !other_ended_)) {
    may_read_ = false;
  }
  if (moved.outcome == Channel::Outcome::blocked) return true;
  return take({around_.scratch.data(), moved.bytes});
}

bool ClientConnection::take(std::string_view bytes) {
  if (!reader_.has_begun()) begin_request();
  while (!bytes.empty()) {
    bytes.remove_prefix(reader_.take(bytes));
    if (reader_.stage() == RequestReader::Stage::admission) admit();
    const bool goes_on = reader_.stage() == RequestReader::Stage::head ||
                         reader_.stage() == RequestReader::Stage::body;
    if (!goes_on) break;
  }
  if (stage_ == Stage::closed) return false;
  ahead_ = bytes;
  if (reader_.stage() == RequestReader::Stage::refused) {
    refuse(reader_.refusal(), false);
  } else if (reader_.stage() == RequestReader::Stage::complete) {
    hand_over();
  } else if (reader_.stage() == RequestReader::Stage::body) {
    if (may_grow()) {
      set_rate_deadline(reader_.request().body.size());
    } else {
      refuse(Refusal::too_busy, false);
    }
  }
  return stage_ != Stage::closed;
}

/// Whether the body that comes in may be held: a few large ones at once, so that nobody fills the
/// memory with files.
bool ClientConnection::may_grow() {
  constexpr long most_large_bodies = 4;
  const bool is_large = reader_.request().body.size() > around_.limits.size(Limit::body_bytes);
  if (!is_large || large_body_) return true;
  if (around_.large_bodies.use_count() > most_large_bodies) return false;
  large_body_ = around_.large_bodies;
  return true;
}

void ClientConnection::begin_request() {
  began_at_ = Clock::now();
  exchange_ = {};
  set_deadline(Limit::header_milliseconds);
}

void ClientConnection::admit() {
  Request& request = reader_.request();
  request.peer = peer_;
  request.is_secure = channel_->is_secure();
  const Admission admission = around_.application.admit(request);
  exchange_.route = admission.route;
  reader_.admit(admission.most_body_bytes);
  part_began_ = around_.loop.now();
  if (reader_.stage() != RequestReader::Stage::body || !reader_.head().expects_continue) return;
  constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  const Channel::Moved moved = channel_->write(go_on);
  if (moved.bytes != go_on.size()) close();
}

void ClientConnection::hand_over() {
  const bool is_last =
      ++without_wait_ >= around_.limits.size(Limit::pipelined_requests) && !ahead_.empty();
  asked_ = std::make_shared<Asked>(
      Asked{.request = std::move(reader_.request()),
            .admission = {.route = exchange_.route, .most_body_bytes = reader_.most_body_bytes()},
            .began_at = began_at_,
            .large_body = std::exchange(large_body_, nullptr)});
  asked_->keeps_alive = asked_->request.keeps_alive && !is_last;
  stage_ = Stage::answering;
  around_.loop.timers().cancel(*this);
  ++around_.gauges.being_answered;
  const bool is_taken = around_.pool.offer([self = shared_from_this(), asked = asked_] {
    Surroundings& around = self->around_;
    const auto waited = since(asked->began_at);
    Response response;
    try {
      response = around.application.answer(asked->request, asked->admission);
      fit_response(asked->request, response);
    } catch (const std::exception&) {
      response = around.application.refuse(Refusal::internal_error, &asked->request, 0);
    }
    const AnswerForm form{.keeps_alive = asked->keeps_alive && !around.gauges.is_stopping.load(),
                          .without_body = asked->request.method == Method::head,
                          .at_seconds = seconds_since_1970()};
    auto stream = form.without_body ? std::nullopt : std::move(response.stream);
    if (stream) response.stream.emplace();  // still to be told by the head
    const auto refusal = response.refusal;
    around.loop.post([self, waited, refusal, stream = std::move(stream),
                      bytes = bytes_of(std::move(response), form)]() mutable {
      self->complete(std::move(bytes), std::move(stream), refusal, waited);
    });
  });
  if (is_taken) return;
  --around_.gauges.being_answered;
  refuse(Refusal::too_busy, asked_->keeps_alive);
}

void ClientConnection::complete(AnswerBytes answer, std::optional<EventStream> stream,
                                std::optional<Refusal> refusal, std::chrono::microseconds waited) {
  --around_.gauges.being_answered;
  if (stage_ != Stage::answering) return;
  if (stream && around_.gauges.streams >= around_.limits[Limit::event_streams]) {
    refuse(Refusal::too_busy, false);
    return proceed();
  }
  stream_ = std::move(stream);
  exchange_.refusal = refusal;
  exchange_.waited = waited;
  begin_writing(std::move(answer));
  proceed();
}

void ClientConnection::refuse(Refusal refusal, bool keeps_alive) {
  const bool is_known = asked_ || reader_.stage() == RequestReader::Stage::admission ||
                        reader_.stage() == RequestReader::Stage::body ||
                        reader_.head().request.fields.size() > 0;
  const Request* request = nullptr;
  if (is_known) request = asked_ ? &asked_->request : &reader_.request();
  std::size_t most = around_.limits.size(Limit::header_bytes);
  if (refusal == Refusal::body_too_large) most = reader_.most_body_bytes();
  if (refusal == Refusal::target_too_long) most = around_.limits.size(Limit::target_bytes);
  exchange_.refusal = refusal;
  const AnswerForm form{.keeps_alive = keeps_alive,
                        .without_body = request != nullptr && request->method == Method::head,
                        .at_seconds = seconds_since_1970()};
  begin_writing(bytes_of(around_.application.refuse(refusal, request, most), form));
}

void ClientConnection::begin_writing(AnswerBytes answer) {
  answer_ = std::move(answer);
  written_ = 0;
  large_body_.reset();
  stage_ = Stage::writing;
  part_began_ = around_.loop.now();
  set_rate_deadline(0);
}

bool ClientConnection::write_on() {
  const std::string_view bytes = answer_.bytes;
  while (written_ < bytes.size()) {
    const Channel::Moved moved = channel_->write(bytes.substr(written_));
    if (moved.outcome == Channel::Outcome::blocked) return false;
    if (moved.outcome == Channel::Outcome::ended) {
      close();
      return false;
    }
    written_ += moved.bytes;
    if (written_ < bytes.size()) set_rate_deadline(written_);
  }
  return finish_answer();
}

bool ClientConnection::finish_answer() {
  note(false);
  const bool is_awaited = !asked_ || asked_->request.keeps_alive;  // it may still be talking
  const bool has_all = ahead_.empty() && !may_read_;
  const bool keeps_alive = answer_.keeps_alive && !is_stopping_;
  answer_ = {};
  asked_.reset();
  reader_ = RequestReader{around_.limits};
  if (stream_) {
    stage_ = Stage::streaming;
    ++around_.gauges.streams;
    around_.loop.timers().cancel(*this);
    around_.hub.enrol(*this, *std::exchange(stream_, std::nullopt));
    return stage_ == Stage::streaming;
  }
  if (keeps_alive) {
    stage_ = Stage::reading;
    set_deadline(Limit::idle_milliseconds);
    return true;
  }
  stage_ = Stage::lingering;
  channel_->end_writing();
  if (has_all && (is_stopping_ || !is_awaited)) {
    close();
    return false;
  }
  ahead_ = {};
  set_deadline(Limit::linger_milliseconds);
  return true;
}

/// Throws away what a client sends that is not listened to any more, and sees that it left.
bool ClientConnection::linger() {
  if (is_streaming() && !events_.empty()) stream_on();
  if (stage_ == Stage::closed || !may_read_) return false;
  const Channel::Moved moved = channel_->read(around_.scratch);
  if (moved.outcome == Channel::Outcome::blocked) may_read_ = false;
  if (moved.outcome == Channel::Outcome::ended) close();
  return moved.outcome == Channel::Outcome::moved;
}

void ClientConnection::note(bool is_cut) {
  if (asked_) {
    exchange_.request = &asked_->request;
  } else if (reader_.head().request.fields.size() > 0) {
    exchange_.request = &reader_.request();
  }
  exchange_.status = answer_.status;
  exchange_.bytes_in = exchange_.request == nullptr ? 0 : exchange_.request->body.size();
  exchange_.bytes_out = written_;
  exchange_.took = since(began_at_);
  exchange_.is_cut = is_cut;
  around_.application.note(exchange_);
  exchange_ = {};  // it points to a request that goes
}

void ClientConnection::set_deadline(Limit limit) {
  around_.loop.timers().set(*this, around_.loop.now() + around_.limits[limit]);
}

void ClientConnection::set_rate_deadline(std::size_t moved) {
  constexpr std::int64_t milliseconds = 1'000;
  const std::int64_t earned =
      static_cast<std::int64_t>(moved) * milliseconds / around_.limits[Limit::least_rate];
  around_.loop.timers().set(*this, part_began_ + around_.limits[Limit::body_milliseconds] + earned);
}

}  // namespace vigie
