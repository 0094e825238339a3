// The tables of a scorecard: one line a target, or one line a target and period.
#include <algorithm>

#include "notation/page/figures.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

const Commitment& commitment_of(const Scorecard& card, const TargetResult& result) {
  return card.terms.agreements()[result.agreement].commitments[result.commitment];
}

bool is_worse(const Attainment& a, const Attainment& b) {
  if (a.statistic && b.statistic) return *a.statistic > *b.statistic;
  return compare({a.net_agreed.met, a.net_agreed.measured()},
                 {b.net_agreed.met, b.net_agreed.measured()}) == std::strong_ordering::less;
}

/// The worst period, the first of equals; none when fewer than two have a volume.
std::string worst_cell(const TargetResult& result, Language language) {
  const Attainment* worst = nullptr;
  int with_volume = 0;
  for (const auto& period : result.periods) {
    if (period.net_agreed.measured() == 0) continue;
    ++with_volume;
    if (worst == nullptr || is_worse(period, *worst)) worst = &period;
  }
  if (with_volume < 2) return {};
  const auto figure = worst->statistic ? length_text(*worst->statistic, language)
                                       : rate_cell(worst->net_agreed, language);
  return said(PageText::worst,
              {{"period", period_text(worst->period, language)}, {"figure", figure}},
              {.language = language});
}

bool is_contested(const TargetResult& result) {
  return result.total_gross != result.total || result.total_claimed != result.total;
}

/// The sum of all targets says something only when they promise the same thing.
bool have_one_metric(const Scorecard& card, const std::vector<const TargetResult*>& results) {
  return results.size() > 1 && std::ranges::all_of(results, [&](const TargetResult* result) {
           return commitment_of(card, *result).metric == commitment_of(card, *results[0]).metric;
         });
}

Tally sum_of(const std::vector<const TargetResult*>& results) {
  Tally sum;
  for (const auto* result : results) {
    sum.met += result->total.met;
    sum.missed += result->total.missed;
  }
  return sum;
}

std::string_view gap_of(const PageStyle& style) { return style.width >= 100 ? "   " : "  "; }

class TargetRows {
 public:
  TargetRows(const Scorecard& card, const PageStyle& style)
      : card_(card), style_(style), met_(style.language), table_(columns(style.language)) {}

  std::string text(const std::vector<const TargetResult*>& results) {
    const bool with_sum = have_one_metric(card_, results);
    const auto sum = sum_of(results);
    if (with_sum) met_.see(sum);
    for (const auto* result : results) {
      met_.see(result->total);
      met_.see(result->total_gross);
      met_.see(result->total_claimed);
    }
    for (const auto* result : results) add(*result);
    if (with_sum) add_figures(page_title(PageText::all, style_.language), sum, Tone::strong);
    return table_.text({.width = style_.width, .colours = style_.colours, .gap = gap_of(style_)});
  }

 private:
  static std::vector<TableColumn> columns(Language language) {
    return {{.title = page_title(PageText::column_target, language)},
            {.title = page_title(PageText::column_within, language), .rank = 2},
            {.title = page_title(PageText::column_met, language), .align = Align::right},
            {.title = page_title(PageText::column_rate, language), .align = Align::right},
            {.title = page_title(PageText::column_required, language)},
            {.title = page_title(PageText::column_attained, language)},
            {.title = page_title(PageText::column_worst, language), .rank = 1}};
  }

  void add(const TargetResult& result) {
    const auto& commitment = commitment_of(card_, result);
    const auto language = style_.language;
    table_.add({{commitment.id, Tone::strong},
                {within_words(commitment, language)},
                {met_.cell(result.total)},
                {rate_cell(result.total, language)},
                {required_words(commitment.measurement, std::nullopt, language)},
                attained_cell(result, language),
                {worst_cell(result, language), Tone::faint}});
    if (!is_contested(result)) return;
    add_figures("  " + page_title(PageText::gross, language), result.total_gross, Tone::faint);
    add_figures("  " + page_title(PageText::claimed, language), result.total_claimed, Tone::faint);
  }

