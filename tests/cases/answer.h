// The figure that an expectation asks for, as a case would write it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outcome.h"

namespace vigie::cases {

/// One thing that a page expects, and what was computed.
struct Answer {
  const YamlNode* expected = nullptr;  // a scalar, or a list or mapping written as a whole
  std::string about;                   // "INC-1 resolve elapsed"
  std::string computed;                // as it would be written in the page
  bool agrees = false;
  bool can_be_written = true;  // false: there is nothing of that name
};

/// The answers to all that `expect` asks, in the order of the page.
std::vector<Answer> answers_to(const YamlNode& expect, const Outcome& outcome);

/// The answers about the terms alone: `faults` and `warnings`.
std::vector<Answer> answers_about_terms(const YamlNode& expect, const ReadyTerms& terms);

}  // namespace vigie::cases
