// The head of the journal: noted elsewhere, it shows later that nothing before it was changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

struct JournalHead {
  std::int64_t position = 0;  // of the last act of the block; 0: nothing is sealed
  Bytes digest;               // of the block, 32 bytes
};

JournalHead head_of_journal(Connection& rows);

/// Whether a block ends at that position with that digest.
bool has_head(Connection& rows, const JournalHead& head);

/// "1204:9f3c...", and back; none for a text that is not of that form.
std::string text_of(const JournalHead& head);
std::optional<JournalHead> head_from(std::string_view text);

}  // namespace vigie
