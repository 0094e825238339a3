#include "server/transport/request_reader.h"

#include <algorithm>

#include "engine/base/require.h"

namespace vigie {

void RequestReader::refuse(Refusal refusal) {
  stage_ = Stage::refused;
  refusal_ = refusal;
}

std::size_t RequestReader::take(std::string_view bytes) {
  if (stage_ == Stage::head) return take_head(bytes);
  if (stage_ == Stage::body) return take_body(bytes);
  return 0;
}

// Line by line: a line feed alone is refused as soon as it is seen, and an empty line before the
// first is read over, as RFC 9112 2.2 asks.
std::size_t RequestReader::take_head(std::string_view bytes) {
  const std::size_t most = limits_->size(Limit::header_bytes);
  std::size_t taken = 0;
  while (taken < bytes.size()) {
    const std::size_t feed = bytes.find('\n', taken);
    const std::size_t end = feed == std::string_view::npos ? bytes.size() : feed + 1;
    text_.append(bytes.substr(taken, end - taken));
    taken = end;
    if (text_.size() > most) return refuse(Refusal::header_too_large), taken;
    if (feed == std::string_view::npos) return taken;
    if (!text_.ends_with("\r\n")) return refuse(Refusal::malformed_request), taken;
    const bool is_empty = text_.size() - line_begins_ == 2;
    line_begins_ = text_.size();
    if (!is_empty) continue;
    if (text_.size() == 2) {
      text_.clear();
      line_begins_ = 0;
      continue;
    }
    auto head = read_head(std::move(text_), *limits_);
    text_ = {};
    if (!head) return refuse(head.error()), taken;
    head_ = std::move(head).value();
    stage_ = Stage::admission;
    return taken;
  }
  return taken;
}

void RequestReader::admit(std::size_t most_body_bytes) {
  require(stage_ == Stage::admission, "a request is admitted once, when its head is known");
  most_body_bytes_ = most_body_bytes;
  if (head_.form == BodyForm::none) {
    stage_ = Stage::complete;
    return;
  }
  if (head_.form == BodyForm::counted && head_.body_bytes > most_body_bytes) {
    return refuse(Refusal::body_too_large);
  }
  if (head_.form == BodyForm::chunked) {
    chunks_.emplace(most_body_bytes, limits_->size(Limit::header_bytes));
  }
  stage_ = Stage::body;
}

std::size_t RequestReader::take_body(std::string_view bytes) {
  std::string& body = head_.request.body;
  if (chunks_) {
    const std::size_t taken = chunks_->take(bytes, body);
    if (chunks_->refusal()) {
      refuse(*chunks_->refusal());
    } else if (chunks_->is_complete()) {
      stage_ = Stage::complete;
    }
    return taken;
  }
  const auto left = static_cast<std::size_t>(head_.body_bytes) - body.size();
  const std::size_t taken = std::min(left, bytes.size());
  body.append(bytes.substr(0, taken));
  if (taken == left) stage_ = Stage::complete;
  return taken;
}

}  // namespace vigie
