// Calls from one program to another, signed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/instant.h"

namespace vigie {

/// What a signed call says of itself.
struct SignedCall {
  std::string_view id;         // webhook-id: the same when it is sent again
  std::string_view timestamp;  // webhook-timestamp: whole seconds since 1970
  std::string_view body;
};

/// "whsec_" and 32 bytes by chance, in base64.
std::string made_webhook_secret();

/// Whether `secret` is one: "whsec_" and 24 to 64 bytes in base64.
bool is_webhook_secret(std::string_view secret);

/// "v1,BASE64": HMAC-SHA256 of "ID.TIMESTAMP.BODY". `secret` is one. Source: Standard Webhooks 1.0.
std::string webhook_signature(std::string_view secret, const SignedCall& call);

/// Whether one of the signatures of `webhook-signature`, separated by blanks, is that of `secret`;
/// compared in constant time.
bool is_signed_by(std::string_view secret, const SignedCall& call, std::string_view signatures);

/// Whether the timestamp is a number within five minutes of `now`, either way.
bool is_timely(const SignedCall& call, Instant now);

}  // namespace vigie
