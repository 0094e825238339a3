// Bytes over a socket that never waits, in clear or under TLS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "server/transport/channel_tls.h"

struct ssl_st;

namespace vigie {

class Channel {
 public:
  enum class Outcome : std::uint8_t {
    moved,    // some bytes, at least one
    blocked,  // none for now: the loop tells when to try again
    ended     // the other side is gone, or broke the protocol
  };
  struct Moved {
    Outcome outcome;
    std::size_t bytes = 0;
    bool is_drained = false;  // nothing more for now, known without asking
  };

  /// Takes `descriptor`, a socket in non-blocking mode, and closes it in the end.
  Channel(int descriptor, const TlsTerms& terms);
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  int descriptor() const { return descriptor_; }
  bool is_secure() const { return tls_ != nullptr; }

  /// Moved once both sides agree; at once when in clear.
  Outcome shake_hands();
  Moved read(std::span<char> to);
  Moved write(std::string_view bytes);
  /// Says that nothing more will be written.
  void end_writing();
  /// When it closes, what the other side did not take is forgotten at once.
  void forget_unsent();

 private:
  Moved told_by_tls(int result, std::size_t bytes);

  int descriptor_;
  std::unique_ptr<ssl_st, void (*)(ssl_st*)> tls_;
};

}  // namespace vigie
