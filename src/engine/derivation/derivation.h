// Why a figure is what it is: a tree of reasons. Each reason is a code of a closed list with typed
// arguments and the rule it comes from; words are put on it elsewhere, in the reader's language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "engine/calendar/service_calendar.h"
#include "vocabulary/explanation.h"

namespace vigie {

struct Derivation;

/// An instant as the parties read it: on the wall clock of their zone.
struct Moment {
  Instant at;
  CivilTime local;
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// A word of any closed list, e.g. that of an event; shown in the reader's language.
using SomeWord = const Word*;

template <class List>
constexpr SomeWord some_word(List value) {
  return &Vocabulary<List>::words[static_cast<std::size_t>(value)];
}

/// The hours of a week, seven days from Monday.
using Week = std::vector<DayHours>;

/// What an argument may be. Texts are names given by people (parties, tickets, targets).
using ArgumentValue = std::variant<std::string, std::int64_t, Duration, Moment, CivilDay, Ratio,
                                   SomeWord, Week, std::vector<Derivation>>;

/// `name` is a literal: the hole that the value fills.
struct Argument {
  Argument(std::string_view of, ArgumentValue held);
  Argument(const Argument& other);
  Argument(Argument&& other) noexcept;
  Argument& operator=(const Argument& other);
  Argument& operator=(Argument&& other) noexcept;
  ~Argument();

  std::string_view name;
  ArgumentValue value;
};

/// One reason, what it is said of, and the reasons below it.
struct Derivation {
  Explanation code = Explanation::title;
  std::vector<Argument> arguments{};
  std::string_view source{};  // a literal, e.g. "J3"; empty: the facts themselves
  std::vector<Derivation> children{};

  /// The argument of that name; null when there is none.
  const ArgumentValue* argument(std::string_view name) const;
  /// Adds an argument; for building in one expression.
  Derivation& with(std::string_view name, ArgumentValue value);
  /// The first child of that code; null when there is none.
  const Derivation* child(Explanation wanted) const;
};

}  // namespace vigie
