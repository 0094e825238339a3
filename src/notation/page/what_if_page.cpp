#include "notation/page/what_if_page.h"

#include <algorithm>
#include <set>

#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/what_if_cells.h"

namespace vigie {
namespace {

constexpr int decimals_of_availability = 3;

struct AttainedPeriods {
  std::int64_t attained = 0;
  std::int64_t over = 0;
};

AttainedPeriods attained_of(const TargetDifference& target, PeriodSide PeriodDifference::* side) {
  AttainedPeriods sum;
  for (const PeriodDifference& period : target.periods) {
    const std::optional<bool>& attained = (period.*side).attained;
    if (period.provisional || !attained) continue;
    ++sum.over;
    sum.attained += *attained ? 1 : 0;
  }
  return sum;
}

/// One side of a line.
struct Side {
  const Tally& tally;
  const std::optional<UpTime>& up;
  Cell attained;
};

class Page {
 public:
  Page(const WhatIfPage& page, const PageStyle& style)
      : page_(page), style_(style), dates_{.language = style.language} {
    std::set<std::string> agreements;
    for (const TargetDifference& target : page.difference.targets) {
      agreements.insert(target.agreement);
    }
    names_agreements_ = agreements.size() > 1;
  }

  std::string text() const {
    std::string text = header() + "\n" + targets();
    if (const auto moving = periods(); !moving.empty()) {
      text += "\n" + toned(say(PageText::periods_that_move), Tone::strong, style_.colours) + "\n" +
              moving;
    }
    text += "\n" + flips();
    if (const auto money = amounts(); !money.empty()) text += "\n" + money;
    return text + "\n" + paragraph(say(PageText::next, {{"steps", say(PageText::what_if_steps)}}));
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, dates_);
  }

  std::string paragraph(const std::string& text) const {
    std::string lines;
    for (const auto& line : wrapped(text, style_.width)) lines += line + "\n";
    return lines;
  }

  std::string header() const {
    return paragraph(what_if_header(page_.asked, style_)) + paragraph(asked_text());
  }

  std::string asked_text() const {
    std::string changes;
    for (const auto& one : page_.asked.changes) changes += (changes.empty() ? "" : ", ") + one;
    std::vector<Argument> arguments{{"changes", changes}};
    if (page_.asked.from) arguments.push_back({"from", *page_.asked.from});
    return say(PageText::what_if_asked, arguments);
  }

  std::string name_of(const TargetDifference& target) const {
    return names_agreements_ ? target.agreement + " " + target.target : target.target;
  }

  Table table_of(std::vector<TableColumn> first) const {
    std::vector<TableColumn> columns = std::move(first);
    for (const auto side : {PageText::column_before, PageText::column_after}) {
      columns.push_back({.title = say(side), .align = Align::right});
      columns.push_back({.title = say(PageText::column_rate), .align = Align::right});
      columns.push_back({.title = say(PageText::column_attained), .rank = 1});
    }
    return Table{std::move(columns)};
  }

  std::string table_text(const Table& table) const {
    return table.text({.width = style_.width,
                       .colours = style_.colours,
                       .gap = style_.width >= 100 ? "   " : "  "});
  }

  /// "16,826 / 22,010", or the time down; the rate; whether it was attained.
  void add_side(std::vector<Cell>& row, const MetCells& cells, Side side) const {
    if (side.up) {
      const auto rate = rate_of(side.up);
      row.push_back({say(PageText::down_for, {{"length", side.up->down}})});
      row.push_back({rate ? rate_text(*rate, decimals_of_availability, style_.language) : "-"});
    } else {
      row.push_back({cells.cell(side.tally)});
      row.push_back({rate_cell(side.tally, style_.language)});
    }
    row.push_back(std::move(side.attained));
  }

  Cell attained_cell(AttainedPeriods sum) const {
    if (sum.over == 0) return {};
    return {say(PageText::so_many_of, {{"some", sum.attained}, {"all", sum.over}})};
  }

  Cell attained_cell(std::optional<bool> attained) const {
    if (!attained) return {};
    return {*attained ? "✔" : "✖", *attained ? Tone::good : Tone::bad};
  }

