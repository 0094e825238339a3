// What SQLite's codes mean to us.
#pragma once

#include <string_view>

#include "store/database/error.h"

struct sqlite3;

namespace vigie {

/// The error of the last call on `handle`, with its extended code and its words.
DatabaseError sqlite_error(sqlite3* handle);

/// The same for a code alone and words of ours: a file that could not even be opened.
DatabaseError sqlite_error(int extended_code, std::string_view words);

/// What a failed COMMIT lets us say: that it was not done, or that nobody knows (a failed write or
/// sync may have left a whole commit on the disk).
DatabaseError sqlite_commit_error(const DatabaseError& error);

}  // namespace vigie
