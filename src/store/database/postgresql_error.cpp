#include "store/database/postgresql_error.h"

#include <libpq-fe.h>

namespace vigie {

namespace {

struct Meaning {
  std::string_view begins;  // of the code
  DatabaseFault fault;
};

// The first that fits: a code before its class.
constexpr Meaning meanings[] = {
    {"08", DatabaseFault::away},           // connection
    {"0A000", DatabaseFault::conflict},    // a kept plan answers other columns than before
    {"22", DatabaseFault::broken_rule},    // a value that its type refuses
    {"23505", DatabaseFault::not_unique},  //
    {"23", DatabaseFault::broken_rule},    //
    {"25006", DatabaseFault::refused},     // read only
    {"26000", DatabaseFault::conflict},    // a kept statement that the server forgot
    {"28", DatabaseFault::refused},        // who are you
    {"3D", DatabaseFault::refused},        // no such database
    {"40003", DatabaseFault::commit_unknown},
    {"40", DatabaseFault::conflict},
    {"42501", DatabaseFault::refused},
    {"53300", DatabaseFault::away},  // too many connections
    {"53", DatabaseFault::full},
    {"55P03", DatabaseFault::busy},
    {"57014", DatabaseFault::busy},  // a time limit
    {"57P", DatabaseFault::away},    // stopping, starting, crashed
    {"58030", DatabaseFault::away},  // input or output
    {"XX001", DatabaseFault::damaged},
    {"XX002", DatabaseFault::damaged},
};

std::string field_of(const pg_result* result, int field) {
  const char* const text = PQresultErrorField(result, field);
  return text == nullptr ? "" : text;
}

std::string without(std::string words, std::string_view secret) {
  while (!secret.empty() && words.find(secret) != std::string::npos) {
    words.replace(words.find(secret), secret.size(), "...");
  }
  while (words.ends_with('\n')) words.pop_back();
  return words;
}

}  // namespace

DatabaseFault fault_of_sqlstate(std::string_view sqlstate) {
  for (const Meaning& meaning : meanings) {
    if (sqlstate.starts_with(meaning.begins)) return meaning.fault;
  }
  return DatabaseFault::other;
}

DatabaseError postgresql_error(const pg_result* result, const pg_conn* connection) {
  const std::string sqlstate = result == nullptr ? "" : field_of(result, PG_DIAG_SQLSTATE);
  if (sqlstate.empty()) return postgresql_connection_error(connection, {});
  // Of the errors of class 22 the message quotes the value; of the others only the detail does.
  const std::string words = sqlstate.starts_with("22") ? "a value was refused (" + sqlstate + ")"
                                                       : field_of(result, PG_DIAG_MESSAGE_PRIMARY);
  return {fault_of_sqlstate(sqlstate), words, field_of(result, PG_DIAG_CONSTRAINT_NAME)};
}

// libpq gives no code here. Who reached a server that says "no" is told so by its words, which are
// in the server's language: only what cannot be mistaken is read.
DatabaseError postgresql_connection_error(const pg_conn* connection, std::string_view password) {
  const std::string words = without(PQerrorMessage(connection), password);
  const bool wants_password = PQconnectionNeedsPassword(connection) != 0;
  const bool password_failed = PQconnectionUsedPassword(connection) != 0 &&
                               words.find("password authentication failed") != std::string::npos;
  const bool is_refused = wants_password || password_failed ||
                          words.find("\" does not exist") != std::string::npos ||
                          words.find("pg_hba.conf") != std::string::npos ||
                          words.find("Peer authentication failed") != std::string::npos;
  return {is_refused ? DatabaseFault::refused : DatabaseFault::away,
          words.empty() ? "the connection was lost" : words};
}

DatabaseError postgresql_commit_error(const DatabaseError& error) {
  const bool is_unknown =
      error.fault() == DatabaseFault::away || error.fault() == DatabaseFault::refused;
  return is_unknown ? DatabaseError{DatabaseFault::commit_unknown, error.what()} : error;
}

}  // namespace vigie
