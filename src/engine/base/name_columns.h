// A table of names as columns, as a file keeps it and as it is looked up without being read in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vigie {

/// Texts one after the other, by id from 0: text i is bytes [begins[i], begins[i + 1]). `slots` is
/// a table of a power of two of places, at most half full, that holds ids by the digest of their
/// texts; 0 is an empty place.
struct NameColumns {
  std::span<const std::uint32_t> begins;  // one more than there are names; empty: no names
  std::span<const char> bytes;
  std::span<const std::uint32_t> slots;

  std::uint32_t size() const {
    return begins.empty() ? 0 : static_cast<std::uint32_t>(begins.size() - 1);
  }
  std::string_view text(std::uint32_t id) const {
    return {bytes.data() + begins[id], begins[id + 1] - begins[id]};
  }
  /// The id of `text`, or 0.
  std::uint32_t find(std::string_view text) const;
};

/// The same, owned: what a file is written from.
struct NameTable {
  std::vector<std::uint32_t> begins;
  std::vector<char> bytes;
  std::vector<std::uint32_t> slots;
  NameColumns columns() const { return {begins, bytes, slots}; }
};

/// A number that spreads texts over the slots; the same on every machine of one byte order.
std::uint64_t name_digest(std::string_view text);

/// How many slots hold `names` names.
std::size_t slots_for(std::size_t names);

}  // namespace vigie
