// Requests of any bytes: cut anywhere they are read the same; whatever is read finds a route or is
// refused; and a second reader, Beast's, never sees another request than ours.
#include <fcntl.h>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

#include "server/reception.h"
#include "server/transport/request_reader.h"
#include "server/transport/response_fit.h"
#include "target.h"

namespace vigie {

namespace {

namespace http = boost::beast::http;

struct Read {
  RequestReader::Stage stage;
  std::optional<Refusal> refusal;
  Request request;
  std::size_t taken = 0;
};

Read read_in_pieces(std::string_view bytes, std::size_t piece, const Limits& limits) {
  RequestReader reader{limits};
  std::size_t taken = 0;
  while (taken < bytes.size()) {
    taken += reader.take(bytes.substr(taken, piece));
    if (reader.stage() == RequestReader::Stage::admission) {
      reader.admit(limits.size(Limit::body_bytes));
    }
    const bool goes_on = reader.stage() == RequestReader::Stage::head ||
                         reader.stage() == RequestReader::Stage::body;
    if (!goes_on) break;
  }
  Read read{.stage = reader.stage(), .taken = taken};
  if (read.stage == RequestReader::Stage::refused) read.refusal = reader.refusal();
  if (read.stage == RequestReader::Stage::complete) read.request = std::move(reader.request());
  return read;
}

void compare_with_beast(std::string_view bytes, const Read& ours) {
  http::request_parser<http::string_body> theirs;
  theirs.eager(true);
  theirs.header_limit(1U << 20U);
  boost::system::error_code error;
  while (bytes.starts_with("\r\n")) bytes.remove_prefix(2);  // which we read over
  std::size_t taken = 0;
  while (!error && !theirs.is_done()) {
    const std::size_t part =
        theirs.put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), error);
    taken += part;
    if (part == 0) break;
  }
  if (error || !theirs.is_done()) return;  // they may refuse more than we do
  const auto& message = theirs.get();
  must(message.body() == ours.request.body, "the same body");
  must(message.method_string() == word_of(ours.request.method, Language::en), "the same method");
}

Response answer_echo(const Call& call) {
  Response response{.media_type = "text/plain", .body = call.request.body};
  for (const auto& [name, value] : call.query.all()) response.body += name + value;
  response.entity_tag = "tag";
  return response;
}

}  // namespace

void try_bytes(std::string_view bytes) {
  static const Limits limits;
  static Log log{open("/dev/null", O_WRONLY | O_CLOEXEC)};
  static Reception reception{{{.pattern = "/a/{b}", .answer = answer_echo},
                              {.method = Method::post, .pattern = "/a", .answer = answer_echo}},
                             {.limits = limits, .log = log}};
  const Read whole = read_in_pieces(bytes, bytes.size(), limits);
  const Read pieces = read_in_pieces(bytes, 1 + bytes.size() % 7, limits);
  must(whole.stage == pieces.stage && whole.refusal == pieces.refusal, "cuts change nothing");
  if (whole.stage != RequestReader::Stage::complete) return;
  must(whole.taken == pieces.taken, "cuts change no end");
  must(whole.request.body == pieces.request.body, "cuts change no body");
  compare_with_beast(bytes.substr(0, whole.taken), whole);
  Request request = whole.request;
  const Admission admission = reception.admit(request);
  Response response = reception.answer(request, admission);
  fit_response(request, response);
  must(response.status >= 200 && response.status < 500, "an answer, or a refusal of theirs");
  const AnswerBytes answer = bytes_of(std::move(response), {});
  must(answer.bytes.find("\r\n\r\n") != std::string::npos, "a head that ends");
}

}  // namespace vigie
