#include "usecase/outage/outage_event.h"

#include "engine/outage/outage_reading.h"

namespace vigie {

OutageEvent event_of(const OutageEventRow& row, Names& names) {
  OutageEvent event{.at = row.happened_at,
                    .recorded_at = row.recorded_at,
                    .word = row.word,
                    .severity = {},
                    .users = row.users,
                    .source = names.intern<AttributeValue>(row.source),
                    .supersedes = static_cast<std::uint32_t>(row.supersedes)};
  if (row.weight && row.weight_of) event.severity = Ratio{*row.weight, *row.weight_of};
  return event;
}

OutageRow row_after(OutageRow row, const std::vector<OutageEventRow>& events, Instant as_of) {
  Names names;
  OutageLog log;
  const auto reference = names.intern<OutageReference>(row.reference);
  const Value item = names.intern<AttributeValue>(row.item);
  for (const OutageEventRow& event : events) log.append(reference, item, event_of(event, names));
  Findings findings;
  const ReadingOfOutages reading =
      read_outages({.log = log, .names = names, .as_of = as_of}, findings);
  row.version = static_cast<std::int64_t>(events.size());
  const auto known = reading.items.find(item);
  row.withdrawn = known == reading.items.end() || known->second.episodes.empty();
  if (row.withdrawn) {
    row.restored_at = row.began_at;
    return row;
  }
  row.began_at = known->second.episodes.front().began;
  row.restored_at = known->second.episodes.back().restored;
  return row;
}

}  // namespace vigie
