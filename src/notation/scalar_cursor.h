// A place in a compact scalar such as "4h in office", moving forward word by word.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/fault.h"
#include "engine/base/result.h"

namespace vigie {

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Blanks (spaces and no-break spaces) before anything are skipped. Words match whatever their
/// case; nothing is consumed by a take that answers no.
class ScalarCursor {
 public:
  explicit ScalarCursor(std::string_view text) : text_(text) {}

  bool at_end();
  /// Whether a whole word came next: the character after it is no letter.
  bool take(std::string_view word);
  bool take_any(std::initializer_list<std::string_view> words);
  /// A sign such as "," or "<=".
  bool take_sign(std::string_view sign);
  /// Digits, at most nine of them.
  std::optional<std::int64_t> take_number();
  /// Digits, however many; empty when none comes next.
  std::string_view take_digits();
  /// Everything to the next blank or comma; empty at the end.
  std::string_view take_name();
  /// What is left, trimmed; nothing is consumed.
  std::string_view rest();
  bool next_is_digit() { return count_digits() > 0; }
  /// How many digits come next.
  std::size_t count_digits();

  /// Bytes consumed so far, blanks before the next word included.
  std::size_t at();

 private:
  void skip_blanks();

  std::string_view text_;
  std::size_t at_ = 0;
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

/// A fault inside a scalar: the column counts from the start of `text`, until `located` moves it.
Fault scalar_fault(FaultCode code, std::string_view text, Arguments arguments = {},
                   std::vector<Cure> cures = {});
/// The same, underlining only `part`, which must lie inside `text`.
Fault part_fault(FaultCode code, std::string_view text, std::string_view part,
                 Arguments arguments = {}, std::vector<Cure> cures = {});

}  // namespace vigie
