// A body that comes in chunks, each with its size. Source: RFC 9112 7.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vocabulary/http.h"

namespace vigie {

/// Takes bytes as they come, and adds those of chunks to a body. Strict: lines end with CR LF,
/// sizes are 1 to 8 hexadecimal digits, extensions and trailers are read over, within limits.
class ChunkedBody {
 public:
  ChunkedBody(std::size_t most_bytes, std::size_t most_trailer_bytes)
      : room_{most_bytes}, trailer_room_{most_trailer_bytes} {}

  /// How many of `bytes` belong to this body. Stops at its end, or at a refusal.
  std::size_t take(std::string_view bytes, std::string& body);

  bool is_complete() const { return stage_ == Stage::complete; }
  std::optional<Refusal> refusal() const { return refusal_; }

 private:
  enum class Stage : std::uint8_t {
    first_digit,
    digits,
    extension,
    end_of_size,
    content,
    end_of_content,
    feed_of_content,
    trailer_begins,
    trailer,
    end_of_trailer,
    last_feed,
    complete
  };
  void read_size(char c);
  void read_end(char c);
  void begin_size();
  void spend_trailer();
  void want(char c, char wanted, Stage next);

  Stage stage_ = Stage::first_digit;
  std::uint64_t left_ = 0;  // of the chunk
  int digits_ = 0;
  std::size_t room_;          // of the body
  std::size_t trailer_room_;  // of extensions and trailers together
  std::optional<Refusal> refusal_;
};

}  // namespace vigie
