#include "store/identity/sign_in_failure.h"

#include <array>

namespace vigie {

SignInFailures sign_in_failures(Connection& rows, const Bytes& digest, const SignInLock& lock) {
  SignInFailures found;
  rows.run("select failures from sign_in_failure where digest = $1 and last_at > clock_now() - $2",
           std::array<Parameter, 2>{BytesView{digest}, lock.wait.count()}, [&](const Row& row) {
             found = {.count = row.whole(0), .is_locked = row.whole(0) >= lock.most};
           });
  return found;
}

SignInFailures add_sign_in_failure(Connection& rows, const Bytes& digest, const SignInLock& lock) {
  rows.run("delete from sign_in_failure where last_at <= clock_now() - $1",
           std::array<Parameter, 1>{lock.wait.count()});
  rows.run(
      "insert into sign_in_failure (digest, failures, last_at) values ($1, 1, clock_now())"
      " on conflict (digest) do update set failures = sign_in_failure.failures + 1,"
      " last_at = case when sign_in_failure.failures < $2 then excluded.last_at"
      " else sign_in_failure.last_at end",
      std::array<Parameter, 2>{BytesView{digest}, lock.most});
  return sign_in_failures(rows, digest, lock);
}

void forget_sign_in_failures(Connection& rows, const Bytes& digest) {
  rows.run("delete from sign_in_failure where digest = $1",
           std::array<Parameter, 1>{BytesView{digest}});
}

}  // namespace vigie
