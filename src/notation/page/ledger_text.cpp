#include <algorithm>

#include "notation/page/figures.h"
#include "notation/page/ledger.h"
#include "notation/page/money_text.h"
#include "notation/page/scorecard_words.h"
#include "notation/page/table.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : " · ") + part;
  return text;
}

class LedgerPage {
 public:
  LedgerPage(const LedgerView& view, const PageStyle& style) : view_(view), style_(style) {}

  std::string text() const {
    const auto& ledger = view_.ledger;
    if (ledger.lines.empty()) return paragraph(say(PageText::no_penalties), Tone::plain);
    std::string page;
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
      if (i > 0) page += "\n";
      page += line_text(ledger.lines[i]);
      const bool is_last = i + 1 == ledger.lines.size() ||
                           ledger.lines[i + 1].period != ledger.lines[i].period ||
                           ledger.lines[i + 1].agreement != ledger.lines[i].agreement;
      if (is_last) page += totals_after(ledger.lines[i]);
    }
    return page;
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, {.language = view_.language});
  }

  std::string paragraph(const std::string& text, Tone tone) const {
    std::string lines;
    for (const auto& line : wrapped(text, style_.width)) {
      lines += toned(line, tone, style_.colours) + "\n";
    }
    return lines;
  }

  /// "2026-11 · acme@2 · 7.3 Response P1 · penalty, outside VAT".
  std::string title(const LedgerLine& line) const {
    const auto& agreement = view_.terms.agreement(line.agreement);
    std::vector<std::string> parts{line.period,
                                   agreement.id + "@" + std::to_string(agreement.version),
                                   line_label(line, view_)};
    if (line.ticket) {
      parts.emplace_back(view_.names.text(*line.ticket));
    } else if (line.commitment) {
      parts.push_back(agreement.commitments[*line.commitment].id);
    }
    if (line.kind == LedgerLineKind::earned_back) {
      parts.emplace_back(word_of(line.kind, view_.language));
    }
    parts.emplace_back(word_of(line.nature, view_.language));
    if (line.state != PenaltyState::computed) {
      parts.emplace_back(word_of(line.state, view_.language));
    }
    if (line.provisional) parts.push_back(say(PageText::provisional));
    return joined(parts);
  }

  static bool is_above_table(const LedgerStep& step) {
    return step.topic == LedgerTopic::achieved || step.topic == LedgerTopic::basis;
  }
  static bool is_below_table(const LedgerStep& step) {
    return step.topic == LedgerTopic::supplier || step.topic == LedgerTopic::split;
  }

  std::string line_text(const LedgerLine& line) const {
    auto text = paragraph(title(line), Tone::strong);
    Table table{
        {{.title = ""}, {.title = "", .align = Align::right}, {.title = "", .may_wrap = true}}};
    std::string basis;
    for (const auto& step : line.steps) {
      const auto sentence = step_text(step, line.agreement, view_);
      if (step.topic == LedgerTopic::basis) {
        basis += indented(sentence, Tone::faint);
      } else if (is_above_table(step)) {
        text += indented(sentence, Tone::plain);
      } else if (!is_below_table(step)) {
        add_step(table, step, sentence, line);
      }
    }
    text += table.text(
        {.width = style_.width, .colours = style_.colours, .indent = "  ", .gap = "   "});
    return text + result(line) + basis;
  }

  void add_step(Table& table, const LedgerStep& step, const std::string& sentence,
                const LedgerLine& line) const {
    const bool has_label = step.topic != LedgerTopic::amount;
    const auto label = has_label ? std::string{word_of(step.topic, view_.language)} : "";
    auto figure = step.figure ? figure_text(*step.figure, line.agreement, view_) : std::string{};
    const auto* points = step.figure ? std::get_if<Factor>(&*step.figure) : nullptr;
    if (points != nullptr && step.topic == LedgerTopic::rate) {
      figure =
          say(PageText::figure_in_points, {{"points", number_text(points->value, view_.language)}});
    }
    table.add({{label}, {figure}, {sentence}});
  }

  std::string indented(const std::string& text, Tone tone) const {
    std::string lines;
    for (const auto& line : wrapped(text, style_.width - 2)) {
      lines += "  " + toned(line, tone, style_.colours) + "\n";
    }
    return lines;
  }

  /// "= 2,400.00 EUR   of which Alpha owes back ...".
  std::string result(const LedgerLine& line) const {
    const bool in_points = line.clause && line.points != 0 && line.amount.minor == 0;
    auto text = in_points ? say(PageText::points_of_line, {{"points", line.points}})
                          : money_text(line.amount, view_.language);
    const auto tone = line.amount.minor == 0 ? Tone::plain : Tone::strong;
    auto page = "= " + toned(text, tone, style_.colours);
    std::vector<std::string> below;
    for (const auto& step : line.steps) {
      if (is_below_table(step)) below.push_back(share_text(step, line));
    }
    if (below.empty()) return page + "\n";
    const auto beside = joined(below);
    if (width_of(text) + width_of(beside) + 5 <= style_.width) return page + "   " + beside + "\n";
    page += "\n";
    for (const auto& part : below) page += indented(part, Tone::plain);
    return page;
  }

  std::string share_text(const LedgerStep& step, const LedgerLine& line) const {
    const auto sentence = step_text(step, line.agreement, view_);
    if (step.topic != LedgerTopic::split || !step.figure) return sentence;
    return figure_text(*step.figure, line.agreement, view_) + " " + sentence;
  }

  std::string totals_after(const LedgerLine& line) const {
    std::string text;
    for (const auto& total : view_.ledger.totals) {
      if (total.agreement == line.agreement && total.period == line.period) {
        text += "\n" + paragraph(ledger_total_text(total, view_), Tone::strong);
      }
    }
    return text;
  }

  const LedgerView& view_;
  const PageStyle& style_;
};

}  // namespace

std::string ledger_total_text(const LedgerTotal& total, const LedgerView& view) {
  const auto& agreement = view.terms.agreement(total.agreement);
  const auto name = agreement.id + "@" + std::to_string(agreement.version);
  std::vector<Argument> arguments{{"agreement", name},
                                  {"period", period_text(total.period, view.language)},
                                  {"due", money_text(total.due, view.language)}};
  if (total.held.minor != 0) arguments.push_back({"held", money_text(total.held, view.language)});
  if (total.released.minor != 0) {
    arguments.push_back({"released", money_text(total.released, view.language)});
  }
  if (total.points != 0) arguments.push_back({"points", total.points});
  if (total.provisional) {
    arguments.push_back(
        {"provisional", std::string{word_of(PageText::provisional, view.language)}});
  }
  return said(PageText::ledger_total, arguments, {.language = view.language});
}

std::string ledger_text(const LedgerView& view, const PageStyle& style) {
  return LedgerPage{view, style}.text();
}

}  // namespace vigie
