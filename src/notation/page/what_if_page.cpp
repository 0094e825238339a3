#include "notation/page/what_if_page.h"

#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/what_if_cells.h"

namespace vigie {
namespace {

struct AttainedPeriods {
  std::int64_t attained = 0;
  std::int64_t over = 0;
};

AttainedPeriods attained_of(const TargetDifference& target,
                            std::optional<bool> PeriodDifference::* side) {
  AttainedPeriods sum;
  for (const PeriodDifference& period : target.periods) {
    if (period.provisional || !(period.*side)) continue;
    ++sum.over;
    sum.attained += *(period.*side) ? 1 : 0;
  }
  return sum;
}

class Page {
 public:
  Page(const WhatIfPage& page, const PageStyle& style)
      : page_(page), style_(style), dates_{.language = style.language} {}

  std::string text() const {
    std::string text = header() + "\n" + targets();
    if (const auto moving = periods(); !moving.empty()) {
      text += "\n" + say(PageText::periods_that_move) + "\n" + moving;
    }
    text += "\n" + flips();
    if (const auto money = amounts(); !money.empty()) text += "\n" + money;
    return text + say(PageText::next, {{"steps", say(PageText::what_if_steps)}}) + "\n";
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, dates_);
  }

  std::string header() const {
    return say(PageText::what_if_header,
               {counted("tickets", page_.tickets),
                {"as_of", Moment{.at = page_.as_of, .local = page_.as_of_local}}}) +
           "\n";
  }

  std::vector<TableColumn> columns(PageText first) const {
    return {{.title = say(first)},
            {.title = say(PageText::column_before), .align = Align::right},
            {.title = say(PageText::column_rate), .align = Align::right},
            {.title = say(PageText::column_attained)},
            {.title = say(PageText::column_after), .align = Align::right},
            {.title = say(PageText::column_rate), .align = Align::right},
            {.title = say(PageText::column_attained)}};
  }

  std::string table_text(const Table& table) const {
    return table.text({.width = style_.width, .colours = style_.colours});
  }

  /// "16,826 / 22,010", the rate, and whether it was attained.
  void add_side(std::vector<Cell>& row, const MetCells& cells, const Tally& tally,
                Cell attained) const {
    row.push_back({cells.cell(tally)});
    row.push_back({rate_cell(tally, style_.language)});
    row.push_back(std::move(attained));
  }

  Cell attained_cell(AttainedPeriods sum) const {
    if (sum.over == 0) return {};
    return {say(PageText::so_many_of, {{"some", sum.attained}, {"all", sum.over}})};
  }

  Cell attained_cell(std::optional<bool> attained) const {
    if (!attained) return {};
    return {*attained ? "✔" : "✖", *attained ? Tone::good : Tone::bad};
  }

  std::string targets() const {
    Table table{columns(PageText::column_target)};
    MetCells before{style_.language};
    MetCells after{style_.language};
    for (const TargetDifference& target : page_.difference.targets) {
      before.see(target.before);
      after.see(target.after);
    }
    for (const TargetDifference& target : page_.difference.targets) {
      std::vector<Cell> row{{target.target}};
      add_side(row, before, target.before,
               attained_cell(attained_of(target, &PeriodDifference::attained_before)));
      add_side(row, after, target.after,
               attained_cell(attained_of(target, &PeriodDifference::attained_after)));
      table.add(std::move(row));
    }
    return table_text(table);
  }

  std::string periods() const {
    Table table{columns(PageText::column_period)};
    MetCells before{style_.language};
    MetCells after{style_.language};
    const auto each = [&](const auto& act) {
      for (const TargetDifference& target : page_.difference.targets) {
        for (const PeriodDifference& period : target.periods) {
          if (period.moves()) act(target, period);
        }
      }
    };
    each([&](const TargetDifference&, const PeriodDifference& period) {
      before.see(period.before);
      after.see(period.after);
    });
    each([&](const TargetDifference& target, const PeriodDifference& period) {
      std::vector<Cell> row{{target.target + "  " + period_text(period.period, style_.language)}};
      add_side(row, before, period.before, attained_cell(period.attained_before));
      add_side(row, after, period.after, attained_cell(period.attained_after));
      table.add(std::move(row));
    });
    return table.is_empty() ? std::string{} : table_text(table);
  }

  std::string flips() const {
    std::string text =
        say(PageText::flips_counted, {counted("count", page_.difference.flips.size())}) + "\n";
    Table table{{{.align = Align::right}, {}, {.may_wrap = true}}};
    for (const FlipKind& kind : kinds_of(page_.difference.flips)) {
      std::string examples;
      for (const Flip* flip : kind.first) {
        examples.append(examples.empty() ? "" : ", ").append(page_.names.text(flip->ticket));
      }
      table.add({{count_text(static_cast<std::int64_t>(kind.count), style_.language)},
                 {verdict_text(kind.before, style_.language) + " → " +
                  verdict_text(kind.after, style_.language)},
                 {examples}});
    }
    return text + (table.is_empty() ? std::string{} : table_text(table));
  }

  std::string amounts() const {
    std::string text;
    for (const auto& [currency, sum] : sums_of(page_.amounts)) {
      const auto amount = [&, &unit = currency](std::int64_t minor) {
        return money_text({minor, unit}, style_.language);
      };
      text += say(PageText::amounts_of_both,
                  {{"before", amount(sum.before_minor)},
                   {"after", amount(sum.after_minor)},
                   {"difference", amount(sum.after_minor - sum.before_minor)}}) +
              "\n";
    }
    return text;
  }

  const WhatIfPage& page_;
  const PageStyle& style_;
  DateStyle dates_;
};

}  // namespace

std::string what_if_text(const WhatIfPage& page, const PageStyle& style) {
  return Page{page, style}.text();
}

std::string sweep_text(const std::vector<SweepLine>& lines, const PageStyle& style) {
  const DateStyle dates{.language = style.language};
  const auto title = [&](PageText text) { return said(text, {}, dates); };
  Table table{{{.title = title(PageText::column_value), .align = Align::right},
               {.title = title(PageText::column_met), .align = Align::right},
               {.title = title(PageText::column_rate), .align = Align::right},
               {.title = title(PageText::column_attained)},
               {.title = title(PageText::column_flips), .align = Align::right},
               {.title = title(PageText::column_penalties), .align = Align::right}}};
  MetCells cells{style.language};
  for (const SweepLine& line : lines) cells.see(line.tally);
  for (const SweepLine& line : lines) {
    std::string amounts;
    for (const auto& [currency, sum] : sums_of(line.amounts)) {
      amounts.append(amounts.empty() ? "" : " · ")
          .append(money_text({sum.after_minor, currency}, style.language));
    }
    table.add(
        {{line.value},
         {cells.cell(line.tally)},
         {rate_cell(line.tally, style.language)},
         {said(PageText::so_many_of, {{"some", line.attained}, {"all", line.periods}}, dates)},
         {count_text(static_cast<std::int64_t>(line.flips), style.language)},
         {amounts}});
  }
  return table.text({.width = style.width, .colours = style.colours});
}

}  // namespace vigie
