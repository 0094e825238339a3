#include "usecase/identity/sign_in.h"

#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

PasswordCheck check_for(Installation& here, const std::string& email) {
  PasswordCheck check{.email = email, .digest = {}, .account = {}};
  const auto typed = email_from(email);
  here.database.read([&](Connection& rows) {
    const auto kept = account_by_email(rows, typed.value_or(""));
    check.digest.reset();
    check.account.reset();
    if (!kept || kept->row.closed_at) return;
    check.digest = kept->row.password_digest;
    check.account = kept->key;
  });
  return check;
}

void note_failure(Identity& identity, const Caller& caller, const PasswordCheck& check,
                  const Bytes& digest) {
  const auto noted =
      perform(identity.here, caller, Permission::anyone, [&](Desk& desk) -> Outcome<std::int64_t> {
        const auto now = add_sign_in_failure(desk.rows(), digest, identity.terms.lock);
        if (now.count != identity.terms.lock.most || !check.account) return now.count;
        const auto kept = account_of_key(desk.rows(), *check.account);
        if (kept) desk.open(ActWord::sign_in_locked, Thing::account, kept->person.reference);
        return now.count;
      });
  require(noted.has_value(), "anyone may fail");
}

/// The peer of an origin, which is "address request".
std::string peer_of(const std::string& origin) { return origin.substr(0, origin.find(' ')); }

/// A session, if the password is still the one that was checked.
Outcome<SignedIn> begin_session(Desk& desk, const Identity& identity, const PasswordCheck& check) {
  const auto kept = account_of_key(desk.rows(), *check.account);
  if (!kept || kept->row.closed_at || kept->row.password_digest != check.digest) {
    return Refused{Refusal::sign_in_refused, lock_arguments(identity.terms.lock), {}};
  }
  const Act& act = desk.open(ActWord::signed_in, Thing::account, kept->person.reference);
  forget_sign_in_failures(desk.rows(), failures_digest(identity.here.sealer.key(), check.email));
  return add_session(desk, identity, kept->key, act.at());
}

}  // namespace

SignedIn add_session(Desk& desk, const Identity& identity, Key<AccountRow> account, Instant at) {
  SignedIn done{.account = account, .secret = made_secret()};
  forget_sessions_before(desk.rows(), at - identity.terms.session_length);
  add_session_row(desk.rows(), {.reference = made_reference(),
                                .account = account,
                                .digest = digest_of_secret(done.secret),
                                .begun_at = at,
                                .seen_at = at,
                                .peer = peer_of(desk.caller().origin)});
  return done;
}

std::vector<std::pair<std::string, std::string>> lock_arguments(const SignInLock& lock) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(lock.wait).count();
  return {{"most", std::to_string(lock.most)}, {"minutes", std::to_string(minutes)}};
}

bool is_password(Identity& identity, const Caller& caller, const PasswordCheck& check,
                 std::string_view password) {
  const Bytes digest = failures_digest(identity.here.sealer.key(), check.email);
  SignInFailures before;
  identity.here.database.read(
      [&](Connection& rows) { before = sign_in_failures(rows, digest, identity.terms.lock); });
  const bool is_match = identity.passwords.match(check.digest, password);
  if (is_match && !before.is_locked) return true;
  note_failure(identity, caller, check, digest);
  return false;
}

Outcome<SignedIn> sign_in(Identity& identity, const Caller& nobody, const SignIn& asked) {
  const auto place = identity.passwords.take_place();
  if (!place) return place.error();
  const PasswordCheck check = check_for(identity.here, asked.email);
  Caller caller = nobody;
  caller.account = check.account;
  if (!is_password(identity, caller, check, asked.password)) {
    return Refused{Refusal::sign_in_refused, lock_arguments(identity.terms.lock), {}};
  }
  return perform(identity.here, caller, Permission::anyone,
                 [&](Desk& desk) { return begin_session(desk, identity, check); });
}

}  // namespace vigie
