// Addresses of the web that the program itself asks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

struct WebAddress {
  std::string host;  // in lower case, an IPv6 address in brackets
  std::string path;  // from its / on; empty when there is none
  bool is_secure = false;
};

/// Reads https://HOST[:PORT][/PATH], with a query when `may_ask`; http:// for this machine alone
/// (127.0.0.1, [::1], localhost). None for all else: a user, a fragment, blanks, controls and what
/// is not ASCII; 2,000 characters at most.
std::optional<WebAddress> web_address_from(std::string_view text, bool may_ask = false);

}  // namespace vigie
