#include "server/api/api_query_route.h"
#include "server/api/identity_answers.h"
#include "server/api/notice/notice_routes.h"
#include "server/api/notice/notice_view.h"

namespace vigie {

struct UnreadNotices {
  std::int64_t count = 0;
};

template <>
inline constexpr std::string_view title_of<UnreadNotices> = "UnreadNotices";
template <>
inline constexpr auto fields_of<UnreadNotices> = std::tuple{
    field("count", &UnreadNotices::count, "How many of one's own notices one has not read."),
};

namespace {

constexpr auto own = Permission::be_signed_in;

Route lists_inbox(const NoticeParts& parts) {
  Route route = route_of({.pattern = "/api/notices",
                          .permission = own,
                          .refusals = {Refusal::unauthenticated, Refusal::cursor_unknown},
                          .summary = "One's own notices, the last ones first."},
                         Method::get);
  route.query = query_shape_of<InboxFilter>();
  route.gives = shape_of<NoticeView>();
  route.gives.is_page = true;
  route.answer = [parts, names = route.query.names](const Call& call) {
    const Outcome<InboxFilter> filter = query_asked<InboxFilter>(call, page_parameters);
    if (!filter) return refusal_response(call, filter.error());
    return answer_listed(
        parts.here, call, own, names,
        [&](const Look& rows, const ListAsked& asked) -> Outcome<ListPage<NoticeView>> {
          const auto page = inbox(rows, asked, *filter);
          if (!page) return page.error();
          ListPage<NoticeView> shown{.items = {}, .next = page->next};
          for (const InboxEntry& entry : page->items) {
            shown.items.push_back(notice_view(entry, parts.delivery, parts.zones));
          }
          return shown;
        });
  };
  return route;
}

Route reads_notice(const NoticeParts& parts) {
  return reads_with<NoticeView>(
      parts.here,
      {.pattern = "/api/notices/{reference}",
       .permission = own,
       .refusals = {Refusal::unauthenticated},
       .summary = "One of one's own notices."},
      [parts](const Look& rows, std::string_view reference) -> Outcome<NoticeView> {
        const auto entry = inbox_notice(rows, reference);
        if (!entry) return entry.error();
        return notice_view(*entry, parts.delivery, parts.zones);
      });
}

Route counts_unread(Installation& here) {
  Route route = route_of({.pattern = "/api/me/unread-notices",
                          .permission = own,
                          .refusals = {Refusal::unauthenticated},
                          .summary = "How many of one's own notices one has not read."},
                         Method::get);
  route.gives = shape_of<UnreadNotices>();
  route.answer = [&here](const Call& call) {
    const auto count = look(here, call.caller, own, unread_notices);
    if (!count) return refusal_response(call, count.error());
    return plain_answer(UnreadNotices{.count = *count});
  };
  return route;
}

Route marks_read(Installation& here) {
  Route route = route_of({.pattern = "/api/notices/{reference}/read",
                          .permission = own,
                          .refusals = {Refusal::unauthenticated, Refusal::not_found},
                          .summary = "One has read this notice."},
                         Method::post);
  route.status = 204;
  route.answer = [&here](const Call& call) {
    const auto done = perform(here, call.caller, own, [&](Desk& desk) {
      return read_notice(desk, call.in_path("reference"));
    });
    return done ? nothing_to_say() : refusal_response(call, done.error());
  };
  return route;
}

Route marks_all_read(Installation& here) {
  Route route = route_of({.pattern = "/api/me/read-notices",
                          .permission = own,
                          .refusals = {Refusal::unauthenticated},
                          .summary = "One has read all of one's notices."},
                         Method::post);
  route.status = 204;
  route.answer = [&here](const Call& call) {
    const auto done = perform(here, call.caller, own, read_all_notices);
    return done ? nothing_to_say() : refusal_response(call, done.error());
  };
  return route;
}

}  // namespace

std::vector<Route> inbox_routes(const NoticeParts& parts) {
  return {lists_inbox(parts), reads_notice(parts), marks_read(parts.here),
          counts_unread(parts.here), marks_all_read(parts.here)};
}

}  // namespace vigie
