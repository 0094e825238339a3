// A use case as a route.
#pragma once

#include <functional>

#include "notation/json/json_fields.h"
#include "server/api/answering.h"

namespace vigie {

/// What is said of a route beside its use case.
struct RouteHead {
  std::string_view pattern;  // "/api/parties/{reference}"
  Permission permission{};
  std::vector<Refusal> refusals;
  std::string_view summary;
};

template <class View>
AnswerBody body_of(const View& view) {
  JsonWriter json;
  write_fields(json, view);
  return {.json = json.take(), .reference = view.reference, .version = view.version};
}

/// Reads the body, or refuses it.
template <class Asked, class Answer>
Response answer_body(const Call& call, Answer answer) {
  if (const auto refused = media_refusal(call)) return refusal_response(call, *refused);
  JsonRoad road{body_bounds(call)};
  const auto asked = read_json<Asked>(call.request.body, road);
  if (!asked) return body_refusal(call, road);
  return answer(*asked);
}

inline Route route_of(const RouteHead& head, Method method) {
  return {.method = method,
          .pattern = head.pattern,
          .permission = head.permission,
          .refusals = head.refusals,
          .summary = head.summary};
}

template <class Asked, class View>
using CreatingWork = std::function<Outcome<View>(Desk&, const Asked&)>;

/// POST of `Asked`, answered 201 with the `View` of what was made; may be repeated with an
/// Idempotency-Key.
template <class Asked, class View>
Route creates(Installation& here, RouteHead head, CreatingWork<Asked, View> work) {
  Route route = route_of(head, Method::post);
  route.takes = shape_of<Asked>();
  route.gives = shape_of<View>();
  route.status = 201;
  route.tells_version = true;
  route.is_repeatable = true;
  route.answer = [&here, permission = head.permission, work](const Call& call) {
    return answer_body<Asked>(call, [&](const Asked& asked) {
      return answer_creation(here, call, permission, [&](Desk& desk) -> Outcome<AnswerBody> {
        auto view = work(desk, asked);
        if (!view) return view.error();
        return body_of(*view);
      });
    });
  };
  return route;
}

template <class Asked, class View>
Route creates(Installation& here, RouteHead head, Outcome<View> (*work)(Desk&, const Asked&)) {
  return creates(here, std::move(head), CreatingWork<Asked, View>{work});
}

/// POST of `Asked` about the thing that `{reference}` names, answered 201 with the `View` of that;
/// If-Match may say which version was seen, an Idempotency-Key lets it be repeated.
template <class Asked, class View>
Route acts_on(Installation& here, RouteHead head,
              std::function<Outcome<View>(Desk&, const Addressed&, const Asked&)> work) {
  Route route = route_of(head, Method::post);
  route.takes = shape_of<Asked>();
  route.gives = shape_of<View>();
  route.status = 201;
  route.is_repeatable = true;
  route.tells_version = true;
  route.answer = [&here, permission = head.permission, work](const Call& call) {
    return answer_body<Asked>(call, [&](const Asked& asked) {
      return answer_act(here, call, permission,
                        [&](Desk& desk, const Addressed& at) -> Outcome<AnswerBody> {
                          auto view = work(desk, at, asked);
                          if (!view) return view.error();
                          return body_of(*view);
                        });
    });
  };
  return route;
}

template <class Asked, class View>
using ChangingWork = std::function<Outcome<View>(Desk&, const Addressed&, const Asked&)>;

/// PATCH of `Asked` on the thing that `{reference}` names, under If-Match.
template <class Asked, class View>
Route changes(Installation& here, RouteHead head, ChangingWork<Asked, View> work) {
  Route route = route_of(head, Method::patch);
  route.takes = shape_of<Asked>();
  route.gives = shape_of<View>();
  route.wants_version = true;
  route.tells_version = true;
  route.answer = [&here, permission = head.permission, work](const Call& call) {
    return answer_body<Asked>(call, [&](const Asked& asked) {
      return answer_change(here, call, permission,
                           [&](Desk& desk, const Addressed& at) -> Outcome<AnswerBody> {
                             auto view = work(desk, at, asked);
                             if (!view) return view.error();
                             return body_of(*view);
                           });
    });
  };
  return route;
}

template <class Asked, class View>
Route changes(Installation& here, RouteHead head,
              Outcome<View> (*work)(Desk&, const Addressed&, const Asked&)) {
  return changes(here, std::move(head), ChangingWork<Asked, View>{work});
}

/// GET of the thing that `{reference}` names, as its version is: `read` stands on more than the
/// rows.
template <class View, class Read>
Route reads(Installation& here, RouteHead head, Read read) {
  Route route = route_of(head, Method::get);
  route.gives = shape_of<View>();
  route.tells_version = true;
  route.answer = [&here, permission = head.permission, read](const Call& call) {
    return answer_read(here, call, permission, [&](const Look& seen) -> Outcome<AnswerBody> {
      auto view = read(seen, call.in_path("reference"));
      if (!view) return view.error();
      return body_of(*view);
    });
  };
  return route;
}

/// The same, of a use case that stands on the rows alone.
template <class View>
Route reads(Installation& here, RouteHead head,
            Outcome<View> (*read)(const Look&, std::string_view)) {
  return reads<View, Outcome<View> (*)(const Look&, std::string_view)>(here, std::move(head), read);
}

/// GET of a page: {"items": [...], "next": "..."}, as `read` gives it for a look and what is asked;
/// `is_searched`: by words in ?search= too.
template <class Read>
Route lists(Installation& here, RouteHead head, Read read, bool is_searched = false) {
  using Answer = std::invoke_result_t<Read, const Look&, const ListAsked&>;
  using Page = std::remove_cvref_t<decltype(*std::declval<Answer&>())>;
  using View = decltype(Page::items)::value_type;
  Route route = route_of(head, Method::get);
  route.is_searched = is_searched;
  route.gives = shape_of<View>();
  route.gives.is_page = true;
  route.answer = [&here, permission = head.permission, read, is_searched](const Call& call) {
    const auto page_of = [&](const Look& seen, const ListAsked& asked) -> Outcome<std::string> {
      const Answer page = read(seen, asked);
      if (!page) return page.error();
      JsonWriter json;
      json.begin_object().key("items").begin_array();
      for (const View& view : page->items) write_fields(json, view);
      json.end_array();
      if (page->next) json.field("next", std::string_view{*page->next});
      json.end_object();
      return json.take();
    };
    return answer_page(here, call, permission, page_of, is_searched);
  };
  return route;
}

}  // namespace vigie
