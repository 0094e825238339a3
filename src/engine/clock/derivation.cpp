#include "engine/clock/derivation.h"

namespace vigie {

const ArgumentValue* Derivation::argument(std::string_view name) const {
  for (const auto& held : arguments) {
    if (held.name == name) return &held.value;
  }
  return nullptr;
}

Derivation& Derivation::with(std::string_view name, ArgumentValue value) {
  arguments.push_back({name, std::move(value)});
  return *this;
}

const Derivation* Derivation::child(Explanation wanted) const {
  for (const auto& below : children) {
    if (below.code == wanted) return &below;
  }
  return nullptr;
}

}  // namespace vigie
