// Asking another server over HTTP.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/transport/limits.h"

namespace vigie {

struct FetchTerms {
  std::chrono::milliseconds longest{};  // from the first byte sent to the last received
  std::size_t most_bytes = 0;           // of a body
};

/// What is agreed with every provider.
FetchTerms fetch_terms(const Limits& limits);

struct FetchAsked {
  std::string address;              // as `web_address_from` takes, with a query
  std::optional<std::string> form;  // POST of that; none: GET
  std::optional<std::string> user;  // with `password`: Basic, both as they are sent
  std::string password;
  std::string token = {};  // shown as a bearer's; empty: none
};

struct Fetched {
  int status = 0;
  std::string body;
};

/// Waits, on the thread that asks. Certificates are held to the authorities of this machine, no
/// redirection is followed, and nothing but HTTP is spoken. Throws `ProviderAway` for all else than
/// an answer in time that is not larger than agreed.
Fetched fetch(const FetchAsked& asked, const FetchTerms& terms);

}  // namespace vigie
