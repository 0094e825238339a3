// A comparison of terms for programs: JSON and CSV.
#include <fmt/format.h>

#include "notation/json_writer.h"
#include "notation/page/csv_cell.h"
#include "notation/page/rfc3339.h"
#include "notation/page/what_if_cells.h"
#include "notation/page/what_if_page.h"

namespace vigie {
namespace {

void write_side(JsonWriter& json, std::string_view name, const Tally& tally) {
  json.key(name)
      .begin_object()
      .field("met", tally.met)
      .field("missed", tally.missed)
      .field("measured", tally.measured())
      .field("excluded", tally.excluded)
      .field("pending", tally.pending)
      .field("not_measurable", tally.not_measurable)
      .end_object();
}

void write_truth(JsonWriter& json, std::string_view name, std::optional<bool> truth) {
  json.key(name);
  truth ? json.value(*truth) : json.null();
}

void write_target(JsonWriter& json, const TargetDifference& target) {
  json.begin_object().field("agreement", target.agreement).field("target", target.target);
  write_side(json, "before", target.before);
  write_side(json, "after", target.after);
  json.key("periods").begin_array();
  for (const PeriodDifference& period : target.periods) {
    json.begin_object().field("period", period.period);
    write_side(json, "before", period.before);
    write_side(json, "after", period.after);
    write_truth(json, "attained_before", period.attained_before);
    write_truth(json, "attained_after", period.attained_after);
    json.field("provisional", period.provisional).end_object();
  }
  json.end_array().end_object();
}

void write_flips(JsonWriter& json, const WhatIfPage& page) {
  const auto& flips = page.difference.flips;
  json.key("flips").begin_object().field("count", static_cast<std::uint64_t>(flips.size()));
  json.key("kinds").begin_array();
  for (const FlipKind& kind : kinds_of(flips)) {
    json.begin_object()
        .field("before", verdict_key(kind.before))
        .field("after", verdict_key(kind.after))
        .field("count", kind.count)
        .key("examples")
        .begin_array();
    for (const Flip* flip : kind.first) json.value(page.names.text(flip->ticket));
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_amounts(JsonWriter& json, const std::vector<AmountDifference>& amounts) {
  json.key("amounts").begin_array();
  for (const AmountDifference& line : amounts) {
    json.begin_object()
        .field("agreement", line.agreement)
        .field("period", line.period)
        .field("currency", key_of(line.currency))
        .field("before_minor", line.before_minor)
        .field("after_minor", line.after_minor)
        .end_object();
  }
  json.end_array();
}

std::string truth_cell(std::optional<bool> truth) {
  return truth ? (*truth ? "true" : "false") : "";
}

}  // namespace

std::string what_if_json(const WhatIfPage& page) {
  JsonWriter json;
  json.begin_object().field("as_of", rfc3339(page.as_of)).field("tickets", page.tickets);
  json.key("targets").begin_array();
  for (const TargetDifference& target : page.difference.targets) write_target(json, target);
  json.end_array();
  write_flips(json, page);
  write_amounts(json, page.amounts);
  json.end_object();
  return json.take() + "\n";
}

std::string what_if_csv(const WhatIfPage& page) {
  std::string text =
      "agreement,target,period,met_before,measured_before,attained_before,met_after,"
      "measured_after,attained_after\n";
  for (const TargetDifference& target : page.difference.targets) {
    const auto line = [&](std::string_view period, const Tally& before, std::optional<bool> was,
                          const Tally& after, std::optional<bool> is) {
      text += fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_cell(target.agreement),
                          csv_cell(target.target), period, before.met, before.measured(),
                          truth_cell(was), after.met, after.measured(), truth_cell(is));
    };
    for (const PeriodDifference& period : target.periods) {
      line(period.period, period.before, period.attained_before, period.after,
           period.attained_after);
    }
    line("total", target.before, {}, target.after, {});
  }
  return text;
}

std::string flips_csv(const WhatIfPage& page) {
  std::string text = "ticket,agreement,target,before,after\n";
  for (const Flip& flip : page.difference.flips) {
    const TargetDifference& target = page.difference.targets[flip.target];
    text += fmt::format("{},{},{},{},{}\n", csv_cell(page.names.text(flip.ticket)),
                        csv_cell(target.agreement), csv_cell(target.target),
                        verdict_key(flip.before), verdict_key(flip.after));
  }
  return text;
}

std::string sweep_json(const std::vector<SweepLine>& lines) {
  JsonWriter json;
  json.begin_object().key("values").begin_array();
  for (const SweepLine& line : lines) {
    json.begin_object()
        .field("value", line.value)
        .field("met", line.tally.met)
        .field("measured", line.tally.measured())
        .field("attained", line.attained)
        .field("periods", line.periods)
        .field("flips", line.flips);
    write_amounts(json, line.amounts);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

std::string sweep_csv(const std::vector<SweepLine>& lines) {
  std::string text = "value,met,measured,attained,periods,flips\n";
  for (const SweepLine& line : lines) {
    text += fmt::format("{},{},{},{},{},{}\n", csv_cell(line.value), line.tally.met,
                        line.tally.measured(), line.attained, line.periods, line.flips);
  }
  return text;
}

}  // namespace vigie
