// Where the server listens, from its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

struct Address {
  std::string host;        // a numeric address, or "localhost"
  std::uint16_t port = 0;  // 0: one that is free
  bool is_loopback() const;
};

/// "127.0.0.1:8080", "[::1]:8080", "localhost:8080"; "*:8080" is every address of the machine.
/// None when it is no such text.
std::optional<Address> address_from(std::string_view text);

/// The same text again, with brackets around an IPv6 host.
std::string text_of(const Address& address);

/// A listening socket that never waits, and the port that it got. Throws std::system_error.
struct Listening {
  int descriptor = -1;
  std::uint16_t port = 0;
};
Listening listen_at(const Address& address);

}  // namespace vigie
