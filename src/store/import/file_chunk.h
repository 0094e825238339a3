// The file of an import, piece by piece.
#pragma once

#include <optional>

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

/// The bytes of a kept file from its piece `number` on, from 0; none after the last.
std::optional<Bytes> chunk_of_file(Connection& rows, const Bytes& blob, std::int64_t number);

}  // namespace vigie
