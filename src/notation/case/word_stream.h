// The words of a line, one after the other, each with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"

namespace vigie {

/// Words are separated by spaces; "a b" between double quotes is one word.
class WordStream {
 public:
  /// `place` is that of the first character of `text`.
  WordStream(std::string_view text, const Place& place);

  bool at_end() const { return next_ == words_.size(); }
  /// The next word, which stays; empty at the end.
  std::string_view peek() const;
  /// The next word, which is consumed; empty at the end.
  std::string_view take();
  /// Consumes the next words when they are those of `phrase`.
  bool take_phrase(std::string_view phrase);
  /// A refusal of the word consumed last; `write` is what may stand there.
  Fault fault(std::string_view write) const;
  /// A refusal of the word that comes next.
  Fault fault_at_next(std::string_view write);

 private:
  struct Word {
    std::string text;
    int column;
  };
  std::string_view word(std::size_t index) const;

  Place place_;
  std::string line_;
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

}  // namespace vigie
