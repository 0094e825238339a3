// What all acts of identity stand on.
#pragma once

#include "store/identity/sign_in_failure.h"
#include "usecase/desk.h"
#include "usecase/identity/password.h"

namespace vigie {

struct IdentityTerms {
  Duration session_idle{};    // a session that is silent so long has ended
  Duration session_length{};  // and after so long, whatever was asked
  SignInLock lock;
  std::int64_t password_checks = 0;  // at once
  std::int64_t token_days = 0;       // at most
  Duration invitation{};             // how long it may be accepted
};

/// Lives as long as the program serves.
struct Identity {
  Identity(Installation& installation, const IdentityTerms& asked)
      : here{installation}, terms{asked}, passwords{asked.password_checks} {}

  Installation& here;
  IdentityTerms terms;
  PasswordChecks passwords;
};

/// A mail address in lower case; none when it is not one @ with something on both sides, without
/// blanks or controls, 254 characters at most.
std::optional<std::string> email_from(std::string_view text);

/// By what failures of this address are counted. Keyed, so that who reads the table cannot try.
Bytes failures_digest(const SealingKey& key, std::string_view email);

}  // namespace vigie
