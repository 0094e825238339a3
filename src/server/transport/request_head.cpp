#include "server/transport/request_head.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vigie {

namespace {

using Verdict = std::optional<Refusal>;  // none when all is well

constexpr std::array<bool, 256> token_bytes = [] {
  std::array<bool, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = true;
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = true;
  for (const char c :
       {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'}) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return token_bytes[static_cast<unsigned char>(c)];
  });
}

bool is_visible(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20U && c != '\x7F');
  });
}

bool is_host(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{"-._~:[]!$&'()*+;=%"}.find(c) != std::string_view::npos;
  });
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

Verdict read_version(std::string_view text, Head& head) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 8 || !text.starts_with("HTTP/") || text[6] != '.') {
    return Refusal::malformed_request;
  }
  if (!digit(5) || !digit(7)) return Refusal::malformed_request;
  if (text != "HTTP/1.1" && text != "HTTP/1.0") return Refusal::version_unknown;
  head.request.keeps_alive = text == "HTTP/1.1";
  return std::nullopt;
}

Verdict read_method(std::string_view text, Head& head) {
  if (!is_token(text)) return Refusal::malformed_request;
  for (const Word& word : Vocabulary<Method>::words) {
    if (word.en != text) continue;
    head.request.method = static_cast<Method>(&word - Vocabulary<Method>::words);
    return std::nullopt;
  }
  return Refusal::method_unknown;
}

/// "http://host/path": the host counts, whatever the field Host says. Source: RFC 9112 3.2.2.
Verdict read_absolute(std::string_view target, Head& head) {
  const std::size_t colon = target.find("://");
  if (colon == std::string_view::npos) return Refusal::malformed_request;
  const std::string_view scheme = target.substr(0, colon);
  if (!is_same_word(scheme, "http") && !is_same_word(scheme, "https")) {
    return Refusal::malformed_request;
  }
  target.remove_prefix(colon + 3);
  const std::size_t end = std::min(target.find_first_of("/?"), target.size());
  if (end == 0 || !is_host(target.substr(0, end))) return Refusal::malformed_host;
  head.request.host = target.substr(0, end);
  target.remove_prefix(end);
  const std::size_t question = std::min(target.find('?'), target.size());
  head.request.path = question == 0 ? "/" : std::string{target.substr(0, question)};
  if (question < target.size()) head.request.query = target.substr(question + 1);
  return std::nullopt;
}

Verdict read_target(std::string_view target, Head& head, const Limits& limits) {
  if (target.size() > limits.size(Limit::target_bytes)) return Refusal::target_too_long;
  if (!is_visible(target) || target.find('#') != std::string_view::npos) {
    return Refusal::malformed_request;
  }
  if (target == "*") {
    if (head.request.method != Method::options) return Refusal::malformed_request;
    head.request.path = target;
    return std::nullopt;
  }
  if (target.front() != '/') return read_absolute(target, head);
  const std::size_t question = std::min(target.find('?'), target.size());
  head.request.path = target.substr(0, question);
  if (question < target.size()) head.request.query = target.substr(question + 1);
  return std::nullopt;
}

Verdict read_request_line(std::string_view line, Head& head, const Limits& limits) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return Refusal::malformed_request;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  Verdict verdict = read_version(line.substr(last + 1), head);
  if (!verdict) verdict = read_method(line.substr(0, first), head);
  if (!verdict) verdict = read_target(target, head, limits);
  return verdict;
}

Verdict read_field(std::string_view line, Fields& fields) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return Refusal::malformed_request;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = without_blanks_around(line.substr(colon + 1));
  if (!is_token(name) || !is_field_value(value)) return Refusal::malformed_request;
  fields.add(name, value);
  return std::nullopt;
}

Verdict read_length(std::string_view digits, Head& head) {
  constexpr std::size_t most_digits = 18;
  if (digits.empty() || digits.size() > most_digits) return Refusal::malformed_request;
  for (const char c : digits) {
    if (c < '0' || c > '9') return Refusal::malformed_request;
    head.body_bytes = head.body_bytes * 10 + static_cast<std::uint64_t>(c - '0');
  }
  head.form = head.body_bytes == 0 ? BodyForm::none : BodyForm::counted;
  return std::nullopt;
}

/// How the body is framed: told once and one way, or not at all. Source: RFC 9112 6.3.
Verdict read_framing(Head& head, bool is_old) {
  const Fields& fields = head.request.fields;
  const std::size_t lengths = fields.count("content-length");
  const std::size_t codings = fields.count("transfer-encoding");
  if (lengths + codings == 0) return std::nullopt;
  if (lengths + codings > 1) return Refusal::ambiguous_length;
  if (lengths == 1) {
    const std::string_view length = fields.of("content-length");
    if (length.find(',') != std::string_view::npos) return Refusal::ambiguous_length;
    return read_length(length, head);
  }
  if (is_old) return Refusal::ambiguous_length;  // HTTP/1.0 has no chunks
  if (!is_same_word(fields.of("transfer-encoding"), "chunked")) return Refusal::coding_unknown;
  head.form = BodyForm::chunked;
  return std::nullopt;
}

Verdict read_host(Request& request, bool is_old) {
  const std::size_t hosts = request.fields.count("host");
  if (hosts > 1 || (hosts == 0 && !is_old)) return Refusal::malformed_host;
  const std::string_view host = request.fields.of("host");
  if (!is_host(host)) return Refusal::malformed_host;
  if (request.host.empty()) request.host = host;
  return std::nullopt;
}

Verdict read_wishes(Head& head, bool is_old) {
  Request& request = head.request;
  for_each_item(request.fields.of("connection"), [&](std::string_view item) {
    if (is_same_word(item, "close")) request.keeps_alive = false;
    if (is_old && is_same_word(item, "keep-alive")) request.keeps_alive = true;
  });
  const std::string_view expected = request.fields.of("expect");
  if (expected.empty() || is_old) return std::nullopt;
  if (!is_same_word(expected, "100-continue")) return Refusal::expectation_unknown;
  head.expects_continue = head.form != BodyForm::none;
  return std::nullopt;
}

}  // namespace

Result<Head, Refusal> read_head(std::string text, const Limits& limits) {
  Head head{.request = {.fields = Fields{std::move(text)}}};
  std::string_view rest = head.request.fields.text();
  Verdict verdict;
  bool is_first = true;
  while (!verdict) {
    const std::size_t end = rest.find("\r\n");
    if (end == std::string_view::npos) return Refusal::malformed_request;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    if (line.empty() && !is_first) break;
    verdict =
        is_first ? read_request_line(line, head, limits) : read_field(line, head.request.fields);
    if (head.request.fields.size() > limits.size(Limit::header_fields)) {
      verdict = Refusal::header_too_large;
    }
    is_first = false;
  }
  const bool is_old = !head.request.keeps_alive;
  if (!verdict) verdict = read_host(head.request, is_old);
  if (!verdict) verdict = read_framing(head, is_old);
  if (!verdict) verdict = read_wishes(head, is_old);
  if (verdict) return *verdict;
  return head;
}

}  // namespace vigie
