#include "server/transport/channel.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <new>

namespace vigie {

Channel::Channel(int descriptor, const TlsTerms& terms)
    : descriptor_{descriptor}, tls_{terms ? SSL_new(terms.get()) : nullptr, SSL_free} {
  if (!terms) return;
  if (!tls_) throw std::bad_alloc{};
  SSL_set_fd(tls_.get(), descriptor);
  SSL_set_accept_state(tls_.get());
}

Channel::~Channel() { close(descriptor_); }

Channel::Moved Channel::told_by_tls(int result, std::size_t bytes) {
  if (result == 1) return {.outcome = Outcome::moved, .bytes = bytes};
  const int error = SSL_get_error(tls_.get(), result);
  ERR_clear_error();
  const bool waits = error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
  return {.outcome = waits ? Outcome::blocked : Outcome::ended};
}

Channel::Outcome Channel::shake_hands() {
  if (!tls_) return Outcome::moved;
  return told_by_tls(SSL_do_handshake(tls_.get()), 0).outcome;
}

Channel::Moved Channel::read(std::span<char> to) {
  if (tls_) {
    std::size_t bytes = 0;
    const int result = SSL_read_ex(tls_.get(), to.data(), to.size(), &bytes);
    return told_by_tls(result, bytes);
  }
  while (true) {
    const ssize_t read = recv(descriptor_, to.data(), to.size(), 0);
    if (read > 0) {
      const auto bytes = static_cast<std::size_t>(read);
      return {.outcome = Outcome::moved, .bytes = bytes, .is_drained = bytes < to.size()};
    }
    if (read == 0) return {.outcome = Outcome::ended};
    if (errno == EINTR) continue;
    const bool waits = errno == EAGAIN || errno == EWOULDBLOCK;
    return {.outcome = waits ? Outcome::blocked : Outcome::ended};
  }
}

Channel::Moved Channel::write(std::string_view bytes) {
  if (tls_) {
    std::size_t written = 0;
    const int result = SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &written);
    return told_by_tls(result, written);
  }
  while (true) {
    const ssize_t sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent >= 0) return {.outcome = Outcome::moved, .bytes = static_cast<std::size_t>(sent)};
    if (errno == EINTR) continue;
    const bool waits = errno == EAGAIN || errno == EWOULDBLOCK;
    return {.outcome = waits ? Outcome::blocked : Outcome::ended};
  }
}

void Channel::end_writing() {
  if (tls_) SSL_shutdown(tls_.get());
  ERR_clear_error();
  shutdown(descriptor_, SHUT_WR);
}

void Channel::forget_unsent() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace vigie
