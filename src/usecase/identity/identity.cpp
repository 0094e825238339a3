#include "usecase/identity/identity.h"

#include <algorithm>

#include "engine/base/text.h"
#include "store/journal/seal_maker.h"

namespace vigie {

std::optional<std::string> email_from(std::string_view text) {
  constexpr std::size_t longest = 254;
  const std::size_t at = text.find('@');
  const bool is_one = at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
                      text.find('@', at + 1) == std::string_view::npos && text.size() <= longest &&
                      !first_byte_not_utf8(text) && std::ranges::none_of(text, [](char c) {
                        return static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
                      });
  if (!is_one) return std::nullopt;
  return folded(text);
}

Bytes failures_digest(const SealingKey& key, std::string_view email) {
  const std::string typed = folded(email);
  SealMaker maker{key};
  return maker.add(std::string_view{"failures to sign in"}).add(std::string_view{typed}).bytes();
}

}  // namespace vigie
