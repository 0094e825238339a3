// Signing in with what a provider of identities says.
#pragma once

#include <optional>
#include <string>

#include "usecase/identity/openid_attempt.h"
#include "usecase/identity/sign_in.h"

namespace vigie {

/// Someone as a provider tells of them, in a token that was verified.
struct OpenidPerson {
  std::string issuer;
  std::string subject;
  std::optional<std::string> email;  // only one that the provider has verified
};

struct OpenidSignIn {
  OpenidPerson person;
  bool links_by_email = false;
  Duration longest{};  // from the beginning of an attempt to its end
};

/// A new session from `nobody`, once for `attempt`. The account is the one that is linked to issuer
/// and subject; else, where that is allowed, the one of the address, which is linked then, unless
/// that provider knows it by another name already: addresses go to other people, subjects do not.
/// Refused, in this order: openid_no_account, openid_attempt_unknown.
Outcome<SignedIn> sign_in_elsewhere(Identity& identity, const Caller& nobody,
                                    const OpenidAttempt& attempt, const OpenidSignIn& asked);

/// What is said of an attempt that is none of ours, has ended, or took longer.
Refused attempt_unknown(Duration longest);

/// Whether it took no longer than `longest` so far. Refused: openid_attempt_unknown.
std::optional<Refused> refusal_of_age(const OpenidAttempt& attempt, Instant now, Duration longest);

/// No provider's word lets that account in before it is linked again; its sessions end. Where
/// nothing was linked nothing changes. Gives its reference. Refused: not_found.
Outcome<std::string> unlink_identities(Desk& desk, std::string_view reference);

}  // namespace vigie
