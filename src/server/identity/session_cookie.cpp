#include "server/identity/session_cookie.h"

namespace vigie {

namespace {

constexpr std::string_view cookie_name = "vigie_session";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// What follows https:// or http://; empty for "null" and what is neither.
std::string_view host_of(std::string_view origin) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (origin.starts_with(scheme)) return origin.substr(scheme.size());
  }
  return {};
}

/// A proxy may have taken TLS off: the page still knows.
bool came_by_tls(const Request& request) {
  return request.is_secure || request.fields.of("origin").starts_with("https://");
}

}  // namespace

std::string cookie_in(const Request& request, std::string_view name) {
  std::string_view rest = request.fields.of("cookie");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view pair = trimmed(rest.substr(0, end));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
      return std::string{pair.substr(equals + 1)};
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::string session_in(const Request& request) { return cookie_in(request, cookie_name); }

std::string session_cookie(const Request& request, const std::string& secret, std::int64_t seconds,
                           bool is_by_tls) {
  return std::string{cookie_name} + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" +
         (is_by_tls || came_by_tls(request) ? "; Secure" : "") +
         "; Max-Age=" + std::to_string(seconds);
}

std::string no_session_cookie(const Request& request) { return session_cookie(request, "", 0); }

bool is_same_site(const Request& request) {
  const std::string_view site = request.fields.of("sec-fetch-site");
  if (!site.empty()) return site == "same-origin" || site == "none";
  const std::string_view host = host_of(request.fields.of("origin"));
  return !host.empty() && is_same_word(host, request.host);
}

bool is_of_another_site(const Request& request) {
  const bool is_said = request.fields.count("sec-fetch-site") + request.fields.count("origin") > 0;
  return is_said && !is_same_site(request);
}

}  // namespace vigie
