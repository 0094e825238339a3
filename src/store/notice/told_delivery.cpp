#include "store/notice/told_delivery.h"

namespace vigie {

namespace {

std::string select_told() {
  return "select t.id, " + select_list<DeliveryRow>("t") +
         ", n.reference, coalesce(pe.reference, ''), coalesce(w.reference, '') from delivery t"
         " join notice n on n.id = t.notice left join account a on a.id = t.account"
         " left join person pe on pe.id = a.person left join webhook w on w.id = t.webhook";
}

ToldDelivery told_from(const Row& row) {
  constexpr int after = 1 + field_count<DeliveryRow>();
  return {.delivery = kept_from<DeliveryRow>(row),
          .notice = std::string{row.text(after)},
          .person = std::string{row.text(after + 1)},
          .webhook = std::string{row.text(after + 2)}};
}

/// " and t.state = $3 ...": their values are added, and point into `asked`.
std::string condition_of(const DeliveriesAsked& asked, std::vector<Parameter>& values) {
  std::string text;
  const auto add = [&](const char* condition, std::string_view value) {
    values.emplace_back(value);
    text += std::string{" and "} + condition + "$" + std::to_string(values.size());
  };
  if (asked.state) add("t.state = ", key_of(*asked.state));
  if (asked.channel) add("t.channel = ", key_of(*asked.channel));
  if (asked.webhook) {
    add("t.webhook = (select id from webhook where reference = ", *asked.webhook);
    text += ")";
  }
  return text;
}

constexpr const char* may_be_replayed =
    " from delivery t where t.state in ('failed', 'dropped') and t.channel <> 'inbox'";
constexpr const char* to_replay =
    "update delivery set state = 'waiting', attempt = 0, due_at = clock_now(), digest_at = null,"
    " ended_at = null where ";

}  // namespace

std::vector<ToldDelivery> deliveries_before(Connection& rows, const DeliveriesAsked& asked,
                                            std::int64_t before, std::int64_t most) {
  std::vector<Parameter> values{before, most};
  const std::string select = select_told() + " where (t.id < $1 or $1 = 0)" +
                             condition_of(asked, values) + " order by t.id desc limit $2";
  std::vector<ToldDelivery> found;
  rows.run(select, values, [&](const Row& row) { found.push_back(told_from(row)); });
  return found;
}

std::optional<ToldDelivery> delivery_by_reference(Connection& rows, std::string_view reference) {
  static const std::string select = select_told() + " where t.reference = $1";
  std::optional<ToldDelivery> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = told_from(row); });
  return found;
}

std::int64_t count_to_replay(Connection& rows, const DeliveriesAsked& asked) {
  std::vector<Parameter> values;
  const std::string condition = condition_of(asked, values);
  std::int64_t count = 0;
  rows.run(std::string{"select count(*)"} + may_be_replayed + condition, values,
           [&](const Row& row) { count = row.whole(0); });
  return count;
}

std::int64_t replay_deliveries(Connection& rows, const DeliveriesAsked& asked) {
  std::vector<Parameter> values;
  const std::string condition = condition_of(asked, values);
  return rows.run(std::string{to_replay} + "id in (select t.id" + may_be_replayed + condition + ")",
                  values);
}

void replay_delivery(Connection& rows, Key<DeliveryRow> key) {
  rows.run(std::string{to_replay} + "id = $1", std::array<Parameter, 1>{key.value});
}

std::vector<DeliveryCount> delivery_counts(Connection& rows) {
  std::vector<DeliveryCount> counts;
  for (const DeliveryState state : {DeliveryState::waiting, DeliveryState::failed}) {
    rows.run("select channel, count(*) from delivery where state = '" + std::string{key_of(state)} +
                 "' group by channel order by channel",
             {}, [&](const Row& row) {
               counts.push_back({.channel = FieldValue<NoticeChannel>::from_sql(row, 0),
                                 .state = state,
                                 .count = row.whole(1)});
             });
  }
  return counts;
}

}  // namespace vigie
