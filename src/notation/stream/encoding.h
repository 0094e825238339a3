// Bytes of a declared encoding made UTF-8, piece by piece.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "vocabulary/import.h"

namespace vigie {

/// Gives the next piece of a text, empty at the end; what it gives is valid until the next call.
using NextPiece = std::function<std::string_view()>;

/// Pieces may be cut anywhere, also inside a character. UTF-8 passes as it is (`make_valid_utf8`
/// mends it later, line by line); what UTF-16 cannot mean becomes U+FFFD.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  /// UTF-8 for `piece`; valid until the next call. An empty piece ends the text.
  std::string_view decode(std::string_view piece);

 private:
  std::string_view decode_utf8(std::string_view piece);
  void decode_single_bytes(std::string_view piece);
  void decode_utf16(std::string_view piece);
  void take_unit(char16_t unit);

  Encoding encoding_;
  std::string decoded_;
  std::string held_back_;        // bytes of a byte order mark or character still incomplete
  char16_t high_surrogate_ = 0;  // UTF-16: first half of a character; 0: none
  bool is_past_beginning_ = false;
};

/// Appends the UTF-8 of a character; what is no character becomes U+FFFD.
void append_utf8(std::string& text, char32_t character);

/// Whether `text` is UTF-8 as RFC 3629 defines it. Linear; fast on ASCII.
bool is_valid_utf8(std::string_view text);

/// `text` with each byte that is not UTF-8 replaced by U+FFFD.
std::string make_valid_utf8(std::string_view text);

}  // namespace vigie
