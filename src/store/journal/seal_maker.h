// Keyed digests of rows.
#pragma once

#include <memory>

#include "store/database/field_value.h"
#include "store/journal/sealing_key.h"

namespace vigie {

/// BLAKE2b with the key, over values told one after the other; each is told with its kind and its
/// length, so that no two lists of values are the same bytes.
class SealMaker {
 public:
  explicit SealMaker(const SealingKey& key, std::size_t size = of_row);
  ~SealMaker();
  SealMaker(const SealMaker&) = delete;
  SealMaker& operator=(const SealMaker&) = delete;

  static constexpr std::size_t of_row = 16;
  static constexpr std::size_t of_block = 32;

  SealMaker& add(const Parameter& value);
  SealMaker& add(std::string_view text) { return add(Parameter{text}); }
  SealMaker& add(const Bytes& bytes) { return add(Parameter{BytesView{bytes}}); }
  SealMaker& add(std::int64_t whole) { return add(Parameter{whole}); }
  /// Ends it: nothing more may be added.
  Bytes bytes();

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::size_t size_;
};

/// By chance: 16 bytes, so that the digest of a short text cannot be guessed.
Bytes made_salt();

/// The digest that stays when the texts are erased; that of nothing is not that of an empty text.
Bytes salted_digest(const SealingKey& key, const Bytes& salt,
                    std::initializer_list<std::optional<std::string>> texts);

}  // namespace vigie
