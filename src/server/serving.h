// The server put together: doors, routes, log, signals, and the word to who supervises it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/delivery/delivery_terms.h"
#include "server/identity/openid/terms.h"
#include "server/transport/address.h"
#include "server/transport/channel_tls.h"
#include "server/transport/limits.h"
#include "usecase/opening.h"

namespace vigie {

struct ServingTerms {
  std::vector<Address> listen;
  TlsFiles tls;  // empty names: in clear
  unsigned workers = 16;
  Limits limits;
  Language language = Language::en;
  OpeningTerms installation;
  OpenidTerms openid;
  std::string openid_secret_file;  // in place of its secret; empty: none
  DeliveryTerms delivery;
  int log_descriptor = 2;
};

/// Serves until SIGTERM or SIGINT, reading the TLS files again at SIGHUP. `announce` is called once
/// with the addresses, when requests are heard. Gives the fault of a database or of a key that
/// cannot be served with. Throws std::exception when an address, a file or the database cannot be
/// had. To be called before the process has other threads.
std::optional<Fault> serve(
    const ServingTerms& terms,
    const std::function<void(const std::vector<std::string>& addresses)>& announce);

/// Why a node whose clock is so far from the database's is not ready; none up to 2 s. Source:
/// design E6.
std::optional<std::string> clock_difference(std::chrono::microseconds difference);

/// Tells the supervisor, where there is one (NOTIFY_SOCKET), one state: "READY=1", "STOPPING=1".
/// Source: sd_notify(3).
void notify_supervisor(std::string_view state);

}  // namespace vigie
