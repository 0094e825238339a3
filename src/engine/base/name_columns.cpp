#include "engine/base/name_columns.h"

#include <bit>
#include <cstring>

#include "engine/base/wide.h"

namespace vigie {

namespace {

constexpr std::uint64_t first_factor = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t second_factor = 0xD6E8FEB86659FD93U;

std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint64_t name_digest(std::string_view text) {
  std::uint64_t digest = first_factor ^ text.size();
  while (text.size() >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), 8);
    digest = folded(digest ^ eight, second_factor);
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  return folded(digest ^ rest, first_factor);
}

std::size_t slots_for(std::size_t names) { return std::bit_ceil(2 * names + 2); }

std::uint32_t NameColumns::find(std::string_view text) const {
  if (slots.empty()) return 0;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t place = name_digest(text) & mask;; place = (place + 1) & mask) {
    const std::uint32_t id = slots[place];
    if (id == 0 || this->text(id) == text) return id;
  }
}

}  // namespace vigie
