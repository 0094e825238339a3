#include "server/delivery/sink_for_test.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>

#include "engine/base/require.h"

namespace vigie {

namespace {

/// What comes on a connection, by lines and by lengths.
class Incoming {
 public:
  explicit Incoming(int connection) : connection_{connection} {}

  /// Without its end; none: the other side is gone.
  std::optional<std::string> line() {
    std::size_t end = 0;
    while ((end = held_.find('\n')) == std::string::npos) {
      if (!more()) return std::nullopt;
    }
    std::string text = held_.substr(0, end);
    held_.erase(0, end + 1);
    if (text.ends_with('\r')) text.pop_back();
    return text;
  }
  std::string bytes(std::size_t count) {
    while (held_.size() < count && more()) {
    }
    std::string text = held_.substr(0, count);
    held_.erase(0, text.size());
    return text;
  }

 private:
  bool more() {
    char buffer[4096];
    const ssize_t read = recv(connection_, buffer, sizeof buffer, 0);
    if (read <= 0) return false;
    held_.append(buffer, static_cast<std::size_t>(read));
    return true;
  }

  int connection_;
  std::string held_;
};

void say(int connection, const std::string& text) {
  const std::string sent = text + "\r\n";
  static_cast<void>(send(connection, sent.data(), sent.size(), MSG_NOSIGNAL));
}

}  // namespace

SinkForTest::SinkForTest(Talk talk) : talk_{std::move(talk)} {
  listener_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  ensure(bind(listener_, any, size) == 0 && listen(listener_, 64) == 0, "a port that is free");
  getsockname(listener_, any, &size);
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread{[this] { accept_all(); }};
}

SinkForTest::~SinkForTest() {
  shutdown(listener_, SHUT_RDWR);
  accepting_.join();
  close(listener_);
  for (const int connection : connections_) shutdown(connection, SHUT_RDWR);
  for (std::thread& thread : threads_) thread.join();
  for (const int connection : connections_) close(connection);
}

void SinkForTest::accept_all() {
  while (true) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    const std::scoped_lock lock{mutex_};
    connections_.push_back(connection);
    threads_.emplace_back([this, connection] {
      talk_(connection);
      shutdown(connection, SHUT_RDWR);
    });
  }
}

MailSinkForTest::MailSinkForTest() : sink_{[this](int connection) { talk(connection); }} {}

std::vector<std::string> MailSinkForTest::messages() {
  const std::scoped_lock lock{mutex_};
  return messages_;
}

std::vector<std::string> MailSinkForTest::recipients() {
  const std::scoped_lock lock{mutex_};
  return recipients_;
}

void MailSinkForTest::talk(int connection) {
  ++connections;
  Incoming incoming{connection};
  say(connection, "220 sink");
  while (const auto line = incoming.line()) {
    if (line->starts_with("RCPT TO:")) {
      const std::scoped_lock lock{mutex_};
      recipients_.push_back(line->substr(8));
      say(connection, reply_to_recipient);
    } else if (*line == "DATA") {
      say(connection, "354 go on");
      std::string message;
      for (auto text = incoming.line(); text && *text != "."; text = incoming.line()) {
        message += (text->starts_with("..") ? text->substr(1) : *text) + "\n";
      }
      const std::scoped_lock lock{mutex_};
      if (reply.starts_with("2")) messages_.push_back(message);
      say(connection, reply);
    } else {
      say(connection, *line == "QUIT" ? "221 bye" : "250 sink");
    }
  }
}

WebhookSinkForTest::WebhookSinkForTest(std::function<int(int)> status_of)
    : status_of_{std::move(status_of)}, sink_{[this](int connection) { talk(connection); }} {}

std::vector<CallForTest> WebhookSinkForTest::taken() {
  const std::scoped_lock lock{mutex_};
  return taken_;
}

int WebhookSinkForTest::asked() {
  const std::scoped_lock lock{mutex_};
  return asked_;
}

void WebhookSinkForTest::talk(int connection) {
  Incoming incoming{connection};
  while (incoming.line()) {
    CallForTest call;
    std::size_t length = 0;
    for (auto field = incoming.line(); field && !field->empty(); field = incoming.line()) {
      const std::size_t colon = field->find(": ");
      const std::string name = field->substr(0, colon);
      const std::string value = field->substr(colon + 2);
      if (name == "Content-Length") length = std::stoul(value);
      if (name == "webhook-id") call.id = value;
      if (name == "webhook-timestamp") call.timestamp = value;
      if (name == "webhook-signature") call.signature = value;
    }
    call.body = incoming.bytes(length);
    const std::scoped_lock lock{mutex_};
    const int status = status_of_(++asked_);
    if (status == 200) taken_.push_back(call);
    say(connection, "HTTP/1.1 " + std::to_string(status) +
                        " OK\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n");
  }
}

}  // namespace vigie
