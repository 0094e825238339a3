// Writing of canonical outages.
#include "notation/json/json_writer.h"
#include "notation/ndjson_outages.h"
#include "notation/page/rfc3339.h"

namespace vigie {

namespace {

std::string line_of(JsonWriter& json) {
  json.end_object();
  return std::string{json.text()} + "\n";
}

template <class Of>
void write_name(JsonWriter& json, std::string_view field, Id<Of> id, const Names& names) {
  if (id) json.field(field, names.text(id));
}

std::string event_line(const Outage& outage, const OutageEvent& event, const Names& names) {
  JsonWriter json;
  json.begin_object();
  json.field("outage", names.text(outage.reference));
  json.field("at", rfc3339(event.at));
  json.field("event", key_of(event.word));
  write_name(json, "of", outage.of, names);
  if (event.severity) {
    json.field("severity", std::to_string(event.severity->numerator) + "/" +
                               std::to_string(event.severity->denominator));
  }
  if (event.users) json.field("users", *event.users);
  write_name(json, "source", event.source, names);
  if (event.recorded_at != event.at) json.field("recorded_at", rfc3339(event.recorded_at));
  if (event.supersedes != 0) {
    json.field("supersedes", static_cast<std::uint64_t>(event.supersedes));
  }
  return line_of(json);
}

std::string window_line(const MaintenanceWindow& window, const Names& names) {
  JsonWriter json;
  json.begin_object();
  json.field("maintenance", names.text(window.reference));
  write_name(json, "of", window.of, names);
  json.field("from", rfc3339(window.interval.from));
  json.field("to", rfc3339(window.interval.to));
  if (window.announced_at) json.field("announced_at", rfc3339(*window.announced_at));
  if (!window.title.empty()) json.field("title", window.title);
  if (window.withdrawn) json.field("withdrawn", true);
  if (window.recorded_at != window.announced_at.value_or(window.interval.from)) {
    json.field("recorded_at", rfc3339(window.recorded_at));
  }
  return line_of(json);
}

}  // namespace

void append_outage_lines(std::string& lines, const OutageLog& outages, const Names& names) {
  for (const Outage& outage : outages.outages()) {
    for (const OutageEvent& event : outage.events) lines += event_line(outage, event, names);
  }
  for (const MaintenanceWindow& window : outages.maintenance()) {
    lines += window_line(window, names);
  }
  for (const Observation& seen : outages.observed()) {
    JsonWriter json;
    json.begin_object();
    json.field("observed", names.text(seen.of));
    json.field("from", rfc3339(seen.interval.from));
    json.field("to", rfc3339(seen.interval.to));
    lines += line_of(json);
  }
}

}  // namespace vigie
