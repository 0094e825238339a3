// What was changed behind the program's back.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/database/database.h"
#include "store/journal/sealing_key.h"
#include "vocabulary/journal.h"

namespace vigie {

/// One thing that is not as it was sealed.
struct Damage {
  DamageKind kind{};
  std::string table;        // by its name in the database
  std::int64_t act = 0;     // number of the act it belongs to; 0: of a block
  std::int64_t number = 0;  // rank of the row in its act, or number of the block
};

struct Verification {
  std::int64_t acts = 0;
  std::int64_t blocks = 0;
  std::int64_t erased = 0;      // rows whose texts were erased: their digests still hold
  std::vector<Damage> damages;  // in the order of the acts, a hundred at most
};

/// Reads the whole journal and every sealed row, a thousand acts at a time. `progress(done, of)`
/// may be empty. Linear. Source: design S3.
Verification verify_journal(Database& database, const SealingKey& key,
                            const std::function<void(std::int64_t, std::int64_t)>& progress = {});

}  // namespace vigie
