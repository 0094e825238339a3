#include "server/api/view/view_routes.h"

#include "server/api/api_query_route.h"
#include "server/api/identity_answers.h"
#include "usecase/view/view.h"

namespace vigie {

namespace {

constexpr auto signed_in = Permission::be_signed_in;

/// A view may be saved as often as one likes: an account has a limit of them.
Route saves_view(Installation& here) {
  using enum Refusal;
  Route route = creates<ViewToSave, SavedView>(
      here,
      {.pattern = "/api/views",
       .permission = signed_in,
       .refusals = {unauthenticated, name_malformed, reference_malformed, views_full},
       .summary = "Saves what one looks at on a screen."},
      CreatingWork<ViewToSave, SavedView>{});
  route.answer = [&here](const Call& call) {
    const std::int64_t most = call.limits[Limit::views_of_account];
    return answer_body<ViewToSave>(call, [&](const ViewToSave& asked) {
      return answer_creation(here, call, signed_in, [&](Desk& desk) -> Outcome<AnswerBody> {
        const auto view = save_view(desk, asked, most);
        if (!view) return view.error();
        return body_of(*view);
      });
    });
  };
  return route;
}

}  // namespace

std::vector<Route> view_routes(Installation& here) {
  using enum Refusal;
  return {lists_where(
              here,
              {.pattern = "/api/views",
               .permission = signed_in,
               .refusals = {unauthenticated, cursor_unknown},
               .summary = "One's own saved views and those shared in the same company, by name."},
              saved_views),
          saves_view(here),
          reads(here,
                {.pattern = "/api/views/{reference}",
                 .permission = signed_in,
                 .refusals = {unauthenticated},
                 .summary = "One saved view."},
                saved_view),
          changes(here,
                  {.pattern = "/api/views/{reference}",
                   .permission = signed_in,
                   .refusals = {unauthenticated, not_found, view_of_other, version_changed,
                                name_malformed},
                   .summary = "Changes one's own view."},
                  change_view),
          removes(here,
                  {.pattern = "/api/views/{reference}",
                   .permission = signed_in,
                   .refusals = {unauthenticated, not_found, view_of_other},
                   .summary = "Removes one's own view."},
                  remove_view)};
}

}  // namespace vigie
