#include "usecase/identity/administrator.h"

#include "usecase/people/party.h"
#include "usecase/typed_text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

std::optional<std::string> owner_company(Connection& rows) {
  std::optional<std::string> found;
  rows.run("select reference from party where kind = $1 order by id limit 1",
           std::array<Parameter, 1>{key_of(PartyKind::owner)},
           [&](const Row& row) { found = std::string{row.text(0)}; });
  return found;
}

Refused without_company() {
  return {.refusal = Refusal::body_not_understood,
          .arguments = {},
          .faults = {Fault{.code = FaultCode::company_missing,
                           .arguments = {},
                           .place = {},
                           .cures = {{.write = "--company \"Nova\""}}}}};
}

/// The reference of the owner company, which is added when there is none.
Outcome<std::string> known_company(Installation& here, const Caller& caller,
                                   const std::string& name) {
  std::optional<std::string> known;
  here.database.read([&](Connection& rows) { known = owner_company(rows); });
  if (known) return *known;
  if (name.empty()) return without_company();
  const auto added = perform(here, caller, Permission::write_parties, [&](Desk& desk) {
    return add_party(desk, {.reference = reference_made_of(name),
                            .kind = PartyKind::owner,
                            .parent = {},
                            .name = name});
  });
  if (!added) return added.error();
  return added->reference;
}

}  // namespace

Outcome<AccountView> add_administrator(Installation& here, const Caller& caller,
                                       const AddAdministrator& asked, std::string_view password) {
  if (auto weak = weakness_of(password, {.name = asked.name, .email = asked.email})) {
    return *std::move(weak);
  }
  const auto company = known_company(here, caller, asked.company);
  if (!company) return company.error();
  const std::string digest = PasswordChecks::digest_of_password(password);
  return perform(here, caller, Permission::manage_accounts, [&](Desk& desk) {
    return add_account(desk,
                       {.reference = asked.reference,
                        .name = asked.name,
                        .email = asked.email,
                        .party = *company,
                        .language = asked.language,
                        .grants = {{.role = UserRole::administrator}}},
                       digest);
  });
}

}  // namespace vigie
