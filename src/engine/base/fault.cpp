#include "engine/base/fault.h"

#include "engine/base/fill.h"

namespace vigie {

std::string message_of(const Fault& fault, Language language) {
  return fill(word_of(fault.code, language), fault.arguments);
}

}  // namespace vigie
