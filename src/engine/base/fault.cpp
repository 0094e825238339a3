#include "engine/base/fault.h"

#include "engine/base/fill.h"
#include "vocabulary/fault.h"

namespace vigie {

std::string message_of(const Fault& fault, Language language) {
  return fill(word_of(fault.code, language), fault.arguments);
}

std::string message_of(const Warning& warning, Language language) {
  return fill(word_of(warning.code, language), warning.arguments);
}

std::string meaning_of(const Cure& cure, Language language) {
  return fill(word_of(cure.means, language), cure.arguments);
}

}  // namespace vigie
