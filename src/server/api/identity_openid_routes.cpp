#include "server/api/identity_openid_routes.h"

#include <fmt/format.h>

#include "server/api/identity_answers.h"
#include "server/identity/openid/door.h"
#include "server/identity/session_cookie.h"

namespace vigie {

namespace {

constexpr std::string_view begin_path = "/api/sign-in/openid";
constexpr std::string_view cookie_name = "vigie_openid";

/// Lax, unlike that of a session: it is shown when another site sends the browser back.
std::string attempt_cookie(const OpenidDoor& door, const std::string& text, std::int64_t seconds) {
  return fmt::format("{}={}; Path={}; HttpOnly; SameSite=Lax; Max-Age={}{}", cookie_name, text,
                     begin_path, seconds, door.is_by_tls() ? "; Secure" : "");
}

std::string parameter_of(const Call& call, std::string_view name) {
  return std::string{call.query.of(name).value_or("")};
}

/// `?to=`, a path of ours; the home page without it.
Outcome<std::string> place_asked(const Call& call) {
  for (const auto& [name, text] : call.query.all()) {
    if (name != "to") return Refused{Refusal::parameter_unknown, {{"parameter", name}}, {}};
    if (is_own_path(text)) continue;
    return Refused{Refusal::parameter_malformed, {{"parameter", name}, {"text", text}}, {}};
  }
  const std::string to = parameter_of(call, "to");
  return to.empty() ? std::string{"/"} : to;
}

Response leave(OpenidDoor& door, const Call& call) {
  const auto to = place_asked(call);
  if (!to) return refusal_response(call, to.error());
  const auto leaving = door.leave(*to, call.request.id);
  if (!leaving) return refusal_response(call, leaving.error());
  constexpr int see_other = 303;
  Response response = nothing_to_say();
  response.status = see_other;
  response.fields.emplace_back("Location", leaving->address);
  response.fields.emplace_back("Set-Cookie",
                               attempt_cookie(door, leaving->cookie, leaving->seconds));
  response.fields.emplace_back("Cache-Control", "no-store");
  return response;
}

/// A page of ours that goes on by itself: a redirection would still count as the other site's, and
/// the browser would not show the new session on it. `to` has nothing that HTML would read, but &.
std::string page_to(std::string to) {
  for (std::size_t at = to.find('&'); at != std::string::npos; at = to.find('&', at + 1)) {
    to.insert(at + 1, "amp;");
  }
  return fmt::format(
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Vigie</title>"
      "<meta http-equiv=\"refresh\" content=\"0;url={0}\"></head>"
      "<body><p><a href=\"{0}\">Vigie</a></p></body></html>\n",
      to);
}

Response come_back(OpenidDoor& door, const Identity& identity, const Call& call) {
  const auto returned = door.come_back(call.caller,
                                       {.cookie = cookie_in(call.request, cookie_name),
                                        .state = parameter_of(call, "state"),
                                        .code = parameter_of(call, "code"),
                                        .error = parameter_of(call, "error"),
                                        .issuer = parameter_of(call, "iss")},
                                       call.request.id);
  if (!returned) return refusal_response(call, returned.error());
  const auto seconds =
      std::chrono::floor<std::chrono::seconds>(identity.terms.session_length).count();
  Response response{.media_type = "text/html; charset=utf-8", .body = page_to(returned->to)};
  response.fields.emplace_back("Set-Cookie", session_cookie(call.request, returned->session.secret,
                                                            seconds, door.is_by_tls()));
  response.fields.emplace_back("Set-Cookie", attempt_cookie(door, "", 0));
  response.fields.emplace_back("Cache-Control", "no-store");
  response.fields.emplace_back("Content-Security-Policy",
                               "default-src 'none'; frame-ancestors 'none'");
  response.fields.emplace_back("Referrer-Policy", "no-referrer");
  return response;
}

}  // namespace

std::vector<Route> openid_routes(Installation& here, Identity& identity, OpenidDoor* door) {
  using enum Refusal;
  Route leaves = route_of({.pattern = begin_path,
                           .permission = Permission::anyone,
                           .refusals = {openid_not_offered, parameter_unknown, parameter_malformed,
                                        openid_provider_away},
                           .summary = "Sends the browser to the provider of identities; ?to= says "
                                      "where it goes once signed in."},
                          Method::get);
  leaves.status = 303;
  leaves.answer = [door](const Call& call) {
    if (door == nullptr) return refusal_response(call, {openid_not_offered, {}, {}});
    return leave(*door, call);
  };
  Route comes_back =
      route_of({.pattern = "/api/sign-in/openid/callback",
                .permission = Permission::anyone,
                .refusals = {openid_not_offered, openid_attempt_unknown, openid_provider_refused,
                             openid_provider_away, openid_token_refused, openid_no_account},
                .summary = "Where the provider of identities sends the browser back: the answer "
                           "brings the cookie of a session."},
               Method::get);
  comes_back.gives = {.media_type = "text/html"};
  comes_back.answer = [door, &identity](const Call& call) {
    if (door == nullptr) return refusal_response(call, {openid_not_offered, {}, {}});
    return come_back(*door, identity, call);
  };
  return {leaves, comes_back,
          removes(here,
                  {.pattern = "/api/accounts/{reference}/openid",
                   .permission = Permission::manage_accounts,
                   .refusals = {},
                   .summary = "Unlinks an account from the provider of identities; its sessions "
                              "end."},
                  unlink_identities)};
}

}  // namespace vigie
