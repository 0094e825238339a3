// What PostgreSQL's codes mean to us.
#pragma once

#include <string>
#include <string_view>

#include "store/database/error.h"

struct pg_conn;
struct pg_result;

namespace vigie {

/// The error that a statement was answered with; of the connection when it said nothing.
DatabaseError postgresql_error(const pg_result* result, const pg_conn* connection);

/// The error of a connection that could not be opened, or was lost. `password` is left out of it.
DatabaseError postgresql_connection_error(const pg_conn* connection, std::string_view password);

/// What a failed COMMIT lets us say: that it was not done, or that nobody knows.
DatabaseError postgresql_commit_error(const DatabaseError& error);

/// By its five letters. Source: PostgreSQL 15, appendix A.
DatabaseFault fault_of_sqlstate(std::string_view sqlstate);

}  // namespace vigie
