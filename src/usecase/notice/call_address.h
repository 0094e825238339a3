// What the program may call on behalf of those who set it up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

struct CallAddress {
  std::string host;  // in lower case; an IPv6 address without its brackets
  std::string port;  // empty: that of the scheme
  bool is_secure = false;
};

/// Reads https://HOST[:PORT][/PATH][?QUERY], or http://; none for all else: a user, a fragment,
/// blanks, what is not ASCII; 2,000 characters at most.
std::optional<CallAddress> call_address_from(std::string_view text);

/// Whether one of `hosts` is HOST or HOST:PORT of `address`.
bool is_listed(const CallAddress& address, const std::vector<std::string>& hosts);

/// Whether an address of 4 or 16 bytes is barred unless it is listed: this machine, its neighbours
/// of the link, several at once, or where a cloud tells its machines secrets. Networks of a house
/// (10/8, 192.168/16, ...) are not: that is where its programs are. Source: house rule; RFC 6890.
bool is_barred(std::span<const std::uint8_t> address);

/// Whether a webhook may be `text`: listed, or https and no barred address by itself. What a name
/// stands for is looked at when it is called.
bool may_be_called(std::string_view text, const std::vector<std::string>& hosts);

}  // namespace vigie
