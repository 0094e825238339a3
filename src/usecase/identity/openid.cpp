#include "usecase/identity/openid.h"

#include "engine/base/text.h"
#include "store/identity/openid_identity.h"
#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

/// Whose account it is, and whether it is still to be linked.
struct Found {
  KeptAccount kept;
  bool is_linked = false;
};

std::optional<Found> found_for(Connection& rows, const OpenidSignIn& asked) {
  const OpenidPerson& person = asked.person;
  if (auto linked = account_by_identity(rows, person.issuer, person.subject)) {
    if (linked->row.closed_at) return std::nullopt;
    return Found{.kept = *std::move(linked), .is_linked = true};
  }
  if (!asked.links_by_email || !person.email) return std::nullopt;
  const auto email = email_from(*person.email);
  auto kept = email ? account_by_email(rows, *email) : std::nullopt;
  if (!kept || kept->row.closed_at || has_identity_of(rows, kept->key, person.issuer)) {
    return std::nullopt;
  }
  return Found{.kept = *std::move(kept), .is_linked = false};
}

Outcome<SignedIn> begin_session(Desk& desk, const Identity& identity, const OpenidAttempt& attempt,
                                const OpenidSignIn& asked) {
  const auto found = found_for(desk.rows(), asked);
  if (!found || found->kept.key != desk.caller().account) {
    return refused(Refusal::openid_no_account);
  }
  const Instant now = rights_version(desk.rows()).now;
  if (auto late = refusal_of_age(attempt, now, asked.longest)) return *std::move(late);
  const Instant forgotten = now - 2 * asked.longest;
  if (!end_attempt(desk.rows(), digest_of_secret(attempt.state()), now, forgotten)) {
    return attempt_unknown(asked.longest);
  }
  const KeptAccount& kept = found->kept;
  Act& act = desk.open(ActWord::signed_in_elsewhere, Thing::account, kept.person.reference);
  if (!found->is_linked) {
    const OpenidPerson& person = asked.person;
    act.change("openid", std::nullopt, person.issuer + " " + person.subject);
    add_identity_row(desk.rows(), {.issuer = person.issuer,
                                   .subject = person.subject,
                                   .account = kept.key,
                                   .linked_at = act.at()});
  }
  return add_session(desk, identity, kept.key, act.at());
}

}  // namespace

Refused attempt_unknown(Duration longest) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(longest).count();
  return {Refusal::openid_attempt_unknown, {{"minutes", std::to_string(minutes)}}, {}};
}

std::optional<Refused> refusal_of_age(const OpenidAttempt& attempt, Instant now, Duration longest) {
  if (now <= attempt.begun_at() + longest) return std::nullopt;
  return attempt_unknown(longest);
}

Outcome<SignedIn> sign_in_elsewhere(Identity& identity, const Caller& nobody,
                                    const OpenidAttempt& attempt, const OpenidSignIn& asked) {
  Caller caller = nobody;
  identity.here.database.read([&](Connection& rows) {
    const auto found = found_for(rows, asked);
    caller.account.reset();
    if (found) caller.account = found->kept.key;
  });
  if (!caller.account) return refused(Refusal::openid_no_account);
  return perform(identity.here, caller, Permission::anyone,
                 [&](Desk& desk) { return begin_session(desk, identity, attempt, asked); });
}

Outcome<std::string> unlink_identities(Desk& desk, std::string_view reference) {
  const auto kept = account_by_reference(desk.rows(), desk.scope(), folded(reference));
  if (!kept) return refused(Refusal::not_found);
  if (end_identities(desk.rows(), kept->key) == 0) return kept->person.reference;
  desk.open(ActWord::identity_unlinked, Thing::account, kept->person.reference);
  end_sessions(desk.rows(), kept->key, std::nullopt);
  raise_rights_version(desk.rows());
  return kept->person.reference;
}

}  // namespace vigie
