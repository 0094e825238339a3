#include "notation/stream/text_pieces.h"

namespace vigie {

bool TextPieces::grow() {
  if (is_at_end_) return false;
  window_.erase(0, begin_);
  begin_ = 0;
  while (true) {
    const std::string_view piece = next_();
    is_at_end_ = piece.empty();
    const std::string_view decoded = decoder_.decode(piece);
    window_.append(decoded);
    if (!decoded.empty()) return true;
    if (is_at_end_) return false;
  }
}

bool LineReader::next(Line& line) {
  pieces_.drop(to_drop_);
  to_drop_ = 0;
  if (must_skip_) skip_to_line_end();
  std::size_t seen = 0;
  while (true) {
    const std::string_view text = pieces_.view();
    const std::size_t end = text.find('\n', seen);
    if (end != std::string_view::npos && end <= longest_) {
      line.text = text.substr(0, end);
      to_drop_ = end + 1;
      break;
    }
    if (text.size() > longest_) {
      line = {text.substr(0, longest_), ++number_, true};
      must_skip_ = true;
      return true;
    }
    seen = text.size();
    if (pieces_.grow()) continue;
    if (text.empty()) return false;
    line.text = pieces_.view();
    to_drop_ = line.text.size();
    break;
  }
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  line.number = ++number_;
  line.is_too_long = false;
  return true;
}

void LineReader::skip_to_line_end() {
  must_skip_ = false;
  while (true) {
    const std::string_view text = pieces_.view();
    const std::size_t end = text.find('\n');
    pieces_.drop(end == std::string_view::npos ? text.size() : end + 1);
    if (end != std::string_view::npos || !pieces_.grow()) return;
  }
}

}  // namespace vigie
