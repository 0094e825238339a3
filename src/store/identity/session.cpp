#include "store/identity/session.h"

namespace vigie {

namespace {

const std::string& select_session() {
  static const std::string text = "select id, " + select_list<SessionRow>() + " from session";
  return text;
}

KeptSession session_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<SessionRow>(row, 1)};
}

}  // namespace

std::optional<KeptSession> session_by_digest(Connection& rows, const Bytes& digest) {
  static const std::string select = select_session() + " where digest = $1";
  std::optional<KeptSession> found;
  rows.run(select, std::array<Parameter, 1>{BytesView{digest}},
           [&](const Row& row) { found = session_from(row); });
  return found;
}

std::vector<KeptSession> sessions_of(Connection& rows, Key<AccountRow> account) {
  static const std::string select = select_session() + " where account = $1 order by id";
  std::vector<KeptSession> found;
  rows.run(select, std::array<Parameter, 1>{account.value},
           [&](const Row& row) { found.push_back(session_from(row)); });
  return found;
}

void add_session_row(Connection& rows, const SessionRow& row) {
  static const std::string insert = insert_statement<SessionRow>("session");
  rows.run(insert, values_of(row));
}

void note_session(Connection& rows, Key<SessionRow> key) {
  rows.run("update session set seen_at = clock_now() where id = $1",
           std::array<Parameter, 1>{key.value});
}

void end_session(Connection& rows, Key<SessionRow> key) {
  rows.run("delete from session where id = $1", std::array<Parameter, 1>{key.value});
}

std::int64_t end_sessions(Connection& rows, Key<AccountRow> account,
                          std::optional<Key<SessionRow>> kept) {
  return rows.run("delete from session where account = $1 and id <> $2",
                  std::array<Parameter, 2>{account.value, kept ? kept->value : 0});
}

void forget_sessions_before(Connection& rows, Instant begun) {
  rows.run("delete from session where begun_at < $1",
           std::array<Parameter, 1>{begun.time_since_epoch().count()});
}

}  // namespace vigie
