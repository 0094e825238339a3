// A comparison of terms for programs: JSON and CSV.
#include <fmt/format.h>

#include "engine/clock/calculation.h"
#include "engine/compliance/tally_fields.h"
#include "notation/json/json_writer.h"
#include "notation/page/csv_cell.h"
#include "notation/page/csv_sheet.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_cells.h"
#include "notation/page/what_if_cells.h"
#include "notation/page/what_if_page.h"

namespace vigie {
namespace {

void write_side(JsonWriter& json, std::string_view name, const Tally& tally) {
  json.key(name).begin_object();
  for (const auto& [field, count] : tally_fields) json.field(field, tally.*count);
  json.field("measured", tally.measured()).end_object();
}

void write_truth(JsonWriter& json, std::string_view name, std::optional<bool> truth) {
  json.key(name);
  truth ? json.value(*truth) : json.null();
}

template <class Difference>
void write_sides(JsonWriter& json, const Difference& difference) {
  write_side(json, "before", difference.before.tally);
  write_side(json, "after", difference.after.tally);
  if (!difference.before.up && !difference.after.up) return;
  write_up_time(json, "availability_before", difference.before.up);
  write_up_time(json, "availability_after", difference.after.up);
}

void write_target(JsonWriter& json, const TargetDifference& target) {
  json.begin_object().field("agreement", target.agreement).field("target", target.target);
  json.field("moves", target.moves());
  write_sides(json, target);
  json.key("periods").begin_array();
  for (const PeriodDifference& period : target.periods) {
    json.begin_object().field("period", period.period);
    write_sides(json, period);
    write_truth(json, "attained_before", period.before.attained);
    write_truth(json, "attained_after", period.after.attained);
    json.field("provisional", period.provisional).field("moves", period.moves()).end_object();
  }
  json.end_array().end_object();
}

/// What the other terms would make of one closed period: each target, then each amount, that moves.
void write_closed_period(JsonWriter& json, const WhatIfPage& page, const ClosedPeriod& closed) {
  json.begin_object()
      .field("closure", closed.closure)
      .field("agreement", closed.agreement)
      .field("period", closed.period);
  json.key("targets").begin_array();
  for (const TargetDifference& target : page.difference.targets) {
    if (target.agreement != closed.agreement) continue;
    for (const PeriodDifference& period : target.periods) {
      if (period.period != closed.period || !period.moves()) continue;
      json.begin_object().field("target", target.target);
      write_sides(json, period);
      write_truth(json, "attained_before", period.before.attained);
      write_truth(json, "attained_after", period.after.attained);
      json.end_object();
    }
  }
  json.end_array();
  std::vector<AmountDifference> amounts = page.amounts;
  std::erase_if(amounts, [&](const AmountDifference& one) {
    return one.agreement != closed.agreement || one.period != closed.period ||
           one.before_minor == one.after_minor;
  });
  write_amounts(json, amounts);
  json.end_object();
}

void write_closed(JsonWriter& json, const WhatIfPage& page) {
  if (page.closed == nullptr) return;
  json.key("closed").begin_array();
  for (const ClosedPeriod& closed : *page.closed) write_closed_period(json, page, closed);
  json.end_array();
}

void write_target_name(JsonWriter& json, const WhatIfPage& page, std::uint32_t index) {
  const TargetDifference& target = page.difference.targets[index];
  json.field("agreement", target.agreement).field("target", target.target);
}

void write_verdicts(JsonWriter& json, const std::optional<Verdict>& before,
                    const std::optional<Verdict>& after) {
  json.field("before", verdict_key(before)).field("after", verdict_key(after));
}

void write_flips(JsonWriter& json, const WhatIfPage& page) {
  const auto& flips = page.difference.flips;
  json.key("flips").begin_object().field("count", static_cast<std::uint64_t>(flips.size()));
  json.key("kinds").begin_array();
  for (const FlipKind& kind : kinds_of(flips)) {
    json.begin_object();
    write_target_name(json, page, kind.target);
    write_verdicts(json, kind.before, kind.after);
    json.field("count", kind.count).end_object();
  }
  json.end_array().key("tickets").begin_array();
  for (const Flip& flip : flips) {
    json.begin_object().field("ticket", page.names.text(flip.ticket));
    write_target_name(json, page, flip.target);
    write_verdicts(json, flip.before, flip.after);
    json.end_object();
  }
  json.end_array().end_object();
}

void put_side(CsvSheet& sheet, const std::string& side, const Tally& tally,
              const std::optional<UpTime>& up) {
  sheet.put("met_" + side, tally.met);
  sheet.put("measured_" + side, tally.measured());
  if (!up) return;
  sheet.put("observed_seconds_" + side, seconds_json(up->observed));
  sheet.put("down_seconds_" + side, seconds_json(up->down));
}

void begin_line(CsvSheet& sheet, const TargetDifference& target, std::string_view record,
                std::string_view period) {
  sheet.begin_line();
  sheet.put("record", record);
  sheet.put_text("agreement", target.agreement);
  sheet.put_text("target", target.target);
  sheet.put_text("period", period);
}

void add_target(CsvSheet& sheet, const TargetDifference& target) {
  for (const PeriodDifference& period : target.periods) {
    begin_line(sheet, target, "period", period.period);
    put_side(sheet, "before", period.before.tally, period.before.up);
    put_side(sheet, "after", period.after.tally, period.after.up);
    if (period.before.attained) sheet.put("attained_before", truth_cell(*period.before.attained));
    if (period.after.attained) sheet.put("attained_after", truth_cell(*period.after.attained));
  }
  begin_line(sheet, target, "total", "total");
  put_side(sheet, "before", target.before.tally, target.before.up);
  put_side(sheet, "after", target.after.tally, target.after.up);
}

}  // namespace

void write_asked(JsonWriter& json, const WhatIfAsked& asked) {
  json.field("as_of", rfc3339(asked.as_of));
  json.key("engine")
      .begin_object()
      .field("program", asked.program_version)
      .field("calculation", calculation_version)
      .field("zones", asked.zones)
      .end_object();
  json.field("tickets", asked.tickets);
  if (asked.from) json.field("from", std::string_view{rfc3339_date(*asked.from)});
}

void write_up_time(JsonWriter& json, std::string_view name, const std::optional<UpTime>& up) {
  json.key(name);
  if (!up) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("observed_seconds").raw(seconds_json(up->observed));
  json.key("down_seconds").raw(seconds_json(up->down));
  json.end_object();
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
        .field("difference_minor", line.after_minor - line.before_minor)
        .end_object();
  }
  json.end_array();
}

