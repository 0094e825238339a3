#include "usecase/outage/outage_record.h"

#include "engine/base/require.h"
#include "store/ticket/ticket.h"
#include "usecase/outage/outage_event.h"

namespace vigie {

std::string next_outage_reference(Connection& rows) {
  return "OUT-" + std::to_string(next_number(rows, "outage"));
}

void record_event(Act& act, KeptOutage& kept, OutageEventRow event, const std::string& note) {
  const std::int64_t before = kept.row.version;
  event.outage = kept.key;
  event.sequence = before + 1;
  event.recorded_at = act.at();
  put_note(event, act.note(note));
  act.add(std::move(event));
  kept.row = row_after(kept.row, events_of(act.rows(), kept.key), act.at());
  const bool is_changed = change_outage_row(act.rows(), kept.key, kept.row, before);
  ensure(is_changed, "an outage that was just read is there");
}

}  // namespace vigie
