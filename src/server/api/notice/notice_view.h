// A notice as its reader sees it.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "server/delivery/told_letter.h"
#include "usecase/notice/inbox.h"

namespace vigie {

struct NoticeView {
  std::string reference;
  std::int64_t version = 1;
  WarningTrigger watches{};
  Thing thing{};
  std::string subject;
  std::optional<std::string> customer;
  std::optional<std::string> team;
  std::string title;
  std::string sentence;
  Instant reached_at;
  Instant made_at;
  std::optional<Instant> due_at;
  std::optional<std::int64_t> late_seconds;
  std::int64_t level = 0;
  bool is_urgent = false;
  std::optional<Instant> read_at;
  std::optional<std::string> acknowledged_by;
  std::optional<Instant> acknowledged_at;
  std::string rule;
};

template <>
inline constexpr std::string_view title_of<NoticeView> = "Notice";
template <>
inline constexpr auto fields_of<NoticeView> = std::tuple{
    field("reference", &NoticeView::reference, "What it is called."),
    field("version", &NoticeView::version, "Raised by one by each change."),
    field("watches", &NoticeView::watches, "What its rule tells of."),
    field("thing", &NoticeView::thing, "What kind of thing it is about."),
    field("subject", &NoticeView::subject, "Which one, by reference."),
    field("customer", &NoticeView::customer, "Its name; none: nobody's."),
    field("team", &NoticeView::team, "Which team had the ball; none: no team."),
    field("title", &NoticeView::title, "In a line, in the language of its reader."),
    field("sentence", &NoticeView::sentence, "What happened, in the language of its reader."),
    field("reached_at", &NoticeView::reached_at, "When the point was reached."),
    field("made_at", &NoticeView::made_at, "When the notice was made."),
    field("due_at", &NoticeView::due_at, "When it falls due."),
    field("late_seconds", &NoticeView::late_seconds, "How late it was made; none: in time."),
    field("level", &NoticeView::level, "By which level of the ladder one was told."),
    field("is_urgent", &NoticeView::is_urgent, "It was told at any hour."),
    field("read_at", &NoticeView::read_at, "When one read it; none: one has not."),
    field("acknowledged_by", &NoticeView::acknowledged_by,
          "Who took it in charge, by reference; none: nobody."),
    field("acknowledged_at", &NoticeView::acknowledged_at, "When."),
    field("rule", &NoticeView::rule, "Name of the rule."),
};

/// In the language of the account, and its zone.
NoticeView notice_view(const InboxEntry& entry, const DeliveryTerms& delivery, ZoneSource& zones);

}  // namespace vigie
