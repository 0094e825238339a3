#include "engine/agreement/roles.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Expected {
  std::string party;
  std::string team;
  Role role;
};

void expect_roles(const Agreement& agreement, const std::vector<Agreement>& all,
                  const std::vector<Expected>& table) {
  Names names;
  const Roles roles{agreement, all, names};
  for (const auto& [party, team, role] : table) {
    const Holder holder{names.intern<Party>(party), names.intern<Team>(team)};
    EXPECT_EQ(key_of(roles.role_of(holder)), key_of(role)) << party << " " << team;
  }
}

Agreement between(AgreementKind kind, const Parties& parties) {
  Agreement agreement;
  agreement.kind = kind;
  agreement.between = parties;
  return agreement;
}

const Agreement sla = between(
    AgreementKind::sla,
    {.provider = "NOVA", .customer = "ACME", .suppliers = {"Beta"}, .customer_side = {"Gamma"}});
const Agreement uc = between(AgreementKind::uc, {.provider = "Alpha", .customer = "NOVA"});
const Agreement ola =
    between(AgreementKind::ola, {.provider = "NOVA", .customer = "NOVA", .team = "Network"});

TEST(Roles, an_sla_knows_its_parties_and_the_suppliers_that_contracts_name) {
  expect_roles(sla, {sla, uc},
               {{"NOVA", "", Role::provider},
                {"NOVA", "Network", Role::provider},
                {"", "", Role::provider},
                {"provider", "", Role::provider},
                {"ACME", "", Role::customer},
                {"customer", "", Role::customer},
                {"Gamma", "", Role::customer},
                {"Beta", "", Role::supplier},
                {"Alpha", "", Role::supplier},
                {"supplier", "", Role::supplier},
                {"Delta", "", Role::third_party},
                {"third_party", "", Role::third_party},
                {"nobody", "", Role::nobody}});
}

TEST(Roles, without_a_contract_a_company_is_a_third_party) {
  expect_roles(sla, {sla}, {{"Alpha", "", Role::third_party}});
}

TEST(Roles, in_an_underpinning_contract_the_supplier_is_the_provider) {
  expect_roles(uc, {sla, uc},
               {{"Alpha", "", Role::provider},
                {"supplier", "", Role::provider},
                {"NOVA", "", Role::customer},
                {"provider", "", Role::customer},
                {"", "", Role::customer},
                {"customer", "", Role::customer}});
}

TEST(Roles, in_an_operational_agreement_only_the_team_is_the_provider) {
  expect_roles(ola, {sla, ola},
               {{"NOVA", "Network", Role::provider},
                {"provider", "Network", Role::provider},
                {"", "Network", Role::provider},
                {"NOVA", "Desktop", Role::customer},
                {"NOVA", "", Role::customer},
                {"customer", "", Role::customer}});
}

}  // namespace
}  // namespace vigie
