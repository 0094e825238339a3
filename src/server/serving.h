// The server put together: doors, routes, log, signals, and the word to who supervises it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/transport/address.h"
#include "server/transport/channel_tls.h"
#include "server/transport/limits.h"

namespace vigie {

struct ServingTerms {
  std::vector<Address> listen;
  TlsFiles tls;  // empty names: in clear
  unsigned workers = 8;
  Limits limits;
  Language language = Language::en;
  int log_descriptor = 2;
};

/// Serves until SIGTERM or SIGINT, reading the TLS files again at SIGHUP. `announce` is called once
/// with the addresses, when requests are heard. Throws std::exception when an address or a file
/// cannot be had. To be called before the process has other threads.
void serve(const ServingTerms& terms,
           const std::function<void(const std::vector<std::string>& addresses)>& announce);

/// Tells the supervisor, where there is one (NOTIFY_SOCKET), one state: "READY=1", "STOPPING=1".
/// Source: sd_notify(3).
void notify_supervisor(std::string_view state);

}  // namespace vigie
