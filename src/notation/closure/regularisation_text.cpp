// Lines of regularisation for people.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "notation/closure/closure_page.h"
#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/closure.h"

namespace vigie {
namespace {

constexpr std::size_t most_tickets = 6;

struct Count {
  std::int64_t Tally::* of;
  PageText text;
};
constexpr Count counts[] = {{&Tally::met, PageText::count_met},
                            {&Tally::missed, PageText::count_missed},
                            {&Tally::excluded, PageText::count_excluded},
                            {&Tally::not_measurable, PageText::count_not_measurable},
                            {&Tally::merged, PageText::count_merged},
                            {&Tally::cancelled, PageText::count_cancelled}};

std::string_view sign_of(std::int64_t number) { return number < 0 ? "−" : "+"; }

/// An amount with its sign, also when it is more.
std::string moved_text(Money money, Language language) {
  return (money.minor > 0 ? "+" : "") + money_text(money, language);
}

class RegularisationPage {
 public:
  explicit RegularisationPage(const PageStyle& style)
      : style_(style), dates_{.language = style.language} {}

  void add(const Regularisation& one) {
    std::string& page = open(one.booked_in);
    page += paragraph(say(PageText::regularised_figure,
                          {{"agreement", fmt::format("{}@{}", one.agreement, one.version)},
                           {"target", one.target},
                           {"period", period_text(one.period, style_.language)},
                           {"closed", figure_of(one.closed)},
                           {"now", figure_of(one.now)}}),
                      "  ");
    for (const RegularisationLine& line : one.lines) {
      page += paragraph(line_of(line, one.period), "    ");
    }
  }

  void add(const AmountRegularisation& one) {
    std::vector<Argument> arguments{
        {"agreement", fmt::format("{}@{}", one.agreement, one.closed.version)},
        {"clause", one.closed.clause},
        {"period", period_text(one.closed.due_in, style_.language)},
        {"closed", money_text(due_of(one.closed), style_.language)},
        {"now", money_text(due_of(one.now), style_.language)},
        {"difference", moved_text(one.difference(), style_.language)},
        {"cause", some_word(one.cause)}};
    if (!one.closed.target.empty()) arguments.push_back({"target", one.closed.target});
    if (!one.closed.ticket.empty()) arguments.push_back({"ticket", one.closed.ticket});
    open(one.booked_in) += paragraph(say(PageText::regularised_amount, arguments), "  ");
  }

  std::string text() const {
    std::string all;
    for (const auto& [period, page] : pages_) {
      const auto title =
          say(PageText::regularised_title, {{"period", period_text(period, style_.language)}});
      all += "\n" + toned(title, Tone::strong, style_.colours) + "\n" + page;
    }
    return all;
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, dates_);
  }

  std::string& open(const std::string& period) { return pages_[period]; }

  std::string paragraph(const std::string& text, std::string_view indent) const {
    std::string lines;
    for (const auto& line : wrapped(text, style_.width - indent.size())) {
      lines.append(lines.empty() ? indent : std::string(indent.size() + 2, ' '));
      lines.append(line).append("\n");
    }
    return lines;
  }

  std::string figure_of(const Attainment& figure) const {
    std::string text;
    if (figure.availability) {
      text = rate_text(figure.rate.value_or(Ratio{0, 0}), 3, style_.language);
    } else if (figure.statistic) {
      text = length_text(*figure.statistic, style_.language);
    } else {
      const Tally& net = figure.net_agreed;
      text =
          fmt::format("{} / {}, {}", count_text(net.met, style_.language),
                      count_text(net.measured(), style_.language), rate_cell(net, style_.language));
    }
    if (!figure.attained) return text;
    return text + ", " + say(*figure.attained ? PageText::attained : PageText::missed);
  }

  std::string line_of(const RegularisationLine& line, const std::string& period) const {
    std::string difference;
    for (const Count& count : counts) {
      const std::int64_t moved = line.difference.*count.of;
      if (moved == 0) continue;
      if (!difference.empty()) difference += ", ";
      difference += sign_of(moved);
      difference += say(count.text, {{"count", moved < 0 ? -moved : moved}});
    }
    if (difference.empty()) difference = say(PageText::regularised_no_count);
    std::vector<Argument> arguments{{"difference", difference}, {"cause", some_word(line.cause)}};
    if (!line.tickets.empty()) arguments.push_back({"tickets", tickets_of(line, period)});
    return say(PageText::regularised_line, arguments);
  }

  std::string tickets_of(const RegularisationLine& line, const std::string& period) const {
    std::string text;
    const std::size_t shown = std::min(line.tickets.size(), most_tickets);
    for (std::size_t i = 0; i < shown; ++i) {
      const MovedTicket& moved = line.tickets[i];
      if (i > 0) text += ", ";
      text += say(PageText::regularised_ticket, {{"ticket", moved.ticket()},
                                                 {"before", verdict_of(moved.before, period)},
                                                 {"now", verdict_of(moved.now, period)}});
    }
    if (shown == line.tickets.size()) return text;
    return text + " " +
           say(PageText::regularised_more, {counted("count", line.tickets.size() - shown)});
  }

  std::string verdict_of(const std::optional<CountedTicket>& ticket,
                         const std::string& period) const {
    if (ticket) return std::string{word_of(ticket->counted, style_.language)};
    return say(PageText::regularised_outside, {{"period", period_text(period, style_.language)}});
  }

  const PageStyle& style_;
  DateStyle dates_;
  std::map<std::string, std::string> pages_;  // by period of booking
};

}  // namespace

std::string regularisation_text(const std::vector<Regularisation>& figures,
                                const std::vector<AmountRegularisation>& amounts,
                                const PageStyle& style) {
  RegularisationPage page{style};
  for (const Regularisation& one : figures) page.add(one);
  for (const AmountRegularisation& one : amounts) page.add(one);
  std::string text = page.text();
  std::map<Currency, std::int64_t> sums;
  for (const AmountRegularisation& one : amounts) {
    sums[one.difference().currency] += one.difference().minor;
  }
  for (const auto& [currency, minor] : sums) {
    const auto sum = moved_text({.minor = minor, .currency = currency}, style.language);
    text += said(PageText::regularised_sum, {{"difference", sum}}, {.language = style.language});
    text += "\n";
  }
  return text;
}

}  // namespace vigie
