#include "server/api/source/source_routes.h"

#include "notation/source/source_profile.h"
#include "server/api/api_route.h"
#include "usecase/source/source.h"

namespace vigie {

namespace {

using enum Refusal;

constexpr Permission manages = Permission::manage_sources;

/// Of a source of tickets, the profile of an import; of another, that of its kind, changed.
CheckProfile check_of(const SourceParts& parts) {
  return [&zones = parts.zones, &reader = parts.import_reader](SourceKind kind,
                                                               std::string_view profile) {
    if (kind != SourceKind::tickets) return source_profile_from(kind, profile, zones).faults;
    return profile.empty() ? std::vector<Fault>{} : reader.check(profile);
  };
}

/// 201 with a secret: it is not kept for an Idempotency-Key.
Response secret_response(const Call& call, const Outcome<SourceSecret>& made) {
  if (!made) return refusal_response(call, made.error());
  JsonWriter json;
  write_fields(json, *made);
  Response response{.status = 201, .body = json.take()};
  response.fields.emplace_back("Location", "/api/sources/" + made->source.reference);
  return response;
}

Route adds_source(const SourceParts& parts) {
  Route route = route_of(
      {.pattern = "/api/sources",
       .permission = manages,
       .refusals = {reference_malformed, name_malformed, customer_unknown, source_needs_customer,
                    parameter_malformed, document_faulty, reference_taken},
       .summary = "Adds a source of facts; its secret is shown now only."},
      Method::post);
  route.takes = shape_of<AddSource>();
  route.gives = shape_of<SourceSecret>();
  route.status = 201;
  route.answer = [&here = parts.here, check = check_of(parts)](const Call& call) {
    return answer_body<AddSource>(call, [&](const AddSource& asked) {
      return secret_response(call, perform(here, call.caller, manages, [&](Desk& desk) {
                               return add_source(desk, check, asked);
                             }));
    });
  };
  return route;
}

Route changes_secret(const SourceParts& parts) {
  Route route = route_of({.pattern = "/api/sources/{reference}/secret",
                          .permission = manages,
                          .refusals = {version_changed},
                          .summary = "Makes another secret, shown now only; the one before lets in"
                                     " no more."},
                         Method::post);
  route.gives = shape_of<SourceSecret>();
  route.status = 201;
  route.wants_version = true;
  route.answer = [&here = parts.here](const Call& call) {
    const Outcome<std::int64_t> version = version_asked(call);
    if (!version) return refusal_response(call, version.error());
    const Addressed at{.reference = call.in_path("reference"), .version = *version};
    return secret_response(call, perform(here, call.caller, manages,
                                         [&](Desk& desk) { return change_secret(desk, at); }));
  };
  return route;
}

Route lists_alerts(Installation& here) {
  Route route = route_of({.pattern = "/api/sources/{reference}/alerts",
                          .permission = manages,
                          .refusals = {cursor_unknown},
                          .summary = "What a source said, the last first: each time that something"
                                     " was down, and what could not be mapped."},
                         Method::get);
  route.gives = shape_of<AlertView>();
  route.gives.is_page = true;
  route.answer = [&here](const Call& call) {
    return answer_page(here, call, manages,
                       [&](const Look& seen, const ListAsked& asked) -> Outcome<std::string> {
                         const auto page = alerts_of_source(seen, call.in_path("reference"), asked);
                         if (!page) return page.error();
                         JsonWriter json;
                         json.begin_object().key("items").begin_array();
                         for (const AlertView& view : page->items) write_fields(json, view);
                         json.end_array();
                         if (page->next) json.field("next", std::string_view{*page->next});
                         json.end_object();
                         return json.take();
                       });
  };
  return route;
}

}  // namespace

std::vector<Route> source_routes(const SourceParts& parts) {
  return {
      lists(parts.here,
            {.pattern = "/api/sources",
             .permission = manages,
             .refusals = {cursor_unknown},
             .summary = "Programs that tell of outages and tickets, by name."},
            sources, true),
      adds_source(parts),
      reads(parts.here,
            {.pattern = "/api/sources/{reference}",
             .permission = manages,
             .refusals = {},
             .summary = "One source of facts, without its secret."},
            source),
      changes<ChangeSource, SourceView>(
          parts.here,
          {.pattern = "/api/sources/{reference}",
           .permission = manages,
           .refusals = {version_changed, name_malformed, parameter_malformed, document_faulty},
           .summary = "Changes a source, closes it, or opens it again."},
          [check = check_of(parts)](Desk& desk, const Addressed& at, const ChangeSource& asked) {
            return change_source(desk, check, at, asked);
          }),
      changes_secret(parts),
      lists_alerts(parts.here),
      takes_facts(parts),
  };
}

}  // namespace vigie
