#include "server/identity/entrance.h"

#include "server/identity/session_cookie.h"

namespace vigie {

namespace {

bool writes(const Request& request) {
  return request.method != Method::get && request.method != Method::head;
}

/// The token of `Bearer TOKEN`; empty when the field says something else.
std::string token_in(std::string_view authorization) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view begin = authorization.substr(0, scheme.size() - 1);
  if (authorization.size() <= scheme.size() || !is_same_word(begin, "Bearer")) return {};
  return std::string{authorization.substr(scheme.size())};
}

}  // namespace

Credential credential_of(const Request& request) {
  if (request.fields.count("authorization") > 0) {
    return {.kind = Credential::Kind::token,
            .secret = token_in(request.fields.of("authorization"))};
  }
  return {.kind = Credential::Kind::session, .secret = session_in(request)};
}

Outcome<Caller> caller_of(Gate& gate, const Request& request) {
  const Credential shown = credential_of(request);
  const bool is_session = shown.kind == Credential::Kind::session && !shown.secret.empty();
  if (is_session && writes(request) && !is_same_site(request)) {
    return refused(Refusal::cross_site);
  }
  if (shown.secret.empty()) return refused(Refusal::unauthenticated);
  return gate.let_in(shown, request.peer + " " + request.id);
}

}  // namespace vigie
