// The file of SQLite, copied while others write.
#pragma once

#include <filesystem>

namespace vigie {

/// Copies `from` to `to`, which must not be there, as of one instant: every act that was
/// acknowledged before it began is there, and none by half. Writers do not wait. `to` is durable
/// when this returns. Throws `DatabaseError`. Source: sqlite.org, backup.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether the file begins as those of SQLite do; false when it cannot be read.
bool is_sqlite(const std::filesystem::path& file);

}  // namespace vigie
