// Use cases as routes that read parameters, and lists of what belongs to one thing.
#pragma once

#include "server/api/api_query_fields.h"
#include "server/api/api_route.h"

namespace vigie {

template <class View>
std::string page_body(const ListPage<View>& page) {
  JsonWriter json;
  json.begin_object().key("items").begin_array();
  for (const View& view : page.items) write_fields(json, view);
  json.end_array();
  if (page.next) json.field("next", std::string_view{*page.next});
  return json.end_object().take();
}

/// Answers a page that `read` gives: `Outcome<ListPage<View>>(const Look&, const ListAsked&)`.
template <class Read>
Response answer_listed(Installation& here, const Call& call, Permission permission,
                       std::span<const std::string_view> others, Read read) {
  const Outcome<ListAsked> asked = page_asked(call, false, others);
  if (!asked) return refusal_response(call, asked.error());
  const auto seen =
      look(here, call.caller, permission, [&](const Look& rows) -> Outcome<std::string> {
        const auto page = read(rows, *asked);
        if (!page) return page.error();
        return page_body(*page);
      });
  if (!seen) return refusal_response(call, seen.error());
  return {.body = *seen};
}

/// GET of a page of what belongs to the thing that `{reference}` names.
template <class View>
Route lists_of(Installation& here, RouteHead head,
               Outcome<ListPage<View>> (*read)(const Look&, std::string_view, const ListAsked&)) {
  Route route = route_of(head, Method::get);
  route.gives = shape_of<View>();
  route.gives.is_page = true;
  route.answer = [&here, permission = head.permission, read](const Call& call) {
    return answer_listed(here, call, permission, {}, [&](const Look& rows, const ListAsked& asked) {
      return read(rows, call.in_path("reference"), asked);
    });
  };
  return route;
}

/// GET of a page, by a use case that stands on more than the rows.
template <class View, class Read>
Route lists_with(Installation& here, RouteHead head, Read read) {
  Route route = route_of(head, Method::get);
  route.gives = shape_of<View>();
  route.gives.is_page = true;
  route.answer = [&here, permission = head.permission, read](const Call& call) {
    return answer_listed(here, call, permission, {}, read);
  };
  return route;
}

/// GET of the thing that `{reference}` names, by a use case that stands on more than the rows. What
/// it shows follows from the instant of the question, so no tag names it: If-Match takes the
/// version that the body tells.
template <class View, class Read>
Route reads_with(Installation& here, RouteHead head, Read read) {
  Route route = route_of(head, Method::get);
  route.gives = shape_of<View>();
  route.answer = [&here, permission = head.permission, read](const Call& call) {
    Response response =
        answer_read(here, call, permission, [&](const Look& rows) -> Outcome<AnswerBody> {
          auto view = read(rows, call.in_path("reference"));
          if (!view) return view.error();
          return body_of(*view);
        });
    response.entity_tag.clear();
    return response;
  };
  return route;
}

/// GET of a page, cut by the parameters that `Filter` describes.
template <class View, class Filter>
Route lists_where(
    Installation& here, RouteHead head,
    std::function<Outcome<ListPage<View>>(const Look&, const ListAsked&, const Filter&)> read) {
  Route route = route_of(head, Method::get);
  route.query = query_shape_of<Filter>();
  route.gives = shape_of<View>();
  route.gives.is_page = true;
  route.answer = [&here, permission = head.permission, read,
                  names = route.query.names](const Call& call) {
    const Outcome<Filter> filter = query_asked<Filter>(call, page_parameters);
    if (!filter) return refusal_response(call, filter.error());
    return answer_listed(
        here, call, permission, names,
        [&](const Look& rows, const ListAsked& asked) { return read(rows, asked, *filter); });
  };
  return route;
}

template <class View, class Filter>
Route lists_where(Installation& here, RouteHead head,
                  Outcome<ListPage<View>> (*read)(const Look&, const ListAsked&, const Filter&)) {
  return lists_where<View, Filter>(
      here, std::move(head),
      std::function<Outcome<ListPage<View>>(const Look&, const ListAsked&, const Filter&)>{read});
}

/// The same, as the parameters that `Asked` describes want it.
template <class View, class Asked>
Route reads_as(Installation& here, RouteHead head,
               std::function<Outcome<View>(const Look&, std::string_view, const Asked&)> read) {
  Route route = route_of(head, Method::get);
  route.query = query_shape_of<Asked>();
  route.gives = shape_of<View>();
  route.answer = [&here, permission = head.permission, read](const Call& call) {
    const Outcome<Asked> asked = query_asked<Asked>(call);
    if (!asked) return refusal_response(call, asked.error());
    Response response =
        answer_read(here, call, permission, [&](const Look& rows) -> Outcome<AnswerBody> {
          auto view = read(rows, call.in_path("reference"), *asked);
          if (!view) return view.error();
          return body_of(*view);
        });
    response.entity_tag.clear();
    return response;
  };
  return route;
}

}  // namespace vigie
