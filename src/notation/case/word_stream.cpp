#include "notation/case/word_stream.h"

#include "engine/base/text.h"
#include "vocabulary/fault.h"

namespace vigie {

WordStream::WordStream(std::string_view text, const Place& place) : place_(place), line_(text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const bool quoted = text[at] == '"';
    const auto from = quoted ? at + 1 : at;
    const auto to = std::min(text.find(quoted ? '"' : ' ', from), text.size());
    words_.push_back({std::string{text.substr(from, to - from)},
                      static_cast<int>(characters_in(text.substr(0, at)))});
    at = quoted ? to + 1 : to;
  }
}

std::string_view WordStream::word(std::size_t index) const {
  return index < words_.size() ? std::string_view{words_[index].text} : std::string_view{};
}

std::string_view WordStream::peek() const { return word(next_); }

std::string_view WordStream::take() {
  const auto taken = word(next_);
  if (next_ < words_.size()) ++next_;
  return taken;
}

bool WordStream::take_phrase(std::string_view phrase) {
  const WordStream wanted{phrase, {}};
  for (std::size_t i = 0; i < wanted.words_.size(); ++i) {
    if (word(next_ + i) != wanted.words_[i].text) return false;
  }
  next_ += wanted.words_.size();
  return true;
}

Fault WordStream::fault(std::string_view write) const {
  const auto index = next_ == 0 ? 0 : next_ - 1;
  const auto refused = word(index);
  Fault fault{.code = FaultCode::case_line_malformed,
              .arguments = {{"word", std::string{refused.empty() ? line_ : refused}}},
              .place = place_,
              .cures = {{.write = std::string{write}}}};
  if (index < words_.size()) fault.place.column += words_[index].column;
  fault.place.length = static_cast<int>(characters_in(refused.empty() ? line_ : refused));
  return fault;
}

Fault WordStream::fault_at_next(std::string_view write) {
  take();
  return fault(write);
}

}  // namespace vigie
