// The head of a request, from its bytes: request line and fields, as RFC 9112 defines them.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/result.h"
#include "server/transport/limits.h"
#include "server/transport/request.h"

namespace vigie {

enum class BodyForm : std::uint8_t { none, counted, chunked };

struct Head {
  Request request;  // its body is still to come
  BodyForm form = BodyForm::none;
  std::uint64_t body_bytes = 0;   // when counted
  bool expects_continue = false;  // the client waits for "100 Continue" before it sends the body
};

/// Reads a whole head, from its first line to its empty line included. Strict where two programs
/// could read two requests: one blank between words, no folded line, no blank before a colon, no
/// control character, one length told one way. Linear. Source: RFC 9112 2-6, RFC 9110 5.
Result<Head, Refusal> read_head(std::string text, const Limits& limits);

}  // namespace vigie
