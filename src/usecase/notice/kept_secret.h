// Secrets that have to be shown again to other programs: kept sealed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database/field_value.h"
#include "store/journal/sealing_key.h"

namespace vigie {

/// XSalsa20-Poly1305 under a key made of that of the journal, which is not in the database.
Bytes sealed_secret(const SealingKey& key, std::string_view secret);

/// None when it was sealed with another key, or changed since.
std::optional<std::string> opened_secret(const SealingKey& key, BytesView sealed);

}  // namespace vigie
