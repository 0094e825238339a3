#include "notation/page/verdict_lines.h"

#include <fmt/format.h>

#include "notation/page/csv_cell.h"
#include "notation/page/rfc3339.h"

namespace vigie {
namespace {

std::string instant_cell(const std::optional<Instant>& at) { return at ? rfc3339(*at) : ""; }

std::string held_cell(const Reading& reading, Role role) {
  Duration sum{};
  for (const auto& held : reading.held) {
    if (held.role == role) sum += held.in_hours;
  }
  return seconds_json(sum);
}

}  // namespace

std::string_view verdict_titles() {
  return "ticket,agreement,version,target,cycle,verdict,elapsed_seconds,due_at,breached_at,"
         "resolved_at,held_provider_seconds,held_supplier_seconds,held_customer_seconds,"
         "held_third_party_seconds\n";
}

std::string verdict_line(const Judgement& judgement, const Terms& terms, const Names& names) {
  const auto& agreement = terms.agreements()[judgement.agreement];
  const auto& reading = judgement.reading;
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                     csv_cell(names.text(judgement.ticket)), csv_cell(agreement.id),
                     agreement.version, csv_cell(agreement.commitments[judgement.commitment].id),
                     judgement.cycle, key_of(judgement.verdict), seconds_json(reading.elapsed),
                     instant_cell(reading.due), instant_cell(reading.breached_at),
                     instant_cell(reading.stopped_at), held_cell(reading, Role::provider),
                     held_cell(reading, Role::supplier), held_cell(reading, Role::customer),
                     held_cell(reading, Role::third_party));
}

}  // namespace vigie
