#include "store/identity/rights_version.h"

namespace vigie {

RightsVersion rights_version(Connection& rows) {
  RightsVersion version;
  rows.run("select version, clock_now() from rights_version", {}, [&](const Row& row) {
    version = {.number = row.whole(0), .now = FieldValue<Instant>::from_sql(row, 1)};
  });
  return version;
}

void raise_rights_version(Connection& rows) {
  rows.run("update rights_version set version = version + 1", {});
}

}  // namespace vigie