std::string what_if_json(const WhatIfPage& page) {
  JsonWriter json;
  json.begin_object();
  write_asked(json, page.asked);
  json.key("changes").begin_array();
  for (const auto& change : page.asked.changes) json.value(change);
  json.end_array().key("targets").begin_array();
  for (const TargetDifference& target : page.difference.targets) write_target(json, target);
  json.end_array();
  write_flips(json, page);
  write_amounts(json, page.amounts);
  write_closed(json, page);
  json.end_object();
  return json.take() + "\n";
}

std::string what_if_csv(const WhatIfPage& page) {
  CsvSheet sheet{{"agreement", "target", "period", "met_before", "measured_before",
                  "attained_before", "met_after", "measured_after", "attained_after", "record",
                  "observed_seconds_before", "down_seconds_before", "observed_seconds_after",
                  "down_seconds_after", "currency", "penalties_before", "penalties_after"}};
  for (const TargetDifference& target : page.difference.targets) add_target(sheet, target);
  for (const AmountDifference& amount : page.amounts) {
    sheet.begin_line();
    sheet.put("record", "penalties");
    sheet.put_text("agreement", amount.agreement);
    sheet.put_text("period", amount.period);
    sheet.put("currency", key_of(amount.currency));
    sheet.put("penalties_before", plain_amount({amount.before_minor, amount.currency}));
    sheet.put("penalties_after", plain_amount({amount.after_minor, amount.currency}));
  }
  return sheet.text();
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

}  // namespace vigie
