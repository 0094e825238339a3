// Roles as they are asked for, and as rows.
#pragma once

#include <string>
#include <vector>

#include "store/identity/grant.h"
#include "usecase/identity/account.h"

namespace vigie {

/// The rows of what is asked for, within the reach of who asks. Refused, in this order:
/// role_missing, then of each grant grant_needs_customer, grant_is_whole, party_unknown,
/// reference_malformed, grant_repeated.
Outcome<std::vector<GrantRow>> grant_rows(Desk& desk, const std::vector<GrantView>& asked);

std::vector<GrantView> grant_views(const std::vector<KeptGrant>& grants);

bool has_administrator(const std::vector<GrantView>& grants);

}  // namespace vigie
