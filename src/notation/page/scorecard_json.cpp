#include "engine/clock/calculation.h"
#include "engine/compliance/tally_fields.h"
#include "notation/closure/closed_section.h"
#include "notation/json/json_writer.h"
#include "notation/page/ledger.h"
#include "notation/page/outlook_page.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

void write_counts(JsonWriter& json, const Tally& tally) {
  for (const auto& [name, count] : tally_fields) json.field(name, tally.*count);
  json.field("measured", tally.measured());
}

void write_tally(JsonWriter& json, std::string_view name, const Tally& tally) {
  json.key(name).begin_object();
  write_counts(json, tally);
  json.end_object();
}

std::string ratio_text(Ratio ratio) {
  return std::to_string(ratio.numerator) + "/" + std::to_string(ratio.denominator);
}

void write_figure(JsonWriter& json, std::string_view name, const AvailabilityFigure& figure) {
  json.key(name).begin_object();
  json.key("observed_seconds").raw(seconds_json(figure.observed));
  json.key("down_seconds").raw(seconds_json(figure.down));
  json.key("rate");
  figure.up_share ? json.value(ratio_text(*figure.up_share)) : json.null();
  json.end_object();
}

void write_length(JsonWriter& json, std::string_view name, std::optional<Duration> length) {
  json.key(name);
  length ? json.raw(seconds_json(*length)) : json.null();
}

void write_availability(JsonWriter& json, const Availability& availability) {
  json.key("availability").begin_object();
  write_figure(json, "raw", availability.raw);
  write_figure(json, "committed", availability.committed);
  write_figure(json, "gross", availability.gross);
  write_figure(json, "claimed", availability.claimed);
  write_length(json, "excluded_seconds", availability.excluded);
  write_length(json, "maintenance_overrun_seconds", availability.maintenance_overrun);
  write_length(json, "unknown_seconds", availability.unknown);
  json.field("outages", availability.outages).field("ignored", availability.ignored);
  write_length(json, "longest_seconds", availability.longest);
  write_length(json, "mean_time_to_restore_seconds", availability.mean_time_to_restore);
  write_length(json, "mean_time_between_failures_seconds", availability.mean_time_between_failures);
  json.key("cumulated").begin_array();
  for (const CumulatedWorst& worst : availability.cumulated) {
    json.begin_object().field("days", worst.days);
    write_length(json, "down_seconds", worst.down);
    json.field("outages", worst.outages)
        .field("until", std::string_view{rfc3339_date(worst.until)})
        .field("kept", worst.is_kept)
        .end_object();
  }
  json.end_array().end_object();
}

void write_period(JsonWriter& json, const Attainment& period) {
  json.begin_object()
      .field("period", period.period)
      .field("from", rfc3339(period.interval.from))
      .field("to", rfc3339(period.interval.to));
  write_counts(json, period.net_agreed);
  json.key("required");
  period.required ? json.value(ratio_text(*period.required)) : json.null();
  json.key("attained");
  period.attained ? json.value(*period.attained) : json.null();
  json.key("statistic_seconds");
  period.statistic ? json.raw(seconds_json(*period.statistic)) : json.null();
  if (period.availability) write_availability(json, *period.availability);
  write_tally(json, "gross", period.gross);
  write_tally(json, "claimed", period.net_claimed);
  json.field("ramp_up", period.ramp_up)
      .field("voided_by_volume", period.voided_by_volume)
      .field("small_sample", period.small_sample)
      .field("partial", period.partial)
      .field("provisional", period.provisional)
      .end_object();
}

void write_target(JsonWriter& json, const Scorecard& card, const TargetResult& result) {
  const Commitment& commitment =
      card.terms.agreement(result.agreement).commitments[result.commitment];
  json.begin_object()
      .field("id", commitment.id)
      .field("label", commitment.label)
      .field("metric", key_of(commitment.metric))
      .field("statistic", key_of(commitment.measurement.statistic));
  write_tally(json, "total", result.total);
  write_tally(json, "gross", result.total_gross);
  write_tally(json, "claimed", result.total_claimed);
  if (result.availability) write_availability(json, *result.availability);
  json.key("periods").begin_array();
  for (const auto& period : result.periods) {
    const ClosedTarget* closed = closed_target(card, result, period.period);
    closed == nullptr ? write_period(json, period) : void(json.raw(closed->shown));
  }
  json.end_array().end_object();
}

void write_agreement(JsonWriter& json, const Scorecard& card, std::uint32_t index) {
  const auto& agreement = card.terms.agreements()[index];
  json.begin_object()
      .field("id", agreement.id)
      .field("version", agreement.version)
      .field("kind", key_of(agreement.kind))
      .field("zone", card.terms.zone(index).name());
  json.key("targets").begin_array();
  for (const auto& result : card.evaluation.targets) {
    if (result.agreement == index) write_target(json, card, result);
  }
  json.end_array().key("penalties");
  if (card.ledger == nullptr) {
    json.begin_array().end_array().end_object();
    return;
  }
  const LedgerView view{.ledger = *card.ledger, .terms = card.terms, .names = *card.names};
  write_ledger_lines(json, view, index, false);
  json.key("penalty_totals");
  write_ledger_totals(json, view, index);
  json.end_object();
}

void write_findings(JsonWriter& json, const Findings& findings) {
  json.key("findings").begin_array();
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    const auto& entry = findings.of(code);
    if (entry.count == 0) continue;
    json.begin_object().field("code", key_of(code)).field("count", entry.count);
    json.key("examples").begin_array();
    for (const auto& example : entry.examples) json.value(example);
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string period_json(const Attainment& period) {
  JsonWriter json;
  write_period(json, period);
  return json.take();
}

std::string scorecard_json(const Scorecard& card) {
  JsonWriter json;
  json.begin_object().field("as_of", rfc3339(card.evaluation.as_of));
  if (card.known_at) json.field("known_at", rfc3339(*card.known_at));
  json.key("engine")
      .begin_object()
      .field("program", card.program_version)
      .field("calculation", calculation_version)
      .field("zones", card.zones)
      .end_object();
  if (card.basis != nullptr) {
    json.key("basis")
        .begin_object()
        .field("position", card.basis->position)
        .field("terms", card.basis->terms)
        .end_object();
  }
  json.field("tickets", card.evaluation.tickets).field("events", card.evaluation.events);
  if (card.rows) json.field("rows", *card.rows);
  json.key("agreements").begin_array();
  for (std::uint32_t i = 0; i < card.terms.agreements().size(); ++i) {
    if (card.shown == nullptr || (*card.shown)[i]) write_agreement(json, card, i);
  }
  json.end_array();
  if (card.closed != nullptr) write_closed(json, card);
  if (card.outlook != nullptr) write_outlook(json, card);
  write_findings(json, card.evaluation.findings);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace vigie
