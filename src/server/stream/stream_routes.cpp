#include "server/stream/stream_routes.h"

#include <charconv>

#include "server/api/asking.h"
#include "server/identity/entrance.h"
#include "server/transport/event_hub.h"
#include "vocabulary/stream.h"

namespace vigie {

namespace {

/// Where a client was: "epoch.position".
struct Place {
  std::int64_t epoch = 0;
  std::int64_t position = 0;
};

std::optional<std::int64_t> whole_from(std::string_view text) {
  std::int64_t whole = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), whole);
  const bool is_whole = code == std::errc{} && end == text.data() + text.size() && whole >= 0;
  return is_whole ? std::optional{whole} : std::nullopt;
}

std::optional<Place> place_from(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const auto epoch = whole_from(text.substr(0, point));
  const auto position = whole_from(text.substr(point + 1));
  if (!epoch || !position) return std::nullopt;
  return Place{.epoch = *epoch, .position = *position};
}

/// Where the client says that it was; none: it has just come. What a browser sends back and is no
/// place of ours is one of another epoch: an EventSource that is refused would not come back.
Outcome<std::optional<Place>> place_asked(const Call& call) {
  std::optional<Place> asked;
  for (const auto& [name, value] : call.query.all()) {
    if (name != "after") {
      return Refused{Refusal::parameter_unknown, {{"parameter", name}}, {}};
    }
    asked = place_from(value);
    if (!asked) {
      return Refused{Refusal::parameter_malformed, {{"parameter", name}, {"text", value}}, {}};
    }
  }
  const std::string_view last = call.request.fields.of("last-event-id");
  if (!last.empty()) asked = place_from(last).value_or(Place{.epoch = -1, .position = 0});
  return asked;
}

/// The body before the first event, and where the stream goes on.
struct Beginning {
  std::string body;
  std::int64_t after = 0;
};

Beginning beginning_of(const Streams& streams, const std::optional<Place>& asked) {
  if (asked && asked->epoch == streams.epoch) {
    return {.body = ":\n\n", .after = asked->position};
  }
  const StreamWord word = asked ? StreamWord::reset : StreamWord::open;
  const std::int64_t now = streams.position;
  return {.body = *text_of(StreamEvent{.position = 0,
                                       .id = streams.id_of(now),
                                       .name = std::string{key_of(word)},
                                       .content = "{}"}),
          .after = now};
}

Response answer_stream(Streams& streams, const Call& call) {
  const auto asked = place_asked(call);
  if (!asked) return refusal_response(call, asked.error());
  Beginning beginning = beginning_of(streams, *asked);
  const Credential shown = credential_of(call.request);
  std::optional<ShownDigest> digest;
  if (!shown.secret.empty()) digest = digest_of(shown);
  Response response{.media_type = "text/event-stream", .body = std::move(beginning.body)};
  response.fields.emplace_back("X-Accel-Buffering", "no");  // nginx would gather events
  response.stream = streams.guests.admit(call.caller, std::move(digest),
                                         static_cast<std::uint64_t>(beginning.after));
  response.stream->is_through_proxy = is_through_proxy(call.request);
  return response;
}

}  // namespace

std::vector<Route> stream_routes(Streams& streams) {
  return {{.method = Method::get,
           .pattern = "/api/stream",
           .permission = Permission::read_tickets,  // each event asks for its own
           .refusals = {Refusal::parameter_malformed, Refusal::parameter_unknown},
           .summary = "What is done, as it happens: server-sent events that are resumed.",
           .gives = {.media_type = "text/event-stream"},
           .answer = [&streams](const Call& call) { return answer_stream(streams, call); }}};
}

}  // namespace vigie
