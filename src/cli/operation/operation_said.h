// Sentences of operation in the language of the reader.
#pragma once

#include <string>
#include <vector>

#include "notation/page/sentence.h"
#include "vocabulary/operation.h"

namespace vigie {

inline std::string said(OperationText text, const std::vector<Argument>& arguments,
                        Language language) {
  return filled(word_of(text, language), arguments, {.language = language});
}

}  // namespace vigie
