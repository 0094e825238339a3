// The table of availability of a scorecard: committed and raw side by side.
#include <chrono>

#include "notation/page/figures.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

constexpr int decimals_shown = 3;

std::string rate_of(const AvailabilityFigure& figure, Language language) {
  return figure.up_share ? rate_text(*figure.up_share, decimals_shown, language) : "-";
}

/// A mean for the eye: whole minutes above an hour, else whole seconds, cut. JSON has it exactly.
std::string mean_of(std::optional<Duration> mean, Language language) {
  if (!mean) return "-";
  if (*mean < std::chrono::hours{1})
    return length_text(std::chrono::floor<std::chrono::seconds>(*mean), language);
  return length_text(std::chrono::floor<std::chrono::minutes>(*mean), language);
}

/// The figures of a period or of all of them, as cells of the columns that both tables share.
std::vector<Cell> cells_of(const Availability& figures, Language language) {
  return {{rate_of(figures.committed, language)},
          {rate_of(figures.raw, language), Tone::faint},
          {length_text(figures.committed.down, language)},
          {count_text(figures.outages, language)},
          {mean_of(figures.mean_time_to_restore, language)},
          {mean_of(figures.mean_time_between_failures, language)}};
}

std::vector<TableColumn> columns_of(bool by_period, Language language) {
  std::vector<TableColumn> columns{
      {.title = page_title(PageText::column_target, language)},
      {.title = page_title(by_period ? PageText::column_period : PageText::column_hours, language),
       .rank = by_period ? 0 : 3},
      {.title = page_title(PageText::column_available, language), .align = Align::right},
      {.title = page_title(PageText::column_raw, language), .align = Align::right, .rank = 1},
      {.title = page_title(PageText::column_down, language), .align = Align::right},
      {.title = page_title(PageText::column_outages, language), .align = Align::right},
      {.title = page_title(PageText::column_mtrs, language), .align = Align::right, .rank = 2},
      {.title = page_title(PageText::column_mtbf, language), .align = Align::right, .rank = 2},
      {.title = page_title(PageText::column_required, language)},
      {.title = page_title(PageText::column_attained, language)}};
  if (by_period)
    columns.push_back({.title = page_title(PageText::column_note, language), .rank = 1});
  return columns;
}

void append(std::vector<Cell>& row, std::vector<Cell>&& more) {
  for (auto& cell : more) row.push_back(std::move(cell));
}

std::vector<Cell> target_row(const Commitment& commitment, const TargetResult& result,
                             Language language) {
  std::vector<Cell> row{{commitment.id, Tone::strong}, {commitment.calendar}};
  if (result.availability) {
    append(row, cells_of(*result.availability, language));
  } else {
    append(row, {{"-"}, {"-", Tone::faint}, {"-"}, {"-"}, {"-"}, {"-"}});
  }
  row.push_back({required_words(commitment.measurement, std::nullopt, language)});
  row.push_back(attained_cell(result, language));
  return row;
}

}  // namespace

std::string availability_table(const Scorecard& card,
                               const std::vector<const TargetResult*>& results,
                               const PageStyle& style) {
  const auto language = style.language;
  Table table{columns_of(card.by_period, language)};
  for (const auto* result : results) {
    const auto& commitment =
        card.terms.commitment({.agreement = result->agreement, .commitment = result->commitment});
    if (!card.by_period) {
      table.add(target_row(commitment, *result, language));
      continue;
    }
    auto name = commitment.id;
    for (const auto& period : result->periods) {
      if (!period.availability) continue;
      std::vector<Cell> row{{name, Tone::strong}, {period_text(period.period, language)}};
      append(row, cells_of(*period.availability, language));
      row.push_back({required_words(commitment.measurement, period.required, language)});
      row.push_back(period_verdict(period, {.language = language}));
      row.push_back({period_notes(period, {.language = language}), Tone::faint});
      table.add(std::move(row));
      name.clear();
    }
  }
  return table.text(
      {.width = style.width, .colours = style.colours, .gap = style.width >= 100 ? "   " : "  "});
}

}  // namespace vigie
