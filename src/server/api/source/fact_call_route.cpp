// The door by which sources call.
#include "notation/source/alert_payload.h"
#include "server/api/api_route.h"
#include "server/api/source/source_routes.h"
#include "server/identity/entrance.h"

namespace vigie {

namespace {

using enum Refusal;

/// A call on its way in.
class FactCall {
 public:
  FactCall(const SourceParts& parts, const Call& call)
      : parts_{parts},
        call_{call},
        shown_{credential_of(call.request)},
        said_{.reference = call.in_path("reference"),
              .id = call.request.fields.of("webhook-id"),
              .timestamp = call.request.fields.of("webhook-timestamp"),
              .signatures = call.request.fields.of("webhook-signature"),
              .secret = shown_.kind == Credential::Kind::token ? std::string_view{shown_.secret}
                                                               : std::string_view{},
              .body = call.request.body} {}

  Response answer() {
    std::optional<Outcome<SourceHeard>> heard;
    parts_.here.database.read(
        [&](Connection& rows) { heard.emplace(let_in(rows, parts_.here.sealer.key(), said_)); });
    if (!*heard) return refusal_response(call_, heard->error());
    const KeptSource& source = (*heard)->source;
    return source.row.kind == SourceKind::tickets ? take_rows(source)
                                                  : take_payload(source, (*heard)->now);
  }

 private:
  Response take_payload(const KeptSource& source, Instant now) {
    const auto profile = source_profile_from(source.row.kind, source.row.profile, parts_.zones);
    if (!profile.profile) {
      return refusal_response(call_, Refused{document_faulty, {}, profile.faults});
    }
    JsonRoad road{body_bounds(call_)};
    const PayloadRead read = alerts_from({.body = call_.request.body,
                                          .profile = *profile.profile,
                                          .zones = parts_.zones,
                                          .heard_at = now},
                                         road);
    if (!road.faults().empty()) return body_refusal(call_, road);
    return take(Permission::write_outages,
                [&](Desk& desk, const KeptSource& of, Instant at) -> Outcome<FactsTaken> {
                  FactsTaken taken = take_alerts(desk, parts_.shelf, {of, at, read.said});
                  taken.ignored += read.ignored;
                  return taken;
                });
  }

  Response take_rows(const KeptSource& source) {
    const TicketFacts facts{.reader = parts_.import_reader,
                            .shelf = parts_.shelf,
                            .most_rows = call_.limits.size(Limit::list_items)};
    const auto told = read_tickets(parts_.here, facts, source, call_.request.body);
    if (!told) return refusal_response(call_, told.error());
    return take(Permission::run_imports,
                [&](Desk& desk, const KeptSource& of, Instant) -> Outcome<FactsTaken> {
                  return take_tickets(desk, parts_.shelf, of, **told);
                });
  }

  Response take(Permission permission,
                std::function<Outcome<FactsTaken>(Desk&, const KeptSource&, Instant)> work) {
    const auto taken = take_call(parts_.here,
                                 {.call = said_,
                                  .origin = call_.request.peer + " " + call_.request.id,
                                  .permission = permission,
                                  .take = std::move(work)},
                                 [](const FactsTaken& facts) {
                                   JsonWriter json;
                                   write_fields(json, facts);
                                   return json.take();
                                 });
    if (!taken) return refusal_response(call_, taken.error());
    if (parts_.heard) parts_.heard();
    return {.status = 202, .body = *taken};
  }

  const SourceParts& parts_;
  const Call& call_;
  Credential shown_;
  SourceCall said_;
};

}  // namespace

Route takes_facts(const SourceParts& parts) {
  Route route = route_of(
      {.pattern = "/api/sources/{reference}/facts",
       .permission = Permission::anyone,
       .refusals = {call_not_let_in, call_not_timely, source_closed, document_faulty,
                    body_not_understood, import_too_long, import_has_no_ticket, call_id_reused},
       .summary = "Takes what a source tells, once: a webhook signed as Standard Webhooks asks, or"
                  " with its secret after Bearer."},
      Method::post);
  route.takes = {.media_type = "*/*"};
  route.gives = shape_of<FactsTaken>();
  route.status = 202;
  route.answer = [parts](const Call& call) { return FactCall{parts, call}.answer(); };
  return route;
}

}  // namespace vigie
