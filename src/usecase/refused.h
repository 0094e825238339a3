// Why an act was not done: the user's fault, in a word of a closed list.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/result.h"
#include "vocabulary/http.h"

namespace vigie {

struct Refused {
  Refusal refusal{};
  std::vector<std::pair<std::string, std::string>> arguments;  // for the holes of its sentence
  std::vector<Fault> faults;                                   // of a document, each with its place
};

/// Without a document; `arguments` fill the holes of its sentence.
inline Refused refused(Refusal refusal,
                       std::vector<std::pair<std::string, std::string>> arguments = {}) {
  return {.refusal = refusal, .arguments = std::move(arguments), .faults = {}};
}

template <class T>
using Outcome = Result<T, Refused>;

}  // namespace vigie
