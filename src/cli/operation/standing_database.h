// A database that is there, opened as it is.
#pragma once

#include <memory>
#include <optional>

#include "cli/console/configuration_options.h"
#include "store/database/database.h"
#include "store/journal/sealing_key.h"

namespace vigie {

/// Opens what the configuration names, without making or changing a table. Null when it is not
/// there, cannot be used, or is of a newer program, which was told. Throws `DatabaseError`.
std::unique_ptr<Database> standing_database(Session& session, const OpeningTerms& terms);

/// The position of its last sealed act; 0: there is none. Throws `DatabaseError`.
std::int64_t position_in(Database& database);

/// The file of a SQLite URL; none of another URL.
std::optional<std::string> sqlite_file(std::string_view url);

/// The key in its file, which is never made here; none when it cannot be had, which was told.
std::optional<SealingKey> standing_key(Session& session, const OpeningTerms& terms);

}  // namespace vigie
