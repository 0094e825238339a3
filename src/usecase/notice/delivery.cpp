#include "usecase/notice/delivery.h"

#include "engine/base/text.h"

namespace vigie {

namespace {

DeliveryView view_of(const ToldDelivery& told) {
  const DeliveryRow& row = told.delivery.row;
  const auto some = [](const std::string& text) {
    return text.empty() ? std::optional<std::string>{} : text;
  };
  return {.reference = row.reference,
          .version = row.attempt,
          .notice = told.notice,
          .channel = row.channel,
          .state = row.state,
          .person = some(told.person),
          .webhook = some(told.webhook),
          .level = row.level,
          .is_urgent = row.is_urgent,
          .attempt = row.attempt,
          .due_at = row.due_at,
          .ended_at = row.ended_at,
          .error = row.error};
}

bool has_failed(DeliveryState state) {
  return state == DeliveryState::failed || state == DeliveryState::dropped;
}

}  // namespace

Outcome<ListPage<DeliveryView>> deliveries(const Look& look, const ListAsked& asked,
                                           const DeliveryFilter& filter) {
  std::string list = "deliveries";
  if (filter.state) list += " " + std::string{key_of(*filter.state)};
  if (filter.channel) list += " " + std::string{key_of(*filter.channel)};
  list += " " + filter.webhook.value_or("");
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in(place->front());
  }
  auto found = deliveries_before(
      look.rows, {.state = filter.state, .channel = filter.channel, .webhook = filter.webhook},
      before, asked.most + 1);
  ListPage<DeliveryView> page;
  if (std::ssize(found) > asked.most) {
    found.pop_back();
    page.next = cursor_of(list, std::vector{std::to_string(found.back().delivery.key.value)});
  }
  for (const ToldDelivery& each : found) page.items.push_back(view_of(each));
  return page;
}

Outcome<DeliveryView> delivery(const Look& look, std::string_view reference) {
  const auto told = delivery_by_reference(look.rows, folded(reference));
  if (!told) return refused(Refusal::not_found);
  return view_of(*told);
}

DeliverySummary delivery_summary(Connection& rows) {
  DeliverySummary summary;
  for (const DeliveryCount& each : delivery_counts(rows)) {
    const bool is_email = each.channel == NoticeChannel::email;
    if (each.state == DeliveryState::waiting) {
      (is_email ? summary.waiting_email : summary.waiting_webhook) += each.count;
    } else {
      (is_email ? summary.failed_email : summary.failed_webhook) += each.count;
    }
  }
  return summary;
}

Outcome<DeliveryView> replay(Desk& desk, std::string_view reference) {
  const auto told = delivery_by_reference(desk.rows(), folded(reference));
  if (!told) return refused(Refusal::not_found);
  if (!has_failed(told->delivery.row.state) || told->delivery.row.channel == NoticeChannel::inbox) {
    return refused(Refusal::delivery_not_failed);
  }
  Act& act = desk.open(ActWord::deliveries_replayed, Thing::notice, told->notice);
  act.change("delivery", std::nullopt, told->delivery.row.reference);
  replay_delivery(desk.rows(), told->delivery.key);
  return view_of(*delivery_by_reference(desk.rows(), told->delivery.row.reference));
}

Outcome<std::int64_t> replay_all(Desk& desk, const ReplayAsked& asked) {
  if (asked.state && !has_failed(*asked.state)) return refused(Refusal::delivery_not_failed);
  const DeliveriesAsked those{
      .state = asked.state, .channel = asked.channel, .webhook = asked.webhook};
  const std::int64_t now = count_to_replay(desk.rows(), those);
  if (now != asked.count) {
    return refused(Refusal::count_changed,
                   {{"now", std::to_string(now)}, {"asked", std::to_string(asked.count)}});
  }
  if (now == 0) return now;
  Act& act = desk.open(ActWord::deliveries_replayed, Thing::notice, "");
  act.change("count", std::nullopt, std::to_string(now));
  return replay_deliveries(desk.rows(), those);
}

}  // namespace vigie
