#include "store/history/block_digest.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

#include "engine/base/wide.h"

namespace vigie {

namespace {

constexpr std::uint64_t keys[4] = {0x9E3779B97F4A7C15U, 0xD6E8FEB86659FD93U, 0xA0761D6478BD642FU,
                                   0xE7037ED1A0B428DBU};

std::uint64_t folded(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t eight_at(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return eight;
}

}  // namespace

/// Four lanes, so that a multiplication need not wait for the one before.
std::uint64_t digest_of(std::span<const char> bytes, std::uint64_t place) {
  std::uint64_t lanes[4] = {keys[1] ^ place, keys[2] ^ bytes.size(), keys[3], keys[0]};
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 64; left -= 64, at += 64) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      lanes[lane] =
          folded(lanes[lane] ^ eight_at(at + 16 * lane), keys[lane] ^ eight_at(at + 16 * lane + 8));
    }
  }
  char rest[64] = {};
  if (left > 0) std::memcpy(rest, at, left);
  for (std::size_t lane = 0; lane < 4; ++lane) {
    lanes[lane] = folded(lanes[lane] ^ eight_at(rest + 16 * lane),
                         keys[lane] ^ eight_at(rest + 16 * lane + 8));
  }
  return folded(folded(lanes[0] ^ keys[1], lanes[1] ^ keys[2]) ^ keys[3],
                folded(lanes[2] ^ keys[3], lanes[3] ^ keys[0]) ^ keys[2]);
}

std::vector<std::uint64_t> digests_of(std::span<const std::span<const char>> sections) {
  std::vector<std::span<const char>> blocks;
  for (const auto& section : sections) {
    for (std::size_t from = 0; from < section.size(); from += digest_block) {
      blocks.push_back(section.subspan(from, std::min(digest_block, section.size() - from)));
    }
  }
  std::vector<std::uint64_t> digests(blocks.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < blocks.size(); i = next++)
      digests[i] = digest_of(blocks[i], i);
  };
  std::vector<std::jthread> others;
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  for (std::size_t i = 1; i < std::min(cores, blocks.size()); ++i) others.emplace_back(work);
  work();
  others.clear();
  return digests;
}

}  // namespace vigie
