// The penalties of one agreement in a scorecard: its lines when they are few, and the totals of its
// periods.
#include <algorithm>

#include "notation/page/figures.h"
#include "notation/page/ledger.h"
#include "notation/page/money_text.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/table.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

constexpr std::int64_t most_lines = 12;

/// What the customer is owed: a bonus takes off the total.
Money owed(const LedgerLine& line) {
  const bool is_bonus = line.nature == PenaltyNature::bonus;
  return {is_bonus ? -line.amount.minor : line.amount.minor, line.amount.currency};
}

/// "computed", "held below the threshold", "bonus": of a bonus its nature says more.
std::string state_words(const LedgerLine& line, Language language) {
  if (line.nature == PenaltyNature::bonus) return std::string{word_of(line.nature, language)};
  return std::string{word_of(line.state, language)};
}

class LedgerSection {
 public:
  LedgerSection(const LedgerView& view, std::uint32_t agreement, const PageStyle& style)
      : view_(view), agreement_(agreement), style_(style) {}

  std::string text() const {
    const auto count = static_cast<std::int64_t>(
        std::ranges::count(view_.ledger.lines, agreement_, &LedgerLine::agreement));
    if (count == 0) return {};
    auto text = toned(word(PageText::penalties), Tone::strong, style_.colours) + "\n";
    if (count <= most_lines) return text + lines() + "\n" + totals(false);
    text += totals(true);
    return text + "  " +
           said(PageText::lines_elsewhere, {{"count", count}}, {.language = view_.language}) + "\n";
  }

 private:
  std::string word(PageText text) const { return std::string{word_of(text, view_.language)}; }

  std::string money(Money amount) const {
    return amount.minor == 0 ? std::string{} : money_text(amount, view_.language);
  }

  std::string text_of(const Table& table) const {
    return table.text({.width = style_.width,
                       .colours = style_.colours,
                       .indent = "  ",
                       .gap = style_.width >= 100 ? "   " : "  "});
  }

  /// An amount, or the points that stand in its place.
  std::string owed_text(const LedgerLine& line) const {
    const bool in_points = line.clause && line.points != 0 && line.amount.minor == 0;
    if (!in_points) return money_text(owed(line), view_.language);
    return said(PageText::points_of_line, {{"points", line.points}}, {.language = view_.language});
  }

  std::string lines() const {
    Table table{{{.title = word(PageText::column_period)},
                 {.title = word(PageText::column_line)},
                 {.title = word(PageText::column_about), .rank = 1},
                 {.title = word(PageText::column_amount), .align = Align::right},
                 {.title = word(PageText::column_state)}}};
    const auto& commitments = view_.terms.agreement(agreement_).commitments;
    for (const auto& line : view_.ledger.lines) {
      if (line.agreement != agreement_) continue;
      const auto about = line.ticket       ? std::string{view_.names.text(*line.ticket)}
                         : line.commitment ? commitments[*line.commitment].id
                                           : std::string{};
      table.add({{period_text(line.period, view_.language)},
                 {line_id(line, view_)},
                 {about},
                 {owed_text(line)},
                 {state_words(line, view_.language)}});
    }
    return text_of(table);
  }

  std::string note_of(const LedgerTotal& total) const {
    std::string note;
    if (total.released.minor != 0) {
      note = said(PageText::released_until_then,
                  {{"released", money_text(total.released, view_.language)}},
                  {.language = view_.language});
    }
    if (total.provisional) {
      note += (note.empty() ? "" : ", ") + word(PageText::provisional);
    }
    return note;
  }

  std::string lines_of(const LedgerTotal& total) const {
    const auto count = std::ranges::count_if(view_.ledger.lines, [&](const LedgerLine& line) {
      return line.agreement == agreement_ && line.period == total.period;
    });
    return count_text(count, view_.language);
  }

  /// One row a period. With how many lines it has when they are not shown.
  std::string totals(bool with_lines) const {
    Table table{
        {{.title = word(PageText::column_period)},
         {.title = with_lines ? word(PageText::column_lines) : "", .align = Align::right},
         {.title = word(PageText::column_due_amount), .align = Align::right},
         {.title = any(&LedgerTotal::held) ? word(PageText::column_held_amount) : "",
          .align = Align::right},
         {.title = has_points() ? word(PageText::column_points) : "", .align = Align::right},
         {.title = "", .may_wrap = true}}};
    for (const auto& total : view_.ledger.totals) {
      if (total.agreement != agreement_) continue;
      table.add({{period_text(total.period, view_.language)},
                 {with_lines ? lines_of(total) : std::string{}},
                 {money_text(total.due, view_.language), Tone::strong},
                 {money(total.held)},
                 {total.points == 0 ? std::string{} : count_text(total.points, view_.language)},
                 {note_of(total), Tone::faint}});
    }
    return text_of(table);
  }

  bool any(Money LedgerTotal::* amount) const {
    return std::ranges::any_of(view_.ledger.totals, [&](const LedgerTotal& total) {
      return total.agreement == agreement_ && (total.*amount).minor != 0;
    });
  }
  bool has_points() const {
    return std::ranges::any_of(view_.ledger.totals, [&](const LedgerTotal& total) {
      return total.agreement == agreement_ && total.points != 0;
    });
  }

  const LedgerView& view_;
  std::uint32_t agreement_;
  const PageStyle& style_;
};

}  // namespace

std::string penalties_section(const LedgerView& view, std::uint32_t agreement,
                              const PageStyle& style) {
  return LedgerSection{view, agreement, style}.text();
}

}  // namespace vigie
