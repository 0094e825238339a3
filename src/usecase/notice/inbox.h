// One's own notices, in the application.
#pragma once

#include "store/notice/posting.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct InboxEntry {
  Letter letter;
  std::string acknowledged_by;  // reference of a person; empty: nobody
};

struct InboxFilter {
  std::optional<bool> unread;
};

template <>
inline constexpr auto fields_of<InboxFilter> = std::tuple{
    field("unread", &InboxFilter::unread, "Those alone that one has not read."),
};

/// The last ones first. Refused, in this order: unauthenticated, cursor_unknown.
Outcome<ListPage<InboxEntry>> inbox(const Look& look, const ListAsked& asked,
                                    const InboxFilter& filter);

/// By the reference of the notice. Refused, in this order: unauthenticated, not_found.
Outcome<InboxEntry> inbox_notice(const Look& look, std::string_view reference);

/// Refused: unauthenticated.
Outcome<std::int64_t> unread_notices(const Look& look);

/// As mail is read: no act tells of it. Refused, in this order: unauthenticated, not_found.
Outcome<std::string> read_notice(Desk& desk, std::string_view reference);
/// Gives how many were unread. Refused: unauthenticated.
Outcome<std::int64_t> read_all_notices(Desk& desk);

}  // namespace vigie
