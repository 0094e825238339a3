// Links by which a password is chosen.
#pragma once

#include <optional>

#include "store/identity/account.h"

namespace vigie {

struct InvitationRow {
  Key<AccountRow> account{};
  Bytes digest;  // of the secret in its link
  Instant expires_at;
};

template <>
inline constexpr StoreTable table_of<InvitationRow> = StoreTable::invitation;
template <>
inline constexpr auto fields_of<InvitationRow> = std::tuple{
    field("account", &InvitationRow::account, "Who is invited."),
    field("digest", &InvitationRow::digest, "Of the secret in its link."),
    field("expires_at", &InvitationRow::expires_at, "When it is too late."),
};

/// Instead of the one before, if there is one.
void put_invitation(Connection& rows, const InvitationRow& row);
/// None when there is none, or it has expired.
std::optional<InvitationRow> invitation_by_digest(Connection& rows, const Bytes& digest);
void end_invitation(Connection& rows, Key<AccountRow> account);

}  // namespace vigie
