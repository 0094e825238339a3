// Signing in elsewhere, as it is set for this program.
#pragma once

#include "server/identity/openid/door.h"
#include "server/log.h"

namespace vigie {

/// The secret that a file holds, without blanks and ends of lines around it. Throws
/// std::system_error when it cannot be read, or holds none.
std::string secret_in(const std::string& file);

struct OpenidOffer {
  OpenidOffer(const OpenidTerms& terms, Identity& identity, const Limits& limits, Log& log);

  Provider provider;
  OpenidDoor door;
};

/// None when no issuer is set. `secret_file` stands for the secret of `terms` unless it is empty.
/// Throws std::system_error when it cannot be read, or holds nothing. All that is given lives
/// longer.
std::unique_ptr<OpenidOffer> openid_offer(OpenidTerms terms, const std::string& secret_file,
                                          Identity& identity, const Limits& limits, Log& log);

}  // namespace vigie
