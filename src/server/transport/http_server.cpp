#include "server/transport/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace vigie {

namespace {

constexpr std::size_t scratch_bytes = std::size_t{64} << 10U;

std::string text_of_peer(const sockaddr_storage& peer) {
  char text[INET6_ADDRSTRLEN] = {};
  if (peer.ss_family == AF_INET6) {
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(peer);
    if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr)) {
      inet_ntop(AF_INET, &v6.sin6_addr.s6_addr[12], text, sizeof text);
    } else {
      inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
    }
  } else {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(peer).sin_addr, text, sizeof text);
  }
  return text;
}

}  // namespace

/// One listening socket.
class HttpServer::Door final : public Loop::Watcher, LoopTimers::Timed {
 public:
  Door(HttpServer& server, Listening listening, TlsTerms terms)
      : server_{server}, descriptor_{listening.descriptor}, terms_{std::move(terms)} {
    server_.loop_.watch(descriptor_, *this, Loop::Watch::while_readable);
  }
  ~Door() override { ::close(descriptor_); }

  void renew(const TlsTerms& terms) {
    if (terms_) terms_ = terms;
  }
  /// The system has no descriptors left: leave the others in peace for a moment.
  void rest() {
    constexpr std::int64_t moment = 200;
    server_.loop_.forget(descriptor_);
    server_.loop_.timers().set(*this, server_.loop_.now() + moment);
  }

 private:
  void on_time() override { server_.loop_.watch(descriptor_, *this, Loop::Watch::while_readable); }

  void on_ready(Loop::Readiness) override {
    constexpr int most_at_once = 64;  // then those who are inside have their turn
    for (int i = 0; i < most_at_once; ++i) {
      sockaddr_storage peer{};
      socklen_t size = sizeof peer;
      const int descriptor = accept4(descriptor_, reinterpret_cast<sockaddr*>(&peer), &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (descriptor >= 0) {
        server_.welcome(descriptor, terms_, text_of_peer(peer));
        continue;
      }
      if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) rest();
      if (errno != EINTR && errno != ECONNABORTED) return;
    }
  }

  HttpServer& server_;
  int descriptor_;
  TlsTerms terms_;
};

HttpServer::HttpServer(const ServerParts& parts)
    : limits_{parts.limits},
      application_{parts.application},
      gauges_{parts.gauges},
      hub_{loop_, limits_},
      scratch_(scratch_bytes),
      pool_{parts.workers, limits_.size(Limit::queued_requests)},
      around_{.loop = loop_,
              .limits = limits_,
              .application = application_,
              .pool = pool_,
              .hub = hub_,
              .gauges = gauges_,
              .scratch = scratch_,
              .forget = [this](ClientConnection& connection) { forget(connection); }} {
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT: a client that left is an error of write, not a signal
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::open(const Address& address, TlsTerms terms) {
  const Listening listening = listen_at(address);
  doors_.push_back(std::make_unique<Door>(*this, listening, std::move(terms)));
  return listening.port;
}

void HttpServer::renew(TlsTerms terms) {
  loop_.post([this, terms = std::move(terms)] {
    for (const auto& door : doors_) door->renew(terms);
  });
}

void HttpServer::welcome(int descriptor, const TlsTerms& terms, const std::string& peer) {
  ++gauges_.accepted;
  std::int64_t& of_peer = of_address_[peer];
  if (std::ssize(connections_) >= limits_[Limit::connections] ||
      of_peer >= limits_[Limit::connections_of_address]) {
    if (of_peer == 0) of_address_.erase(peer);
    return turn_away(descriptor, terms != nullptr);
  }
  ++of_peer;
  ++gauges_.connections;
  auto connection = std::make_shared<ClientConnection>(around_, descriptor, terms, peer);
  connections_.emplace(connection.get(), connection);
  connection->open();
}

/// In clear, 503 before it is closed; under TLS that would need a handshake, and it is only closed.
void HttpServer::turn_away(int descriptor, bool is_secure) {
  ++gauges_.turned_away;
  if (!is_secure) {
    Response response = application_.refuse(Refusal::too_many_connections, nullptr, 0);
    const AnswerBytes answer = bytes_of(std::move(response), {.keeps_alive = false});
    (void)send(descriptor, answer.bytes.data(), answer.bytes.size(), MSG_NOSIGNAL);
    shutdown(descriptor, SHUT_WR);
  }
  ::close(descriptor);
}

void HttpServer::forget(ClientConnection& connection) {
  const auto of_peer = of_address_.find(connection.peer());
  if (of_peer != of_address_.end() && --of_peer->second == 0) of_address_.erase(of_peer);
  connections_.erase(&connection);
  --gauges_.connections;
  if (is_stopping_ && connections_.empty()) loop_.end();
}

void HttpServer::run() { loop_.run(); }

void HttpServer::stop() {
  loop_.post([this] { begin_stop(); });
}

void HttpServer::begin_stop() {
  if (is_stopping_) return on_time();
  is_stopping_ = true;
  gauges_.is_stopping = true;
  doors_.clear();
  loop_.timers().set(*this, loop_.now() + limits_[Limit::stop_milliseconds]);
  const auto connections = connections_;
  for (const auto& each : connections) each.second->stop();
  if (connections_.empty()) loop_.end();
}

void HttpServer::on_time() {
  const auto connections = connections_;
  for (const auto& each : connections) each.second->close();
  loop_.end();
}

}  // namespace vigie
