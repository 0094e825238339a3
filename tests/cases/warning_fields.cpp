#include "warning_fields.h"

#include <charconv>

#include "engine/clock/judge.h"
#include "engine/outlook/warning.h"
#include "notation/case/case_stamp.h"
#include "notation/scalar_duration.h"

namespace vigie::cases {

namespace {

std::optional<WarningPoint> point_of(std::string_view field) {
  constexpr std::string_view before = " before";
  constexpr std::string_view used = " % used";
  if (field.ends_with(before)) {
    const auto left = duration_from(field.substr(0, field.size() - before.size()));
    return left ? std::optional{WarningPoint{.used = {}, .left = *left}} : std::nullopt;
  }
  if (!field.ends_with(used)) return std::nullopt;
  const std::string_view number = field.substr(0, field.size() - used.size());
  int percent = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), percent);
  if (read.ptr != number.data() + number.size()) return std::nullopt;
  return WarningPoint{.used = Ratio{percent, 100}, .left = {}};
}

/// Where the ticket was opened: calendars that follow the site are those of it.
Value site_of(const Outcome& outcome, const Judgement& judgement) {
  const auto history = outcome.file.tickets.histories.find(judgement.ticket);
  if (!history) return {};
  const Relations relations{outcome.file.tickets.histories, outcome.as_of, outcome.known_at};
  JudgeStorage storage;
  std::vector<Judgement> again;
  Findings findings;
  judge_ticket({.terms = outcome.terms.terms,
                .history = *history,
                .relations = relations,
                .as_of = outcome.as_of,
                .known_at = outcome.known_at},
               outcome.file.names, storage, again, findings);
  return storage.stretches.front().circumstance.site;
}

}  // namespace

std::optional<std::string> warning_field(const Outcome& outcome, const Judgement& judgement,
                                         std::string_view field) {
  const auto point = point_of(field);
  if (!point) return std::nullopt;
  const Terms& terms = outcome.terms.terms;
  const Reading& reading = judgement.reading;
  if (!reading.due || !reading.running_since) return "none";
  const Commitment& commitment =
      terms.agreement(judgement.agreement).commitments[judgement.commitment];
  const auto at =
      warning_at({.due = *reading.due,
                  .target = reading.target,
                  .is_in_days = !std::holds_alternative<ServiceDuration>(commitment.within),
                  .running_since = *reading.running_since,
                  .hours = terms.hours(judgement.agreement, judgement.commitment,
                                       site_of(outcome, judgement))},
                 *point);
  return at ? case_stamp_text(*at, terms.zone(judgement.agreement)) : "none";
}

}  // namespace vigie::cases
