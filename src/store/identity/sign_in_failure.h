// Failures to sign in, by what was typed.
#pragma once

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

struct SignInFailures {
  std::int64_t count = 0;  // in a row, none further than the wait before the next
  bool is_locked = false;
};

struct SignInLock {
  std::int64_t most = 0;  // failures
  Duration wait{};        // since the last of them
};

SignInFailures sign_in_failures(Connection& rows, const Bytes& digest, const SignInLock& lock);
/// One more; while it is locked the wait does not begin again, but a row is written all the same.
/// Forgets those, whoever's, whose wait is over. Gives what is then.
SignInFailures add_sign_in_failure(Connection& rows, const Bytes& digest, const SignInLock& lock);
void forget_sign_in_failures(Connection& rows, const Bytes& digest);

}  // namespace vigie
