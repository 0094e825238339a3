// A text that comes in pieces, seen through a window that grows only as far as a line asks.
#pragma once

#include <string>
#include <string_view>

#include "notation/stream/encoding.h"

namespace vigie {

class TextPieces {
 public:
  TextPieces(NextPiece next, Encoding encoding) : next_(std::move(next)), decoder_(encoding) {}

  /// What is known and not dropped yet. Moved by grow().
  char* begin() { return window_.data() + begin_; }
  std::size_t size() const { return window_.size() - begin_; }
  std::string_view view() const { return std::string_view{window_}.substr(begin_); }
  /// Adds the next piece; false at the end of the text.
  bool grow();
  void drop(std::size_t count) { begin_ += count; }

 private:
  NextPiece next_;
  Decoder decoder_;
  std::string window_;
  std::size_t begin_ = 0;
  bool is_at_end_ = false;
};

/// Lines, numbered from 1, without their end (LF or CR LF). Memory is bounded by `longest`.
class LineReader {
 public:
  struct Line {
    std::string_view text;  // valid until the next call
    std::uint64_t number = 0;
    bool is_too_long = false;  // then the text is its beginning
  };

  LineReader(NextPiece next, Encoding encoding, std::size_t longest)
      : pieces_(std::move(next), encoding), longest_(longest) {}

  /// False at the end of the text. A last line without end is a line.
  bool next(Line& line);

 private:
  void skip_to_line_end();

  TextPieces pieces_;
  std::size_t longest_;
  std::size_t to_drop_ = 0;
  std::uint64_t number_ = 0;
  bool must_skip_ = false;
};

}  // namespace vigie
