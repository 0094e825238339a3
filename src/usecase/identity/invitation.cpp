#include "usecase/identity/invitation.h"

#include "engine/base/text.h"
#include "store/identity/account.h"
#include "store/identity/invitation.h"
#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "usecase/identity/secret.h"

namespace vigie {

namespace {

std::optional<KeptAccount> invited(Connection& rows, const Bytes& digest) {
  const auto invitation = invitation_by_digest(rows, digest);
  if (!invitation) return std::nullopt;
  const auto kept = account_of_key(rows, invitation->account);
  if (!kept || kept->row.closed_at) return std::nullopt;
  return kept;
}

Outcome<std::string> accept(Desk& desk, const Bytes& digest, const std::string& password) {
  const auto kept = invited(desk.rows(), digest);
  if (!kept) return refused(Refusal::invitation_unknown);
  desk.open(ActWord::invitation_accepted, Thing::account, kept->person.reference);
  AccountRow row = kept->row;
  row.password_digest = password;
  ++row.version;
  require(change_account_row(desk.rows(), kept->key, row), "the version was just read");
  end_invitation(desk.rows(), kept->key);
  end_sessions(desk.rows(), kept->key, std::nullopt);
  raise_rights_version(desk.rows());
  return kept->person.reference;
}

}  // namespace

Outcome<InvitationView> invite(Desk& desk, const Invite& asked, const IdentityTerms& terms) {
  const auto kept = account_by_reference(desk.rows(), desk.scope(), folded(asked.account));
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.closed_at) return refused(Refusal::account_is_closed);
  const Act& act = desk.open(ActWord::account_invited, Thing::account, kept->person.reference);
  InvitationView view{.account = kept->person.reference,
                      .secret = made_secret(),
                      .expires_at = act.at() + terms.invitation};
  put_invitation(desk.rows(), {.account = kept->key,
                               .digest = digest_of_secret(view.secret),
                               .expires_at = view.expires_at});
  return view;
}

Outcome<std::string> accept_invitation(Identity& identity, const Caller& nobody,
                                       std::string_view secret, const AcceptInvitation& asked) {
  const auto place = identity.passwords.take_place();
  if (!place) return place.error();
  const Bytes digest = digest_of_secret(secret);
  std::optional<KeptAccount> kept;
  identity.here.database.read([&](Connection& rows) { kept = invited(rows, digest); });
  if (!kept) return refused(Refusal::invitation_unknown);
  const std::string name = kept->person.name.value_or("");
  const std::string email = kept->person.email.value_or("");
  if (auto weak = weakness_of(asked.password, {.name = name, .email = email})) {
    return *std::move(weak);
  }
  const std::string password = PasswordChecks::digest_of_password(asked.password);
  Caller caller = nobody;
  caller.account = kept->key;
  return perform(identity.here, caller, Permission::anyone,
                 [&](Desk& desk) { return accept(desk, digest, password); });
}

}  // namespace vigie
