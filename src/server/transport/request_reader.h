// Bytes of a connection to requests, one after the other, without a socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/transport/chunked_body.h"
#include "server/transport/request_head.h"

namespace vigie {

/// Reads one request. `take` is given bytes as they come; once the head is known, it stops and
/// waits for `admit` to say how large the body may be.
class RequestReader {
 public:
  enum class Stage : std::uint8_t { head, admission, body, complete, refused };

  explicit RequestReader(const Limits& limits) : limits_{&limits} {}

  /// How many of `bytes` belong to this request. Fewer than were given: the stage has changed.
  std::size_t take(std::string_view bytes);
  /// At `admission` only. The body is refused now when it says that it is larger.
  void admit(std::size_t most_body_bytes);

  Stage stage() const { return stage_; }
  bool has_begun() const { return stage_ != Stage::head || !text_.empty(); }
  /// When refused: why; the bytes that follow have no meaning.
  Refusal refusal() const { return refusal_; }
  /// From `admission` on.
  const Head& head() const { return head_; }
  Request& request() { return head_.request; }
  /// The most that the body may have, as `admit` was told.
  std::size_t most_body_bytes() const { return most_body_bytes_; }

 private:
  std::size_t take_head(std::string_view bytes);
  std::size_t take_body(std::string_view bytes);
  void refuse(Refusal refusal);

  const Limits* limits_;
  Stage stage_ = Stage::head;
  Refusal refusal_{};
  std::string text_;             // of the head, so far
  std::size_t line_begins_ = 0;  // in it
  Head head_;
  std::size_t most_body_bytes_ = 0;
  std::optional<ChunkedBody> chunks_;
};

}  // namespace vigie
