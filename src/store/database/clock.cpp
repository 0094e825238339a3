#include "store/database/clock.h"

namespace vigie {

Instant clock_now(Connection& rows) {
  Instant now;
  rows.run("select clock_now()", {},
           [&](const Row& row) { now = Instant{Duration{row.whole(0)}}; });
  return now;
}

}  // namespace vigie
