// Names made small: one table gives each text a number; the type says what the text names.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vigie {

/// Number of a name in a `Names` table. The id of a site is not that of a party: they do not mix.
/// 0 means "none". Ordered by first appearance, which is deterministic for the same inputs.
template <class Of>
struct Id {
  std::uint32_t value = 0;

  constexpr explicit operator bool() const { return value != 0; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// Each text once; the words of roles come first (`party_of`). Not thread-safe while it grows; any
/// number of readers once it does not.
class Names {
 public:
  Names();

  /// The id of `text`, which is added when new. The empty text is none.
  template <class Of>
  Id<Of> intern(std::string_view text) {
    return {intern_text(text)};
  }

  /// The id of `text`, or none when it was never interned.
  template <class Of>
  Id<Of> find(std::string_view text) const {
    return {find_text(text)};
  }

  /// The text of `id`; empty for none. Valid as long as this table.
  template <class Of>
  std::string_view text(Id<Of> id) const {
    return texts_[id.value];
  }

 private:
  std::uint32_t intern_text(std::string_view text);
  std::uint32_t find_text(std::string_view text) const;

  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> by_text_;
};

}  // namespace vigie
