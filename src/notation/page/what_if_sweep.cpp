// A sweep: what each value of a clause would have given for its target.
#include <algorithm>

#include "notation/json/json_writer.h"
#include "notation/page/csv_sheet.h"
#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_cells.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/what_if_cells.h"

namespace vigie {
namespace {

std::string amounts_text(const SweepLine& line, Language language) {
  std::string text;
  for (const auto& [currency, sum] : sums_of(line.amounts)) {
    text.append(text.empty() ? "" : " · ")
        .append(money_text({sum.after_minor, currency}, language));
  }
  return text;
}

std::vector<Cell> row_of(const SweepLine& line, const MetCells& cells, const DateStyle& dates) {
  const Language language = dates.language;
  const auto rate = rate_of(line.up);
  const Cell met{line.up ? length_text(line.up->down, language) : cells.cell(line.tally)};
  return {
      {line.value},
      met,
      {line.up ? (rate ? rate_text(*rate, 3, language) : "-") : rate_cell(line.tally, language)},
      {said(PageText::so_many_of, {{"some", line.attained}, {"all", line.periods}}, dates)},
      {count_text(static_cast<std::int64_t>(line.flips), language)},
      {amounts_text(line, language)}};
}

void write_line(JsonWriter& json, const SweepLine& line) {
  json.begin_object()
      .field("value", line.value)
      .field("met", line.tally.met)
      .field("missed", line.tally.missed)
      .field("measured", line.tally.measured());
  if (line.up) write_up_time(json, "availability", line.up);
  json.field("attained", line.attained).field("periods", line.periods).field("flips", line.flips);
  write_amounts(json, line.amounts);
  json.end_object();
}

void put_line(CsvSheet& sheet, const SweepLine& line) {
  sheet.begin_line();
  sheet.put_text("value", line.value);
  sheet.put("met", line.tally.met);
  sheet.put("measured", line.tally.measured());
  sheet.put("attained", line.attained);
  sheet.put("periods", line.periods);
  sheet.put("flips", static_cast<std::int64_t>(line.flips));
  if (!line.up) return;
  sheet.put("observed_seconds", seconds_json(line.up->observed));
  sheet.put("down_seconds", seconds_json(line.up->down));
}

}  // namespace

std::string sweep_text(const Sweep& sweep, const PageStyle& style) {
  const DateStyle dates{.language = style.language};
  const auto title = [&](PageText text) { return said(text, {}, dates); };
  const bool is_availability =
      std::ranges::any_of(sweep.lines, [](const SweepLine& line) { return line.up.has_value(); });
  Table table{{{.title = title(PageText::column_value), .align = Align::right},
               {.title = title(is_availability ? PageText::column_down : PageText::column_met),
                .align = Align::right},
               {.title = title(PageText::column_rate), .align = Align::right},
               {.title = title(PageText::column_attained)},
               {.title = title(PageText::column_flips), .align = Align::right},
               {.title = title(PageText::column_penalties), .align = Align::right, .rank = 1}}};
  MetCells cells{style.language};
  for (const SweepLine& line : sweep.lines) cells.see(line.tally);
  for (const SweepLine& line : sweep.lines) table.add(row_of(line, cells, dates));
  std::vector<Argument> asked{{"changes", sweep.asked.clause}};
  if (sweep.asked.from) asked.push_back({"from", *sweep.asked.from});
  std::string text;
  for (const auto& sentence :
       {what_if_header(sweep.asked, style), said(PageText::sweep_asked, asked, dates)}) {
    for (const auto& line : wrapped(sentence, style.width)) text += line + "\n";
  }
  return text + "\n" + table.text({.width = style.width, .colours = style.colours});
}

std::string sweep_json(const Sweep& sweep) {
  JsonWriter json;
  json.begin_object();
  write_asked(json, sweep.asked);
  json.field("clause", sweep.asked.clause).key("values").begin_array();
  for (const SweepLine& line : sweep.lines) write_line(json, line);
  json.end_array().end_object();
  return json.take() + "\n";
}

std::string sweep_csv(const Sweep& sweep) {
  CsvSheet sheet{{"value", "met", "measured", "attained", "periods", "flips", "observed_seconds",
                  "down_seconds", "currency", "penalties_before", "penalties_after"}};
  for (const SweepLine& line : sweep.lines) {
    const auto sums = sums_of(line.amounts);
    if (sums.empty()) put_line(sheet, line);
    for (const auto& [currency, sum] : sums) {
      put_line(sheet, line);
      sheet.put("currency", key_of(currency));
      sheet.put("penalties_before", plain_amount({sum.before_minor, currency}));
      sheet.put("penalties_after", plain_amount({sum.after_minor, currency}));
    }
  }
  return sheet.text();
}

}  // namespace vigie
