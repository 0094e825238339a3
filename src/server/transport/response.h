// What is answered to a request.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vocabulary/http.h"

namespace vigie {

/// Whom an event concerns: known to who publishes events and to who opens streams, not here.
class EventAudience {
 public:
  virtual ~EventAudience() = default;
};

/// An answer that goes on: after its body, the events that the hub is told.
struct EventStream {
  /// The last event that the body already tells; the hub sends those after it.
  std::uint64_t after = 0;
  /// Whether this client may see an event of that audience. Called on the I/O thread: quick.
  std::function<bool(const EventAudience& audience)> sees = {};
  /// Whether what let this client in is over. Called on the I/O thread, when the hub is told to
  /// look: quick.
  std::function<bool()> is_over = {};
  /// Something between us that may take silence for the end: it is broken more often.
  bool is_through_proxy = false;
};

struct Response {
  int status = 200;
  std::string_view media_type = "application/json";  // a literal; empty when there is no body
  std::string body;
  std::vector<std::pair<std::string_view, std::string>> fields;  // names are literals
  /// Names this state of the thing, without quotes; asked for again with it, the answer is 304.
  std::string entity_tag;
  std::optional<EventStream> stream;
  std::optional<Refusal> refusal;  // of which the body tells
};

/// An answer as bytes, and what is to become of the connection.
struct AnswerBytes {
  std::string bytes;
  int status = 0;
  bool keeps_alive = false;
};

struct AnswerForm {
  bool keeps_alive = true;
  bool without_body = false;    // HEAD: its length is told, and nothing follows
  std::int64_t at_seconds = 0;  // since 1970, for the field Date
};

/// The bytes of an answer, from its status line on.
AnswerBytes bytes_of(Response response, const AnswerForm& form);

/// "Sun, 06 Nov 1994 08:49:37 GMT". Source: RFC 9110 5.6.7.
std::string http_date(std::int64_t seconds_since_1970);

/// What the status is called in a status line. Source: RFC 9110 15.
std::string_view phrase_of(int status);

}  // namespace vigie
