// Deliveries, as administrators look after them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/notice/told_delivery.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct DeliveryView {
  std::string reference;
  std::int64_t version = 0;
  std::string notice;
  NoticeChannel channel{};
  DeliveryState state{};
  std::optional<std::string> person;
  std::optional<std::string> webhook;
  std::int64_t level = 0;
  bool is_urgent = false;
  std::int64_t attempt = 0;
  Instant due_at;
  std::optional<Instant> ended_at;
  std::string error;
};

template <>
inline constexpr std::string_view title_of<DeliveryView> = "Delivery";
template <>
inline constexpr auto fields_of<DeliveryView> = std::tuple{
    field("reference", &DeliveryView::reference,
          "Stable: the Message-ID of an e-mail begins with it, a call tells it as webhook-id."),
    field("version", &DeliveryView::version, "How often it was tried."),
    field("notice", &DeliveryView::notice, "Reference of the notice."),
    field("channel", &DeliveryView::channel, "How it is told."),
    field("state", &DeliveryView::state, "Where it stands."),
    field("person", &DeliveryView::person, "To whom; none: to a program."),
    field("webhook", &DeliveryView::webhook, "To which program; none: to a person."),
    field("level", &DeliveryView::level, "By which level of the ladder."),
    field("is_urgent", &DeliveryView::is_urgent, "At any hour, whatever its recipient prefers."),
    field("attempt", &DeliveryView::attempt, "How often it was tried."),
    field("due_at", &DeliveryView::due_at, "Not before, of one that waits."),
    field("ended_at", &DeliveryView::ended_at, "When it was delivered, given up or dropped."),
    field("error", &DeliveryView::error, "What was answered to the last try; empty: nothing."),
};

struct DeliveryFilter {
  std::optional<DeliveryState> state;
  std::optional<NoticeChannel> channel;
  std::optional<std::string> webhook;
};

template <>
inline constexpr auto fields_of<DeliveryFilter> = std::tuple{
    field("state", &DeliveryFilter::state, "Where they stand."),
    field("channel", &DeliveryFilter::channel, "How they are told."),
    field("webhook", &DeliveryFilter::webhook, "To that program alone."),
};

struct ReplayAsked {
  std::optional<DeliveryState> state;
  std::optional<NoticeChannel> channel;
  std::optional<std::string> webhook;
  std::int64_t count = 0;
};

template <>
inline constexpr std::string_view title_of<ReplayAsked> = "DeliveriesToReplay";
template <>
inline constexpr auto fields_of<ReplayAsked> = std::tuple{
    field("state", &ReplayAsked::state, "failed or dropped; both unless said."),
    field("channel", &ReplayAsked::channel, "How they are told; any unless said."),
    field("webhook", &ReplayAsked::webhook, "To that program alone; to anyone unless said."),
    field("count", &ReplayAsked::count, "How many one has seen: refused when they are others."),
};

struct DeliverySummary {
  std::string reference = "summary";
  std::int64_t version = 0;
  bool sends_email = false;
  std::int64_t waiting_email = 0;
  std::int64_t waiting_webhook = 0;
  std::int64_t failed_email = 0;
  std::int64_t failed_webhook = 0;
};

template <>
inline constexpr std::string_view title_of<DeliverySummary> = "DeliverySummary";
template <>
inline constexpr auto fields_of<DeliverySummary> = std::tuple{
    field("sends_email", &DeliverySummary::sends_email,
          "Whether this node has a server of e-mail: setting mail_server."),
    field("waiting_email", &DeliverySummary::waiting_email, "E-mails that wait."),
    field("waiting_webhook", &DeliverySummary::waiting_webhook, "Calls that wait."),
    field("failed_email", &DeliverySummary::failed_email, "E-mails that were given up."),
    field("failed_webhook", &DeliverySummary::failed_webhook, "Calls that were given up."),
};

/// The last ones first. Refused: cursor_unknown.
Outcome<ListPage<DeliveryView>> deliveries(const Look& look, const ListAsked& asked,
                                           const DeliveryFilter& filter);
/// Refused: not_found.
Outcome<DeliveryView> delivery(const Look& look, std::string_view reference);
/// Of those that wait and those that failed, all nodes together.
DeliverySummary delivery_summary(Connection& rows);

/// Tried again from the beginning, under the same reference. Refused, in this order: not_found,
/// delivery_not_failed.
Outcome<DeliveryView> replay(Desk& desk, std::string_view reference);
/// All that are asked for; gives how many. Refused, in this order: delivery_not_failed (another
/// state is asked for), count_changed.
Outcome<std::int64_t> replay_all(Desk& desk, const ReplayAsked& asked);

}  // namespace vigie
