#include "store/history/history_layout.h"

#include <cstddef>
#include <string>

#include "store/history/block_digest.h"
#include "vocabulary/ticket.h"

namespace vigie {

namespace {

template <class List>
void add_keys(std::string& keys) {
  for (const Word& word : Vocabulary<List>::words) keys.append(word.key).push_back('\n');
  keys.push_back('\n');
}

}  // namespace

std::uint64_t vocabulary_digest() {
  std::string keys;
  add_keys<EventWord>(keys);
  add_keys<Attribute>(keys);
  add_keys<Effect>(keys);
  add_keys<Relation>(keys);
  add_keys<Role>(keys);  // the first names of every table
  return digest_of(keys, 0);
}

std::uint64_t header_digest(const HistoryHeader& header) {
  const auto* bytes = reinterpret_cast<const char*>(&header);
  return digest_of({bytes, offsetof(HistoryHeader, digest)}, 1);
}

}  // namespace vigie
