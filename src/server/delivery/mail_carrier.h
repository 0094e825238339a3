// E-mail to a server, over a connection that is kept.
#pragma once

#include <atomic>
#include <memory>

#include "engine/time/zone.h"
#include "server/delivery/delivery_terms.h"
#include "usecase/notice/parcel.h"

namespace vigie {

struct MailCarrierParts {
  const DeliveryTerms& terms;  // with `mail`
  ZoneSource& zones;
  std::size_t most_in_digest = 200;
  const std::atomic<bool>& stops;
};

/// The certificate of the server is checked unless it is spoken to in clear. A parcel that the
/// server refuses for good is `refused`; one that it cannot take now is tried `again`; without a
/// server, or when it does not let us in, it is `away`.
std::unique_ptr<Carrier> mail_carrier(const MailCarrierParts& parts);

/// Speaks to the server as a carrier does, signs in, and sends nothing. Empty when that went well,
/// else why it did not.
std::string mail_trial(const MailTerms& mail);

}  // namespace vigie
