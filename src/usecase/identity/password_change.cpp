#include "usecase/identity/password_change.h"

#include "store/identity/grant.h"
#include "store/identity/invitation.h"
#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "usecase/identity/sign_in.h"

namespace vigie {

namespace {

PasswordOwner owner_of(const KeptAccount& kept) {
  return {.name = kept.person.name ? std::string_view{*kept.person.name} : std::string_view{},
          .email = kept.person.email ? std::string_view{*kept.person.email} : std::string_view{}};
}

void put_password(Desk& desk, const KeptAccount& kept, const std::string& digest) {
  AccountRow row = kept.row;
  row.password_digest = digest;
  ++row.version;
  require(change_account_row(desk.rows(), kept.key, row), "the version was just read");
  end_sessions(desk.rows(), kept.key, desk.caller().session);
  raise_rights_version(desk.rows());
}

}  // namespace

Outcome<std::string> change_password(Identity& identity, const Caller& caller,
                                     const ChangePassword& asked) {
  const auto kept = look(identity.here, caller, Permission::be_signed_in,
                         [&](const Look& seen) -> Outcome<KeptAccount> {
                           if (!caller.account) return refused(Refusal::unauthenticated);
                           const auto found = account_of_key(seen.rows, *caller.account);
                           if (!found) return refused(Refusal::unauthenticated);
                           return *found;
                         });
  if (!kept) return kept.error();
  const auto place = identity.passwords.take_place();
  if (!place) return place.error();
  const PasswordCheck check{.email = kept->person.email.value_or(""),
                            .digest = kept->row.password_digest,
                            .account = kept->key};
  if (!is_password(identity, caller, check, asked.old_password)) {
    return Refused{Refusal::password_wrong, lock_arguments(identity.terms.lock), {}};
  }
  if (auto weak = weakness_of(asked.new_password, owner_of(*kept))) return *std::move(weak);
  const std::string digest = PasswordChecks::digest_of_password(asked.new_password);
  return perform(
      identity.here, caller, Permission::be_signed_in, [&](Desk& desk) -> Outcome<std::string> {
        const auto now = account_of_key(desk.rows(), kept->key);
        if (!now || now->row.password_digest != check.digest) {
          return Refused{Refusal::password_wrong, lock_arguments(identity.terms.lock), {}};
        }
        desk.open(ActWord::password_changed, Thing::account, now->person.reference);
        put_password(desk, *now, digest);
        return now->person.reference;
      });
}

Outcome<std::string> reset_password(Installation& here, const Caller& caller,
                                    std::string_view reference, std::string_view password) {
  const std::string digest = PasswordChecks::digest_of_password(password);
  return perform(here, caller, Permission::manage_accounts,
                 [&](Desk& desk) -> Outcome<std::string> {
                   const auto kept = account_by_reference(desk.rows(), desk.scope(), reference);
                   if (!kept) return refused(Refusal::not_found);
                   if (kept->row.closed_at) return refused(Refusal::account_is_closed);
                   if (auto weak = weakness_of(password, owner_of(*kept))) return *std::move(weak);
                   desk.open(ActWord::password_reset, Thing::account, kept->person.reference);
                   put_password(desk, *kept, digest);
                   end_invitation(desk.rows(), kept->key);
                   if (kept->person.email) {
                     forget_sign_in_failures(
                         desk.rows(), failures_digest(here.sealer.key(), *kept->person.email));
                   }
                   return kept->person.reference;
                 });
}

}  // namespace vigie
