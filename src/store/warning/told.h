// Accounts that a ladder may tell.
#pragma once

#include <string_view>
#include <vector>

#include "store/identity/account.h"
#include "store/people/team.h"
#include "vocabulary/permission.h"

namespace vigie {

/// Of those who work in a team and sign in, in the order of their keys.
std::vector<Key<AccountRow>> accounts_of_team(Connection& rows, Key<TeamRow> team);

/// The team that tickets call so, of the company that they call so; of any company when that is
/// empty. The first one when several are called so; none when there is none.
std::optional<Key<TeamRow>> team_called(Connection& rows, std::string_view company,
                                        std::string_view designation);

/// Of those who hold a role somewhere and are not closed, in the order of their keys.
std::vector<Key<AccountRow>> accounts_of_role(Connection& rows, UserRole role);

}  // namespace vigie
