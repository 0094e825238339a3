// Signed calls to programs.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "server/delivery/delivery_terms.h"
#include "usecase/notice/parcel.h"

namespace vigie {

struct WebhookCarrierParts {
  std::string address;                        // of the installation, for links
  std::vector<std::string> hosts;             // that may be called in any way
  std::chrono::milliseconds longest{10'000};  // that one call takes
  std::size_t most_bytes = 65'536;            // of an answer that are read
  const std::atomic<bool>& stops;
};

/// POST of a notice as JSON, signed as Standard Webhooks asks. Any 2xx is `taken`; 410 is `gone`;
/// no connection, no answer in time and an address that is barred are `away`; anything else is
/// tried `again`. Certificates are checked, no redirection is followed, and what a name stands for
/// is looked at when it is connected to. Source: Standard Webhooks 1.0.
std::unique_ptr<Carrier> webhook_carrier(const WebhookCarrierParts& parts);

}  // namespace vigie
