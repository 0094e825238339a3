#include "store/dump/travel.h"

#include "engine/base/require.h"

namespace vigie {

namespace {

struct Exception {
  StoreTable table;
  Travel travel;
};

// A table that is not here is kept.
constexpr Exception exceptions[] = {
    // Made again by the walk through the steps where the rows arrive.
    {StoreTable::migration, Travel::transient},
    // Another place is another epoch.
    {StoreTable::installation, Travel::transient},
    {StoreTable::session, Travel::transient},
    {StoreTable::sign_in_failure, Travel::transient},
    {StoreTable::openid_attempt, Travel::transient},
    {StoreTable::ticket_clock, Travel::derived},
    {StoreTable::ticket_word, Travel::derived},
    {StoreTable::timer, Travel::derived},
    // What was taken is told apart by ids for some minutes alone.
    {StoreTable::fact_receipt, Travel::transient},
    {StoreTable::act, Travel::history},
    {StoreTable::act_change, Travel::history},
    {StoreTable::act_seal, Travel::history},
    {StoreTable::block, Travel::history},
    {StoreTable::answer, Travel::history},
    {StoreTable::rights_version, Travel::history},
    {StoreTable::counter, Travel::history},
    {StoreTable::job, Travel::history},
    {StoreTable::import, Travel::history},
    {StoreTable::import_finding, Travel::history},
    {StoreTable::import_ticket, Travel::history},
    {StoreTable::chunk, Travel::history},
    {StoreTable::blob, Travel::history},
    {StoreTable::blob_chunk, Travel::history},
    {StoreTable::notice, Travel::history},
    {StoreTable::delivery, Travel::history},
    {StoreTable::alert, Travel::history},
};

}  // namespace

Travel travel_of(StoreTable table) {
  for (const Exception& each : exceptions) {
    if (each.table == table) return each.travel;
  }
  return Travel::kept;
}

Travel travel_of(std::string_view table) {
  const auto known = from_key<StoreTable>(table);
  require(known.has_value(), "every table is in src/vocabulary/table.def");
  return travel_of(*known);
}

}  // namespace vigie