  /// The targets that move; of the others how many they are.
  std::string targets() const {
    std::vector<const TargetDifference*> moving;
    MetCells before{style_.language};
    MetCells after{style_.language};
    for (const TargetDifference& target : page_.difference.targets) {
      if (!target.moves()) continue;
      moving.push_back(&target);
      before.see(target.before.tally);
      after.see(target.after.tally);
    }
    Table table = table_of({{.title = say(PageText::column_target)}});
    for (const TargetDifference* target : moving) {
      std::vector<Cell> row{{name_of(*target), Tone::strong}};
      add_side(row, before,
               {.tally = target->before.tally,
                .up = target->before.up,
                .attained = attained_cell(attained_of(*target, &PeriodDifference::before))});
      add_side(row, after,
               {.tally = target->after.tally,
                .up = target->after.up,
                .attained = attained_cell(attained_of(*target, &PeriodDifference::after))});
      table.add(std::move(row));
    }
    const auto still = page_.difference.targets.size() - moving.size();
    const std::string others =
        still == 0 ? std::string{}
                   : say(PageText::targets_that_stay, {counted("count", still)}) + "\n";
    return (table.is_empty() ? std::string{} : table_text(table)) + others;
  }

  std::string periods() const {
    Table table = table_of(
        {{.title = say(PageText::column_target)}, {.title = say(PageText::column_period)}});
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
      before.see(period.before.tally);
      after.see(period.after.tally);
    });
    std::string last;
    each([&](const TargetDifference& target, const PeriodDifference& period) {
      const std::string name = name_of(target);
      std::vector<Cell> row{{name == last ? std::string{} : name, Tone::strong},
                            {period_text(period.period, style_.language)}};
      add_side(row, before,
               {.tally = period.before.tally,
                .up = period.before.up,
                .attained = attained_cell(period.before.attained)});
      add_side(row, after,
               {.tally = period.after.tally,
                .up = period.after.up,
                .attained = attained_cell(period.after.attained)});
      table.add(std::move(row));
      last = name;
    });
    return table.is_empty() ? std::string{} : table_text(table);
  }

  std::string flips() const {
    std::string text =
        toned(say(page_.difference.flips.empty() ? PageText::flips_none : PageText::flips_counted,
                  {counted("count", page_.difference.flips.size())}),
              Tone::strong, style_.colours) +
        "\n";
    Table table{{{.align = Align::right}, {}, {}, {.may_wrap = true}}};
    for (const FlipKind& kind : kinds_of(page_.difference.flips)) {
      std::string examples;
      for (const Flip* flip : kind.first) {
        examples.append(examples.empty() ? "" : ", ").append(page_.names.text(flip->ticket));
      }
      if (kind.count > kind.first.size()) examples += " …";
      table.add({{count_text(static_cast<std::int64_t>(kind.count), style_.language)},
                 {name_of(page_.difference.targets[kind.target])},
                 {verdict_text(kind.before, style_.language) + " → " +
                  verdict_text(kind.after, style_.language)},
                 {examples, Tone::faint}});
    }
    return text + (table.is_empty() ? std::string{} : table_text(table));
  }

  std::string amounts() const {
    std::string text;
    for (const auto& [currency, sum] : sums_of(page_.amounts)) {
      const auto amount = [&, &unit = currency](std::int64_t minor) {
        return money_text({minor, unit}, style_.language);
      };
      const std::int64_t moved = sum.after_minor - sum.before_minor;
      std::vector<Argument> arguments{{"before", amount(sum.before_minor)}};
      if (moved != 0) {
        arguments.push_back({"after", amount(sum.after_minor)});
        arguments.push_back({"difference", (moved > 0 ? "+" : "") + amount(moved)});
      }
      text += paragraph(
          say(moved == 0 ? PageText::amounts_that_stay : PageText::amounts_of_both, arguments));
    }
    return text;
  }

  const WhatIfPage& page_;
  const PageStyle& style_;
  DateStyle dates_;
  bool names_agreements_ = false;
};

}  // namespace

std::string what_if_header(const WhatIfAsked& asked, const PageStyle& style) {
  return said(PageText::what_if_header,
              {counted("tickets", asked.tickets),
               {"as_of", Moment{.at = asked.as_of, .local = asked.as_of_local}}},
              {.language = style.language});
}

std::string what_if_text(const WhatIfPage& page, const PageStyle& style) {
  return Page{page, style}.text();
}

}  // namespace vigie
