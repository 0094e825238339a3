#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "server/api/notice/webhook_trial.h"
#include "usecase/notice/webhook.h"

namespace vigie {

namespace {

constexpr auto for_webhooks = Permission::manage_deliveries;

Response made_answer(const Call& call, const Outcome<MadeWebhook>& made, int status) {
  if (!made) return refusal_response(call, made.error());
  Response response = plain_answer(*made);
  response.status = status;
  return response;
}

Route adds_webhook(const NoticeParts& parts) {
  Route route = posts<WebhookAddition>(
      {.pattern = "/api/webhooks",
       .permission = for_webhooks,
       .refusals = {Refusal::reference_malformed, Refusal::name_malformed,
                    Refusal::webhook_address_refused, Refusal::webhook_secret_malformed,
                    Refusal::reference_taken},
       .summary = "Adds a program that is told of notices; its secret is shown now only."},
      [parts](const Call& call, const WebhookAddition& asked) {
        const auto made = perform(parts.here, call.caller, for_webhooks, [&](Desk& desk) {
          return add_webhook(desk, asked, parts.delivery.webhook_hosts);
        });
        Response response = made_answer(call, made, 201);
        if (made) {
          response.fields.emplace_back("Location", "/api/webhooks/" + made->webhook.reference);
        }
        return response;
      });
  route.gives = shape_of<MadeWebhook>();
  route.status = 201;
  return route;
}

Route changes_secret(Installation& here) {
  Route route = posts<NewSecret>(
      {.pattern = "/api/webhooks/{reference}/secret",
       .permission = for_webhooks,
       .refusals = {Refusal::not_found, Refusal::webhook_is_closed,
                    Refusal::webhook_secret_malformed},
       .summary = "Gives a webhook another secret; for a day calls are signed with both."},
      [&here](const Call& call, const NewSecret& asked) {
        return made_answer(call,
                           perform(here, call.caller, for_webhooks,
                                   [&](Desk& desk) {
                                     return change_secret(desk, call.in_path("reference"), asked);
                                   }),
                           200);
      });
  route.gives = shape_of<MadeWebhook>();
  return route;
}

Route tries_webhook(const NoticeParts& parts) {
  Route route = route_of({.pattern = "/api/webhooks/{reference}/trial",
                          .permission = for_webhooks,
                          .refusals = {Refusal::not_found, Refusal::webhook_is_closed},
                          .summary = "Calls a webhook once with a made-up notice, and tells what "
                                     "it answered."},
                         Method::post);
  route.gives = shape_of<WebhookTrial>();
  route.answer = [parts](const Call& call) {
    const auto tried = try_webhook(parts, call);
    return tried ? plain_answer(*tried) : refusal_response(call, tried.error());
  };
  return route;
}

}  // namespace

std::vector<Route> webhook_routes(const NoticeParts& parts) {
  return {lists(parts.here,
                {.pattern = "/api/webhooks",
                 .permission = for_webhooks,
                 .refusals = {Refusal::cursor_unknown},
                 .summary = "Programs that are told of notices, by their names."},
                webhooks),
          adds_webhook(parts),
          reads(parts.here,
                {.pattern = "/api/webhooks/{reference}",
                 .permission = for_webhooks,
                 .refusals = {},
                 .summary = "One webhook, without its secret."},
                webhook),
          changes<WebhookChange, WebhookView>(
              parts.here,
              {.pattern = "/api/webhooks/{reference}",
               .permission = for_webhooks,
               .refusals = {Refusal::version_changed, Refusal::name_malformed,
                            Refusal::webhook_address_refused},
               .summary = "Changes a webhook, closes it or opens it again."},
              [parts](Desk& desk, const Addressed& at, const WebhookChange& asked) {
                return change_webhook(desk, at, asked, parts.delivery.webhook_hosts);
              }),
          changes_secret(parts.here),
          tries_webhook(parts)};
}

}  // namespace vigie
