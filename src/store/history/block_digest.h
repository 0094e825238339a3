// A digest that tells a spoilt byte, as fast as memory is read. Not for those who forge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vigie {

inline constexpr std::size_t digest_block = std::size_t{1} << 20;

/// Digest of `bytes`; `place` makes the same bytes elsewhere another digest.
std::uint64_t digest_of(std::span<const char> bytes, std::uint64_t place);

/// How many blocks a section of `bytes` has.
constexpr std::size_t blocks_in(std::size_t bytes) {
  return (bytes + digest_block - 1) / digest_block;
}

/// The digest of each block of each section, in order, on all cores.
std::vector<std::uint64_t> digests_of(std::span<const std::span<const char>> sections);

}  // namespace vigie
