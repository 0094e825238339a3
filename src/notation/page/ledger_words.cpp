#include "notation/page/ledger_words.h"

#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/sentence.h"
#include "vocabulary/ledger.h"
#include "vocabulary/page_text.h"

namespace vigie {
namespace {

constexpr int decimals_of_rates = 2;

/// A rate is shown whole when four decimals say it, else cut for the eye.
std::string rate_words(Ratio rate, Language language) {
  const auto whole = required_text(rate, language);
  const bool is_fraction = whole.find('/') != std::string::npos || whole.size() > 9;
  return is_fraction ? rate_text(rate, decimals_of_rates, language) : whole;
}

/// In a sentence a factor stands after its "x"; as a figure it brings its own.
struct ValueWords {
  const LedgerView& view;
  std::uint32_t agreement;
  bool is_figure;

  DateStyle dates() const { return {.language = view.language, .with_year = true}; }

  std::string operator()(std::int64_t count) const { return count_text(count, view.language); }
  std::string operator()(Money money) const { return money_text(money, view.language); }
  std::string operator()(const ExactMoney& money) const {
    return exact_text(money.minor, money.currency, view.language);
  }
  std::string operator()(Ratio rate) const { return rate_words(rate, view.language); }
  std::string operator()(const Factor& factor) const {
    return (is_figure ? "x " : "") + number_text(factor.value, view.language);
  }
  std::string operator()(Duration length) const {
    return length_text(length, view.language, LengthStyle::spoken);
  }
  std::string operator()(Instant at) const {
    return moment_text(view.terms.zone(agreement).civil(at), dates());
  }
  std::string operator()(CivilDay day) const { return date_text(day, dates()); }
  std::string operator()(LedgerWord word) const {
    return std::string{view.language == Language::fr ? word->fr : word->en};
  }
  std::string operator()(const std::string& text) const { return text; }
};

ArgumentValue argument_value(const LedgerArgument& argument, const ValueWords& words) {
  if (const auto* count = std::get_if<std::int64_t>(&argument.value)) return *count;
  const auto* text = std::get_if<std::string>(&argument.value);
  if (text != nullptr && argument.name == "period") {
    return period_text(*text, words.view.language);
  }
  return std::visit(words, argument.value);
}

const PenaltyClause* clause_of(const LedgerLine& line, const LedgerView& view) {
  const auto& schedule = view.terms.agreement(line.agreement).penalties;
  return line.clause && schedule ? &schedule->clauses[*line.clause] : nullptr;
}

}  // namespace

std::string figure_text(const LedgerValue& value, std::uint32_t agreement, const LedgerView& view) {
  return std::visit(ValueWords{view, agreement, true}, value);
}

std::string step_text(const LedgerStep& step, std::uint32_t agreement, const LedgerView& view) {
  const ValueWords words{view, agreement, false};
  std::vector<Argument> arguments;
  for (const auto& argument : step.arguments) {
    arguments.push_back({argument.name, argument_value(argument, words)});
  }
  return filled(word_of(step.word, view.language), arguments, words.dates());
}

std::string line_label(const LedgerLine& line, const LedgerView& view) {
  const auto* clause = clause_of(line, view);
  if (clause == nullptr) {
    return std::string{word_of(LedgerLineKind::points_table, view.language)};
  }
  const auto& name = clause->label.empty() ? clause->id : clause->label;
  return clause->clause.empty() ? name : clause->clause + " " + name;
}

std::string line_id(const LedgerLine& line, const LedgerView& view) {
  const auto* clause = clause_of(line, view);
  return clause == nullptr ? "points" : clause->id;
}

}  // namespace vigie
