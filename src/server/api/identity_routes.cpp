#include "server/api/identity_routes.h"

#include <iterator>

#include "server/api/identity_answers.h"
#include "server/identity/session_cookie.h"
#include "usecase/identity/account.h"
#include "usecase/identity/invitation.h"
#include "usecase/identity/password_change.h"
#include "usecase/identity/session.h"
#include "usecase/identity/sign_in.h"
#include "usecase/identity/token.h"

namespace vigie {

namespace {

constexpr std::int64_t microseconds_of_second = 1'000'000;

Response answer_sign_in(Identity& identity, const Call& call, const SignIn& asked) {
  if (is_of_another_site(call.request)) {
    return refusal_response(call, refused(Refusal::cross_site));
  }
  const auto done = sign_in(identity, call.caller, asked);
  if (!done) return refusal_response(call, done.error());
  Response response = nothing_to_say();
  response.fields.emplace_back(
      "Set-Cookie", session_cookie(call.request, done->secret,
                                   identity.terms.session_length.count() / microseconds_of_second));
  return response;
}

Route signs_in(Identity& identity) {
  Route route = posts<SignIn>({.pattern = "/api/session",
                               .permission = Permission::anyone,
                               .refusals = {Refusal::cross_site, Refusal::sign_in_refused},
                               .summary = "Signs in: the answer brings the cookie of a session."},
                              [&identity](const Call& call, const SignIn& asked) {
                                return answer_sign_in(identity, call, asked);
                              });
  route.status = 204;
  return route;
}

Route tells_me(Installation& here) {
  Route route = route_of({.pattern = "/api/session",
                          .permission = Permission::be_signed_in,
                          .refusals = {},
                          .summary = "Who is signed in, and what they may."},
                         Method::get);
  route.gives = shape_of<MeView>();
  route.answer = [&here](const Call& call) {
    const auto view = look(here, call.caller, Permission::be_signed_in, me);
    return view ? plain_answer(*view) : refusal_response(call, view.error());
  };
  return route;
}

Route signs_out(Installation& here) {
  Route route = route_of({.pattern = "/api/session",
                          .permission = Permission::be_signed_in,
                          .refusals = {Refusal::not_found},
                          .summary = "Signs out: the session ends, and its cookie is taken back."},
                         Method::delete_);
  route.status = 204;
  route.answer = [&here](const Call& call) {
    const auto done = perform(here, call.caller, Permission::be_signed_in, sign_out);
    if (!done) return refusal_response(call, done.error());
    Response response = nothing_to_say();
    response.fields.emplace_back("Set-Cookie", no_session_cookie(call.request));
    return response;
  };
  return route;
}

Route changes_password(Identity& identity) {
  Route route = posts<ChangePassword>(
      {.pattern = "/api/password",
       .permission = Permission::be_signed_in,
       .refusals = {Refusal::password_wrong, Refusal::password_short, Refusal::password_is_name},
       .summary = "Chooses another password; one's other sessions end."},
      [&identity](const Call& call, const ChangePassword& asked) {
        const auto done = change_password(identity, call.caller, asked);
        return done ? nothing_to_say() : refusal_response(call, done.error());
      });
  route.status = 204;
  return route;
}

std::vector<Route> session_routes(Installation& here, Identity& identity) {
  return {signs_in(identity),
          tells_me(here),
          signs_out(here),
          changes_password(identity),
          lists(here,
                {.pattern = "/api/sessions",
                 .permission = Permission::be_signed_in,
                 .refusals = {Refusal::cursor_unknown},
                 .summary = "One's own sessions, the oldest first."},
                [&identity](const Look& seen, const ListAsked& asked) {
                  return sessions(seen, asked, identity.terms);
                }),
          removes(here,
                  {.pattern = "/api/sessions/{reference}",
                   .permission = Permission::be_signed_in,
                   .refusals = {},
                   .summary = "Ends one of one's own sessions."},
                  end_session)};
}

Route makes_token(Installation& here, Identity& identity) {
  Route route = posts<MakeToken>(
      {.pattern = "/api/tokens",
       .permission = Permission::be_signed_in,
       .refusals = {Refusal::name_malformed, Refusal::permission_missing,
                    Refusal::permission_not_held, Refusal::expiry_out_of_range},
       .summary = "Makes a token for a program; its secret is shown now only."},
      [&here, &identity](const Call& call, const MakeToken& asked) {
        const auto made = perform(here, call.caller, Permission::be_signed_in, [&](Desk& desk) {
          return make_token(desk, asked, identity.terms);
        });
        if (!made) return refusal_response(call, made.error());
        Response response = plain_answer(*made);
        response.status = 201;
        response.fields.emplace_back("Location", "/api/tokens/" + made->token.reference);
        return response;
      });
  route.gives = shape_of<MadeToken>();
  route.status = 201;
  return route;
}

std::vector<Route> token_routes(Installation& here, Identity& identity) {
  return {lists(here,
                {.pattern = "/api/tokens",
                 .permission = Permission::be_signed_in,
                 .refusals = {Refusal::cursor_unknown},
                 .summary = "One's own tokens, the oldest first, without secrets."},
                tokens),
          makes_token(here, identity),
          removes(here,
                  {.pattern = "/api/tokens/{reference}",
                   .permission = Permission::be_signed_in,
                   .refusals = {},
                   .summary = "Ends one of one's own tokens."},
                  end_token)};
}

std::vector<Route> account_routes(Installation& here) {
  using enum Refusal;
  return {
      lists(here,
            {.pattern = "/api/accounts",
             .permission = Permission::manage_accounts,
             .refusals = {cursor_unknown},
             .summary = "Accounts with their roles, by the names of their owners."},
            accounts),
      creates(here,
              {.pattern = "/api/accounts",
               .permission = Permission::manage_accounts,
               .refusals = {reference_malformed, name_malformed, email_malformed, party_unknown,
                            role_missing, grant_needs_customer, grant_is_whole, grant_repeated,
                            reference_taken, email_taken},
               .summary = "Adds an account, which lets nobody in before it is invited."},
              add_account),
      reads(here,
            {.pattern = "/api/accounts/{reference}",
             .permission = Permission::manage_accounts,
             .refusals = {},
             .summary = "One account with its roles."},
            account),
      changes(here,
              {.pattern = "/api/accounts/{reference}",
               .permission = Permission::manage_accounts,
               .refusals = {version_changed, account_is_closed, name_malformed, role_missing,
                            grant_needs_customer, grant_is_whole, party_unknown,
                            reference_malformed, grant_repeated, last_administrator},
               .summary = "Changes an account, gives and takes roles, or closes it."},
              change_account),
  };
}

Route makes_invitation(Installation& here, Identity& identity) {
  Route route = posts<Invite>(
      {.pattern = "/api/invitations",
       .permission = Permission::manage_accounts,
       .refusals = {Refusal::not_found, Refusal::account_is_closed},
       .summary = "Invites an account to choose a password; the secret is shown now only."},
      [&here, &identity](const Call& call, const Invite& asked) {
        const auto made = perform(here, call.caller, Permission::manage_accounts,
                                  [&](Desk& desk) { return invite(desk, asked, identity.terms); });
        return made ? plain_answer(*made) : refusal_response(call, made.error());
      });
  route.gives = shape_of<InvitationView>();
  return route;
}

Route accepts_invitation(Identity& identity) {
  Route route = posts<AcceptInvitation>(
      {.pattern = "/api/invitations/{token}/acceptance",
       .permission = Permission::anyone,
       .refusals = {Refusal::invitation_unknown, Refusal::password_short,
                    Refusal::password_is_name},
       .summary = "Accepts an invitation: the password is the one that is chosen here."},
      [&identity](const Call& call, const AcceptInvitation& asked) {
        const auto done = accept_invitation(identity, call.caller, call.in_path("token"), asked);
        return done ? nothing_to_say() : refusal_response(call, done.error());
      });
  route.status = 204;
  return route;
}

}  // namespace

std::vector<Route> identity_routes(Installation& here, Identity& identity) {
  std::vector<Route> routes = session_routes(here, identity);
  std::ranges::move(token_routes(here, identity), std::back_inserter(routes));
  std::ranges::move(account_routes(here), std::back_inserter(routes));
  routes.push_back(makes_invitation(here, identity));
  routes.push_back(accepts_invitation(identity));
  return routes;
}

IdentityTerms identity_terms(const Limits& limits) {
  return {.session_idle = std::chrono::minutes{limits[Limit::session_idle_minutes]},
          .session_length = std::chrono::minutes{limits[Limit::session_minutes]},
          .lock = {.most = limits[Limit::sign_in_failures],
                   .wait = std::chrono::minutes{limits[Limit::sign_in_lock_minutes]}},
          .password_checks = limits[Limit::password_checks],
          .token_days = limits[Limit::token_days],
          .invitation = std::chrono::days{limits[Limit::invitation_days]}};
}

}  // namespace vigie
