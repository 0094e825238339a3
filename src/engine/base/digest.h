// A short name for bytes, so that two of them can be told apart.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace vigie {

/// BLAKE2b of 16 bytes, taken piece by piece: where the pieces are cut does not matter.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view bytes);
  /// 32 hexadecimal digits. Ends it: nothing more may be added.
  std::string text();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digest of `bytes`.
std::string digest_of(std::string_view bytes);

}  // namespace vigie