  void add_figures(const std::string& name, const Tally& tally, Tone tone) {
    table_.add({{name, tone},
                {},
                {met_.cell(tally), tone},
                {rate_cell(tally, style_.language), tone},
                {},
                {},
                {}});
  }

  const Scorecard& card_;
  const PageStyle& style_;
  MetCells met_;
  Table table_;
};

}  // namespace

Cell attained_cell(const TargetResult& result, Language language) {
  const DateStyle style{.language = language};
  std::int64_t over = 0;
  std::int64_t attained = 0;
  std::optional<bool> so_far;
  for (const auto& period : result.periods) {
    if (!period.attained) continue;
    if (period.provisional) {
      so_far = *period.attained;
      continue;
    }
    ++over;
    attained += *period.attained ? 1 : 0;
  }
  if (over == 0 && !so_far) return {};
  Cell running;
  if (so_far) {
    running.text = said(*so_far ? PageText::attained_so_far : PageText::missed_so_far, {}, style);
    running.tone = *so_far ? Tone::good : Tone::bad;
  }
  if (over == 0) return running;
  const auto text = attained == over ? PageText::attained_all : PageText::attained_some;
  auto finished = said(text, {{"attained", attained}, {"periods", over}}, style);
  if (so_far) finished.append(" · ").append(running.text);
  const bool small = std::any_of(result.periods.begin(), result.periods.end(),
                                 [](const Attainment& period) { return period.small_sample; });
  if (small) finished.append(" · ").append(said(PageText::note_small_sample, {}, style));
  return {finished, attained == over ? Tone::good : Tone::bad};
}

Cell period_verdict(const Attainment& period, DateStyle style) {
  if (!period.attained) return {};
  const bool is_attained = *period.attained;
  const auto text = period.provisional
                        ? (is_attained ? PageText::attained_so_far : PageText::missed_so_far)
                        : (is_attained ? PageText::attained : PageText::missed);
  return {said(text, {}, style), is_attained ? Tone::good : Tone::bad};
}

std::string period_notes(const Attainment& period, DateStyle style) {
  std::string notes;
  const auto note = [&](bool holds, PageText text) {
    if (!holds) return;
    if (!notes.empty()) notes += ", ";
    notes += said(text, {}, style);
  };
  note(period.partial, PageText::note_partial);
  note(period.ramp_up, PageText::note_ramp_up);
  note(period.voided_by_volume, PageText::note_volume);
  note(period.small_sample, PageText::note_small_sample);
  return notes;
}

std::string targets_table(const Scorecard& card, const std::vector<const TargetResult*>& results,
                          const PageStyle& style) {
  return TargetRows{card, style}.text(results);
}

std::string periods_table(const Scorecard& card, const std::vector<const TargetResult*>& results,
                          const PageStyle& style) {
  const auto language = style.language;
  Table table{{{.title = page_title(PageText::column_target, language)},
               {.title = page_title(PageText::column_period, language)},
               {.title = page_title(PageText::column_met, language), .align = Align::right},
               {.title = page_title(PageText::column_rate, language), .align = Align::right},
               {.title = page_title(PageText::column_required, language)},
               {.title = page_title(PageText::column_attained, language)},
               {.title = page_title(PageText::column_note, language), .rank = 1}}};
  MetCells met{language};
  for (const auto* result : results) {
    for (const auto& period : result->periods) met.see(period.net_agreed);
  }
  for (const auto* result : results) {
    const auto& commitment = commitment_of(card, *result);
    auto name = commitment.id;
    for (const auto& period : result->periods) {
      const auto figure = period.statistic ? length_text(*period.statistic, language)
                                           : rate_cell(period.net_agreed, language);
      table.add({{name, Tone::strong},
                 {period_text(period.period, language)},
                 {met.cell(period.net_agreed)},
                 {figure},
                 {required_words(commitment.measurement, period.required, language)},
                 period_verdict(period, {.language = language}),
                 {period_notes(period, {.language = language}), Tone::faint}});
      name.clear();
    }
  }
  return table.text({.width = style.width, .colours = style.colours, .gap = gap_of(style)});
}

}  // namespace vigie
