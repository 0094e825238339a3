// Findings gathered during a run: each code once, with its count and a few examples.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

// Its words are in "vocabulary/finding.h", for the files that name one.
enum class FindingCode : std::uint8_t;

/// Counts per code and the first examples in the order of the facts, so that two runs over the
/// same facts say the same whatever the number of threads.
class Findings {
 public:
  static constexpr std::size_t examples_kept = 5;
  struct Entry {
    std::uint64_t count = 0;
    std::vector<std::string> examples;  // ticket references or file places, first seen first
  };

  Findings();
  void add(FindingCode code, std::string_view example, std::uint64_t times = 1);
  /// Adds what another part of the facts, later in order, gave.
  void absorb(const Findings& later);
  const Entry& of(FindingCode code) const { return entries_[static_cast<std::size_t>(code)]; }
  std::uint64_t total() const;

 private:
  std::vector<Entry> entries_;  // one a code
};

}  // namespace vigie
