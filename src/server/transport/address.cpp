#include "server/transport/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace vigie {

namespace {

std::string numeric(const std::string& host) {
  if (host == "localhost") return "127.0.0.1";
  if (host == "*") return "::";
  return host;
}

bool is_v6(const std::string& host) { return host.find(':') != std::string::npos; }

[[noreturn]] void fail(int descriptor, const Address& address) {
  const int error = errno;
  if (descriptor >= 0) close(descriptor);
  throw std::system_error{error, std::generic_category(), text_of(address)};
}

union SocketAddress {
  sockaddr any;
  sockaddr_in v4;
  sockaddr_in6 v6;
};

socklen_t fill_address(const Address& address, SocketAddress& to) {
  std::memset(&to, 0, sizeof to);
  const std::string host = numeric(address.host);
  if (is_v6(host)) {
    to.v6.sin6_family = AF_INET6;
    to.v6.sin6_port = htons(address.port);
    inet_pton(AF_INET6, host.c_str(), &to.v6.sin6_addr);
    return sizeof to.v6;
  }
  to.v4.sin_family = AF_INET;
  to.v4.sin_port = htons(address.port);
  inet_pton(AF_INET, host.c_str(), &to.v4.sin_addr);
  return sizeof to.v4;
}

}  // namespace

bool Address::is_loopback() const {
  const std::string text = numeric(host);
  return text == "::1" || text.starts_with("127.");
}

std::optional<Address> address_from(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  if (port.empty() || port.size() > 5) return std::nullopt;
  unsigned number = 0;
  for (const char c : port) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (number > 65'535U) return std::nullopt;
  const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
  if (is_bracketed) host = host.substr(1, host.size() - 2);
  const std::string ready = numeric(std::string{host});
  in6_addr parsed;
  if (host != "*" && is_v6(ready) != is_bracketed) return std::nullopt;
  if (inet_pton(is_v6(ready) ? AF_INET6 : AF_INET, ready.c_str(), &parsed) != 1)
    return std::nullopt;
  return Address{.host = std::string{host}, .port = static_cast<std::uint16_t>(number)};
}

std::string text_of(const Address& address) {
  const std::string port = std::to_string(address.port);
  return (is_v6(address.host) ? "[" + address.host + "]" : address.host) + ":" + port;
}

Listening listen_at(const Address& address) {
  SocketAddress at;
  const socklen_t size = fill_address(address, at);
  const int descriptor =
      socket(at.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
  if (descriptor < 0) fail(descriptor, address);
  const int yes = 1;
  const int no = 0;
  setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (address.host == "*") setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
  // What follows, accepted ones inherit.
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const int first_after = 55;  // seconds of silence until the first question whether one is there
  const int again_after = 15;
  const int questions = 4;
  setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &yes, sizeof yes);
  setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, &first_after, sizeof first_after);
  setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, &again_after, sizeof again_after);
  setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, &questions, sizeof questions);
  constexpr int backlog = 4'096;
  if (bind(descriptor, &at.any, size) != 0) fail(descriptor, address);
  if (listen(descriptor, backlog) != 0) fail(descriptor, address);
  SocketAddress got;
  socklen_t got_size = sizeof got;
  if (getsockname(descriptor, &got.any, &got_size) != 0) fail(descriptor, address);
  const in_port_t port = got.any.sa_family == AF_INET6 ? got.v6.sin6_port : got.v4.sin_port;
  return {.descriptor = descriptor, .port = ntohs(port)};
}

}  // namespace vigie
