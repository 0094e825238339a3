// A client that says exactly the bytes it is told to, and a server of its own to say them to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "server/log.h"
#include "server/probes.h"
#include "server/reception.h"
#include "server/transport/http_server.h"

namespace vigie::http_for_test {

struct Answer {
  int status = 0;  // 0: the connection was closed before an answer
  std::string head;
  std::string body;
  std::string_view field(std::string_view name) const {
    const std::size_t at = head.find("\r\n" + std::string{name} + ": ");
    if (at == std::string::npos) return {};
    const std::size_t from = at + name.size() + 4;
    return std::string_view{head}.substr(from, head.find("\r\n", from) - from);
  }
};

class Client {
 public:
  explicit Client(std::uint16_t port)
      : descriptor_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = connect(descriptor_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Client() { ::close(descriptor_); }
  Client(Client&& other) noexcept
      : descriptor_{std::exchange(other.descriptor_, -1)}, is_connected_{other.is_connected_} {}
  Client& operator=(Client&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(heard_, other.heard_);
    return *this;
  }

  bool is_connected() const { return is_connected_; }
  int descriptor() const { return descriptor_; }
  /// False when the other side refuses more.
  bool say(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  void end_writing() const { shutdown(descriptor_, SHUT_WR); }

  /// Reads one answer, or what there is before the end.
  Answer hear(bool without_body = false) {
    Answer answer;
    std::size_t end = 0;
    while ((end = heard_.find("\r\n\r\n")) == std::string::npos) {
      if (!listen()) return answer;
    }
    answer.head = heard_.substr(0, end + 2);
    answer.status = std::atoi(answer.head.substr(9, 3).c_str());
    heard_.erase(0, end + 4);
    const bool is_interim = answer.status == 100 || answer.status == 204 || answer.status == 304;
    if (without_body || is_interim) return answer;
    const auto size =
        static_cast<std::size_t>(std::atoll(std::string{answer.field("Content-Length")}.c_str()));
    while (heard_.size() < size && listen()) {
    }
    answer.body = heard_.substr(0, size);
    heard_.erase(0, std::min(size, heard_.size()));
    return answer;
  }
  Answer ask(std::string_view bytes) { return say(bytes) ? hear() : Answer{}; }

  /// What was read so far, once it holds `words`, or the connection ended, or ten seconds passed.
  const std::string& hear_until(std::string_view words) {
    while (heard_.find(words) == std::string::npos && listen()) {
    }
    return heard_;
  }
  /// Forgets what it heard.
  void forget() { heard_.clear(); }
  /// Whether the other side ends it, within ten seconds; what it still says is read over.
  bool is_ended() {
    while (listen()) {
    }
    return is_ended_;
  }

 private:
  bool listen() {
    constexpr int patience = 10'000;
    pollfd ready{.fd = descriptor_, .events = POLLIN, .revents = 0};
    if (poll(&ready, 1, patience) <= 0) return false;
    char bytes[16'384];
    const ssize_t read = recv(descriptor_, bytes, sizeof bytes, 0);
    is_ended_ = read <= 0;
    if (read > 0) heard_.append(bytes, static_cast<std::size_t>(read));
    return read > 0;
  }

  int descriptor_;
  bool is_connected_ = false;
  bool is_ended_ = false;
  std::string heard_;
};

inline std::string get(std::string_view path, std::string_view fields = {}) {
  return "GET " + std::string{path} + " HTTP/1.1\r\nHost: test\r\n" + std::string{fields} + "\r\n";
}

inline std::string post(std::string_view path, std::string_view body) {
  return "POST " + std::string{path} +
         " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string{body};
}

/// A server on a free port of this machine, with its routes and its limits, until it goes.
class Served {
 public:
  explicit Served(std::vector<Route> routes, const Limits& limits = {}, const TlsTerms& tls = {},
                  unsigned workers = 2)
      : limits_{limits},
        log_{memory_.descriptor},
        reception_{std::move(routes), {.limits = limits_, .log = log_}},
        server_{
            {.limits = limits_, .application = reception_, .gauges = gauges_, .workers = workers}},
        port_{server_.open({.host = "127.0.0.1"}, tls)},
        thread_{[this] { server_.run(); }} {}
  ~Served() {
    stop();
    server_.stop();  // asked twice: at once
    if (thread_.joinable()) thread_.join();
  }
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  std::uint16_t port() const { return port_; }
  Client client() const { return Client{port_}; }
  HttpServer& server() { return server_; }
  Gauges& gauges() { return gauges_; }
  const Reception& reception() const { return reception_; }
  void stop() { server_.stop(); }
  void join() { thread_.join(); }
  /// What was logged so far.
  std::string log() const {
    std::string text(std::size_t{1} << 20U, '\0');
    const ssize_t read = pread(memory_.descriptor, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
    return text;
  }

 private:
  /// A file without a name, for the log.
  struct Memory {
    Memory() {
      char name[] = "/tmp/vigie_log_XXXXXX";
      descriptor = mkstemp(name);
      unlink(name);
    }
    ~Memory() { ::close(descriptor); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;
    int descriptor = -1;
  };

  Limits limits_;
  Memory memory_;
  Log log_;
  Gauges gauges_;
  Reception reception_;
  HttpServer server_;
  std::uint16_t port_;
  std::thread thread_;
};

/// Waits until `holds`, ten seconds at most; whether it does.
template <class Holds>
bool comes_true(Holds holds) {
  for (int i = 0; i < 1'000 && !holds(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return holds();
}

/// The usual limits, but for these.
inline Limits with(std::initializer_list<std::pair<Limit, std::int64_t>> values) {
  Limits limits;
  for (const auto& [limit, value] : values) limits.set(limit, value);
  return limits;
}

}  // namespace vigie::http_for_test
