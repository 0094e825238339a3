#include "engine/derivation/derivation.h"

namespace vigie {

// Out of line: what a tree holds is known only here.
Argument::Argument(std::string_view of, ArgumentValue held) : name(of), value(std::move(held)) {}
Argument::Argument(const Argument& other) = default;
Argument::Argument(Argument&& other) noexcept = default;
Argument& Argument::operator=(const Argument& other) = default;
Argument& Argument::operator=(Argument&& other) noexcept = default;
Argument::~Argument() = default;

const ArgumentValue* Derivation::argument(std::string_view name) const {
  for (const auto& held : arguments) {
    if (held.name == name) return &held.value;
  }
  return nullptr;
}

Derivation& Derivation::with(std::string_view name, ArgumentValue value) {
  arguments.emplace_back(name, std::move(value));
  return *this;
}

const Derivation* Derivation::child(Explanation wanted) const {
  for (const auto& below : children) {
    if (below.code == wanted) return &below;
  }
  return nullptr;
}

}  // namespace vigie
