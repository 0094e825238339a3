// The secret with which the journal is sealed. It lies outside the database.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>

#include "engine/base/result.h"

namespace vigie {

class SealingKey {
 public:
  static constexpr std::size_t size = 32;
  using Secret = std::array<std::byte, size>;

  explicit SealingKey(const Secret& secret) : secret_{secret} {}
  /// By chance.
  static SealingKey made();

  std::span<const std::byte, size> secret() const { return secret_; }

 private:
  Secret secret_;
};

/// The key in `file`; made there, readable by its owner alone, when the file is missing. A file of
/// another length, or that others may read, is a `Fault`; what the system refuses is thrown.
Result<SealingKey> sealing_key_in(const std::filesystem::path& file);

}  // namespace vigie
