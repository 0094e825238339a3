// Those who are signed in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/identity/account.h"

namespace vigie {

struct SessionRow {
  std::string reference;
  Key<AccountRow> account{};
  Bytes digest;  // of its secret
  Instant begun_at;
  Instant seen_at;  // by the minute
  std::string peer;
};

template <>
inline constexpr StoreTable table_of<SessionRow> = StoreTable::session;
template <>
inline constexpr auto fields_of<SessionRow> = std::tuple{
    field("reference", &SessionRow::reference, "What it is called."),
    field("account", &SessionRow::account, "Whose it is."),
    field("digest", &SessionRow::digest, "Of its secret."),
    field("begun_at", &SessionRow::begun_at, "When its owner signed in."),
    field("seen_at", &SessionRow::seen_at, "When it was last used, to the minute."),
    field("peer", &SessionRow::peer, "The address from which its owner signed in."),
};

struct KeptSession {
  Key<SessionRow> key{};
  SessionRow row;
};

std::optional<KeptSession> session_by_digest(Connection& rows, const Bytes& digest);
/// The oldest first.
std::vector<KeptSession> sessions_of(Connection& rows, Key<AccountRow> account);
void add_session_row(Connection& rows, const SessionRow& row);
/// It is used now.
void note_session(Connection& rows, Key<SessionRow> key);
void end_session(Connection& rows, Key<SessionRow> key);
/// All of an account but `kept`; gives how many.
std::int64_t end_sessions(Connection& rows, Key<AccountRow> account,
                          std::optional<Key<SessionRow>> kept);
/// Those begun before, whoever's.
void forget_sessions_before(Connection& rows, Instant begun);

}  // namespace vigie
