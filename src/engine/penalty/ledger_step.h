// The steps of a derivation, written in one expression each.
#pragma once

#include <utility>

#include "engine/penalty/ledger.h"
#include "vocabulary/ledger.h"

namespace vigie {

/// A whole amount is shown as money, a broken one exactly.
LedgerValue money_value(Exact minor, Currency currency);

/// A rate to show: as it was counted when it fits, else cut to twelve decimals.
Ratio shown_ratio(Exact rate);

inline LedgerWord ledger_word(PriceState state) {
  return &Vocabulary<PriceState>::words[static_cast<std::size_t>(state)];
}
inline LedgerWord ledger_word(UnitCount count) {
  return &Vocabulary<UnitCount>::words[static_cast<std::size_t>(count)];
}
inline LedgerWord ledger_word(CapPer per) {
  return &Vocabulary<CapPer>::words[static_cast<std::size_t>(per)];
}

/// Appends a step without a figure of its own.
inline LedgerStep& say(std::vector<LedgerStep>& steps, LedgerTopic topic, LedgerStepWord word,
                       std::vector<LedgerArgument> arguments = {}) {
  return steps.emplace_back(
      LedgerStep{.topic = topic, .word = word, .arguments = std::move(arguments)});
}

/// Appends a step with the figure that it brings.
inline LedgerStep& show(std::vector<LedgerStep>& steps, LedgerTopic topic, LedgerValue figure,
                        LedgerStepWord word, std::vector<LedgerArgument> arguments = {}) {
  LedgerStep& step = say(steps, topic, word, std::move(arguments));
  step.figure = std::move(figure);
  return step;
}

}  // namespace vigie
