#include "engine/base/id.h"

#include "vocabulary/ticket.h"

namespace vigie {

Names::Names() {
  intern_text("");
  for (const Word& role : Vocabulary<Role>::words) intern_text(role.key);
}

std::uint32_t Names::intern_text(std::string_view text) {
  if (const auto found = by_text_.find(text); found != by_text_.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(text);
  by_text_.emplace(texts_.back(), id);
  return id;
}

std::uint32_t Names::find_text(std::string_view text) const {
  const auto found = by_text_.find(text);
  return found == by_text_.end() ? 0 : found->second;
}

}  // namespace vigie
