// Who works in the demo company and for whom: accounts, colleagues, teams, sites, the catalogue.
#pragma once

#include <string>
#include <vector>

#include "cli/company/demo_act.h"
#include "demo/company.h"
#include "vocabulary/identity.h"

namespace vigie {

/// One account a role. A customer sees its own; the others belong to the company.
struct DemoPerson {
  UserRole role;
  std::string_view name;
};
const std::vector<DemoPerson>& demo_people();
std::string email_of(const DemoPerson& person);

void add_demo_account(const DemoWork& work, const DemoPerson& person, const std::string& digest);

/// Colleagues who do not sign in, and the teams in which they work.
void add_demo_teams(const DemoWork& work);

/// The services that tickets and agreements name, in both languages.
void add_demo_services(const DemoWork& work);

/// Where the users of a customer are; the customer is there.
void add_demo_sites(const DemoWork& work, const DemoCustomer& customer);

}  // namespace vigie
