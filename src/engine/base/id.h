// Names made small: one table gives each text a number; the type says what the text names.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/name_columns.h"

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
  /// Begins with the names of a file, which are looked up there and not read in; `owner` keeps it.
  Names(const NameColumns& stored, std::shared_ptr<const void> owner);
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;
  Names(const Names&) = delete;
  Names& operator=(const Names&) = delete;

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
    return text_of(id.value);
  }

  /// How many ids there are, 0 included.
  std::uint32_t size() const { return stored_.size() + static_cast<std::uint32_t>(texts_.size()); }
  /// All of it as columns, in the order of the ids.
  NameTable table() const;

 private:
  std::uint32_t intern_text(std::string_view text);
  std::uint32_t find_text(std::string_view text) const;
  std::string_view text_of(std::uint32_t id) const {
    return id < stored_.size() ? stored_.text(id) : texts_[id - stored_.size()];
  }
  std::size_t place_of(std::string_view text) const;
  void grow();
  std::string_view keep(std::string_view text);

  NameColumns stored_;
  std::shared_ptr<const void> owner_;            // of what is stored
  std::vector<std::string_view> texts_;          // of those added since, in `chunks_`
  std::vector<std::uint32_t> slots_;             // by digest: ids of those added, 0 for none
  std::vector<std::unique_ptr<char[]>> chunks_;  // texts one after the other; they never move
  std::size_t room_ = 0;                         // left in the last chunk
};

}  // namespace vigie
